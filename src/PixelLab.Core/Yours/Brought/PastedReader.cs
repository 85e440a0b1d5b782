using System.Text.RegularExpressions;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Yours.Brought;

/// <summary>Reads text that somebody pasted: addresses, commands, raw requests and pieces of HTML, one after the other.</summary>
internal sealed partial class PastedReader(Language language)
{
    private readonly Words _words = language[BroughtText.Words];
    private readonly List<BroughtItem> _found = [];
    private readonly HashSet<BroughtKind> _kinds = [];
    private int _unread;
    private int _line = 1;
    private int _counted;

    /// <summary>What it is; null where nothing was recognised.</summary>
    public BroughtKind? Kind => _kinds.Count switch { 0 => null, 1 => _kinds.Single(), _ => BroughtKind.Mixed };

    /// <summary>Reads it.</summary>
    public IReadOnlyList<BroughtItem> Read(string text)
    {
        var at = 0;
        while (at < text.Length && _found.Count < BroughtLimits.Requests)
        {
            var start = at;
            var line = RawRequest.Line(text, ref at);
            if (line.AsSpan().Trim(" \t\0;&").IsEmpty)
            {
                continue;
            }

            var kind = KindOf(line);
            if (kind is null)
            {
                TakeWords(line, start, text);
                continue;
            }

            _kinds.Add(kind.Value);
            switch (kind)
            {
                case BroughtKind.Curl:
                    at = start;
                    TakeCommand(line, text, ref at);
                    break;
                case BroughtKind.Request:
                    at = start;
                    Add(RawRequest.Read(text, ref at, Where(text, start), next => KindOf(next) is not null), Where(text, start), "Request.NoHost");
                    break;
                case BroughtKind.Html:
                    at = EndOfMarkup(text, start, at);
                    TakeMarkup(text[start..at], Where(text, start));
                    break;
                default:
                    TakeAddress(line.Trim().Trim('<', '>', '"', '\'', '`', ','), Where(text, start));
                    break;
            }
        }

        if (_found.Count >= BroughtLimits.Requests)
        {
            Problem(_words["Where.Text"], _words.Count("Cut.Requests", BroughtLimits.Requests));
        }

        return _found;
    }

    /// <summary>What a line begins; null where it begins nothing.</summary>
    private static BroughtKind? KindOf(string line)
    {
        var begin = line.AsSpan().TrimStart();
        begin = begin.StartsWith("$ ") || begin.StartsWith("> ") || begin.StartsWith("; ") || begin.StartsWith("& ") ? begin[2..].TrimStart() : begin;
        if (begin.Length > BroughtLimits.Url * 2)
        {
            return begin[0] == '<' || Tag().IsMatch(begin) ? BroughtKind.Html : Curl().IsMatch(begin[..100]) ? BroughtKind.Curl : WebAddress.IsOfTheWeb(begin) ? BroughtKind.Url : null;
        }

        return Curl().IsMatch(begin) || PowerShell().IsMatch(begin) || FetchCommand.Begins(begin) ? BroughtKind.Curl
            : RawRequest.Begins(begin) ? BroughtKind.Request
            : IsAddress(begin) ? BroughtKind.Url
            : begin.StartsWith("<") || Tag().IsMatch(begin) ? BroughtKind.Html
            : null;
    }

    private static bool IsAddress(ReadOnlySpan<char> line)
    {
        var one = line.Trim(" \t<>\"'`,");
        return !one.ContainsAny(" \t<>\"") && (WebAddress.IsOfTheWeb(one) || Host().IsMatch(one));
    }

    private void TakeCommand(string line, string text, ref int at)
    {
        var where = Where(text, at);
        var before = _found.Count;
        if (PowerShell().IsMatch(line.AsSpan().TrimStart()))
        {
            Add(PowerShellCommand.Read(text, ref at, where), where, "Curl.NoUrl");
            return;
        }

        if (FetchCommand.Begins(line.AsSpan().TrimStart()))
        {
            TakeFetch(text, ref at, where);
            return;
        }

        at = text.IndexOf("curl", at, StringComparison.OrdinalIgnoreCase);
        var words = IsOfCmd(line) ? ShellWords.OfCmd(text, ref at) : ShellWords.OfBash(text, ref at);
        foreach (var request in CurlCommand.Read(words, where))
        {
            Add(request, where, "Curl.NoUrl");
        }

        if (_found.Count == before)
        {
            Problem(where, _words["Curl.NoUrl"]);
        }
    }

    /// <summary>Of one that breaks off, the lines up to whatever else begins are nothing by themselves.</summary>
    private void TakeFetch(string text, ref int at, string where)
    {
        Add(FetchCommand.Read(text, ref at, where, out var isWhole), where, "Curl.NoUrl");
        if (isWhole)
        {
            return;
        }

        Problem(where, _words["Fetch.Cut"]);
        for (var before = at; at < text.Length; before = at)
        {
            if (KindOf(RawRequest.Line(text, ref at)) is not null)
            {
                at = before;
                return;
            }
        }
    }

    /// <summary>Whether a command is written for the command prompt of Windows.</summary>
    private static bool IsOfCmd(string line) =>
        line.Contains("^\"", StringComparison.Ordinal) || line.TrimEnd().EndsWith('^') || line.Contains("curl.exe", StringComparison.OrdinalIgnoreCase);

    /// <summary>Markup ends where, behind an empty line, something else begins; a whole page ends with itself.</summary>
    private static int EndOfMarkup(string text, int start, int at)
    {
        if (WholePage().IsMatch(text.AsSpan(start)))
        {
            var close = text.IndexOf("</html>", start, StringComparison.OrdinalIgnoreCase);
            return close < 0 ? text.Length : Math.Max(at, close + "</html>".Length);
        }

        var isAfterBlank = false;
        while (at < text.Length)
        {
            var before = at;
            var line = RawRequest.Line(text, ref at);
            if (isAfterBlank && KindOf(line) is not null and not BroughtKind.Html)
            {
                return before;
            }

            isAfterBlank = string.IsNullOrWhiteSpace(line);
        }

        return at;
    }

    private void TakeMarkup(string html, string where)
    {
        var page = new HtmlReader(language);
        _found.AddRange(page.Read(html, _line));
        if (page.Requests == 0)
        {
            Problem(where, _words["Html.AsksNothing"]);
        }
    }

    private void TakeAddress(string written, string where) =>
        _found.AddRange(Bounded.Items(new BroughtRequest("GET", WebAddress.IsOfTheWeb(written) ? written : "https://" + written, [], null, where), language));

    /// <summary>Takes the addresses that stand among words; a line without any is told.</summary>
    private void TakeWords(string line, int start, string text)
    {
        var before = _found.Count;
        foreach (var url in AddressesIn.Text(line))
        {
            _kinds.Add(BroughtKind.Url);
            TakeAddress(url, Where(text, start));
        }

        if (_found.Count == before && ++_unread <= BroughtLimits.Problems)
        {
            Problem(Where(text, start), _words["Text.NoAddress"]);
        }
    }

    private void Add(BroughtRequest? request, string where, string otherwise)
    {
        if (request is not null && WebAddress.IsOfTheWeb(request.Url))
        {
            _found.AddRange(Bounded.Items(request, language));
        }
        else
        {
            Problem(where, _words[otherwise]);
        }
    }

    /// <summary>The line that a place is in. Asked for one place after the other, so that the text is gone through once.</summary>
    private string Where(string text, int at)
    {
        if (at > _counted)
        {
            _line += text.AsSpan(_counted, at - _counted).Count('\n');
            _counted = at;
        }

        return _words["Where.Line", language.Number(_line)];
    }

    private void Problem(string where, string why) => _found.Add(new BroughtItem.OfProblem(new BroughtProblem(where, why)));

    [GeneratedRegex(@"^curl(?:\.exe)?\s", RegexOptions.IgnoreCase)]
    private static partial Regex Curl();

    [GeneratedRegex(@"^(?:\$session\s*=|\$session\.|(?:\$\w+\s*=\s*)?(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm)\s)", RegexOptions.IgnoreCase)]
    private static partial Regex PowerShell();

    /// <summary>A tag with an attribute, among words.</summary>
    [GeneratedRegex("<[a-z]{1,20}\\s{1,20}[a-z-]{1,40}=", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\s*<(?:!doctype|html)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WholePage();

    /// <summary>An address without a scheme, as people copy it out of a browser's bar.</summary>
    [GeneratedRegex(@"^(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,62}\.){1,10}(?:[\p{L}\p{M}]{2,24}|xn--[a-z0-9-]{2,59})(?::\d{1,5})?[/?]\S*$", RegexOptions.IgnoreCase)]
    private static partial Regex Host();
}
