using System.Collections.Frozen;
using System.Text;
using PixelLab.Core.Events;

namespace PixelLab.Core.Yours.Brought;

/// <summary>What a command of curl would ask for, as far as its options say what is sent (curl manual).</summary>
internal sealed class CurlCommand
{
    /// <summary>Short options that take a value, and what they are called at length.</summary>
    private static readonly FrozenDictionary<char, string> Short = new (char Letter, string Name)[]
    {
        ('A', "user-agent"), ('b', "cookie"), ('d', "data"), ('e', "referer"), ('F', "form"), ('H', "header"), ('u', "user"), ('X', "request"),
        ('T', "upload-file"), ('o', "output"), ('m', "max-time"), ('x', "proxy"), ('c', "cookie-jar"), ('w', "write-out"), ('r', "range"),
        ('E', "cert"), ('D', "dump-header"), ('K', "config"), ('U', "proxy-user"), ('y', "speed-time"), ('Y', "speed-limit"), ('z', "time-cond"),
        ('C', "continue-at"),
    }.ToFrozenDictionary(option => option.Letter, option => option.Name);

    /// <summary>Options without a value; any other long one is taken to have one, unless an option or an address follows.</summary>
    private static readonly HashSet<string> Flags =
    [
        "compressed", "insecure", "location", "silent", "verbose", "head", "get", "include", "http1.0", "http1.1", "http2", "http3", "globoff", "fail", "show-error",
        "path-as-is", "no-buffer", "remote-name", "location-trusted", "ipv4", "ipv6", "no-keepalive", "parallel", "raw", "ssl-reqd", "tlsv1.2", "tlsv1.3", "next",
    ];

    private readonly List<NameValue> _headers = [];
    private readonly List<string> _urls = [];
    private readonly StringBuilder _data = new();
    private string? _method;
    private string? _dataType;
    private bool _isHead;
    private bool _isGet;

    /// <summary>The requests of a command; none where it names no address.</summary>
    /// <param name="words">Its words, the first of which is its name.</param>
    /// <param name="where">Where it stood.</param>
    public static IEnumerable<BroughtRequest> Read(IReadOnlyList<string> words, string where)
    {
        var command = new CurlCommand();
        for (var at = 1; at < words.Count; at++)
        {
            at += command.Take(words[at], at + 1 < words.Count ? words[at + 1] : null);
        }

        return command._urls.Select(url => command.RequestTo(url, where));
    }

    /// <summary>Takes an option, or an address.</summary>
    /// <returns>How many words after it belong to it.</returns>
    private int Take(string word, string? next)
    {
        if (word.Length < 2 || word[0] != '-')
        {
            _urls.Add(word);
            return 0;
        }

        if (word.StartsWith("--", StringComparison.Ordinal))
        {
            return TakeLong(word[2..], next);
        }

        // Letters without a value may stand together, and a value may follow its letter at once: -sXPOST.
        for (var at = 1; at < word.Length; at++)
        {
            if (Short.TryGetValue(word[at], out var name))
            {
                var isAttached = at + 1 < word.Length;
                TakeValue(name, isAttached ? word[(at + 1)..] : next ?? "");
                return isAttached ? 0 : 1;
            }

            _isHead |= word[at] == 'I';
            _isGet |= word[at] == 'G';
        }

        return 0;
    }

    private int TakeLong(string option, string? next)
    {
        _isHead |= option == "head";
        _isGet |= option == "get";
        if (option.Length == 0 || next is null || Flags.Contains(option) || option.StartsWith("no-", StringComparison.Ordinal))
        {
            return 0;
        }

        if (!TakeValue(option, next) && (next.StartsWith('-') || WebAddress.IsOfTheWeb(next)))
        {
            return 0;
        }

        return 1;
    }

    /// <summary>Takes an option's value.</summary>
    /// <returns>Whether it is known to have one.</returns>
    private bool TakeValue(string option, string value)
    {
        switch (option)
        {
            case "url":
                _urls.Add(value);
                return true;
            case "request":
                _method = value;
                return true;
            case "header":
                TakeHeader(value);
                return true;
            case "user-agent":
                _headers.Add(new NameValue("User-Agent", value));
                return true;
            case "referer":
                _headers.Add(new NameValue("Referer", value));
                return true;
            case "cookie":
                // Without an equals sign it names a file.
                if (value.Contains('=', StringComparison.Ordinal))
                {
                    _headers.Add(new NameValue("Cookie", value));
                }

                return true;
            case "user":
                _headers.Add(new NameValue("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(value))));
                return true;
            case "data" or "data-raw" or "data-binary" or "data-ascii" or "data-urlencode" or "json":
                _data.Append(_data.Length > 0 && option != "json" ? "&" : "").Append(option == "data-urlencode" ? Encoded(value) : value);
                _dataType ??= option == "json" ? "application/json" : "application/x-www-form-urlencoded";
                return true;
            case "form" or "form-string":
                _data.Append(_data.Length > 0 ? "&" : "").Append(value);
                return true;
            default:
                return Short.Values.Contains(option);
        }
    }

    private void TakeHeader(string line)
    {
        var colon = line.IndexOf(':', line.StartsWith(':') ? 1 : 0);
        if (colon > 0 && line[0] != ':')
        {
            _headers.Add(new NameValue(line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }
        else if (line.EndsWith(';'))
        {
            _headers.Add(new NameValue(line[..^1].Trim(), ""));
        }
    }

    private static string Encoded(string value)
    {
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? Uri.EscapeDataString(value) : value[..(equals + 1)] + Uri.EscapeDataString(value[(equals + 1)..]);
    }

    private BroughtRequest RequestTo(string url, string where)
    {
        var whole = WebAddress.IsOfTheWeb(url) || url.Contains("://", StringComparison.Ordinal) ? url : "http://" + url;
        var body = _data.Length > 0 ? _data.ToString() : null;
        if (_isGet && body is not null)
        {
            return new BroughtRequest(_method ?? "GET", whole + (whole.Contains('?', StringComparison.Ordinal) ? "&" : "?") + body, _headers, null, where);
        }

        var headers = body is null || _dataType is null || _headers.Any(header => header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            ? _headers
            : [.. _headers, new NameValue("Content-Type", _dataType)];
        return new BroughtRequest(_method ?? (_isHead ? "HEAD" : body is null ? "GET" : "POST"), whole, headers, body, where);
    }
}
