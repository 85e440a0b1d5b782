using System.Text;
using PixelLab.Core.Events;

namespace PixelLab.Core.Yours.Brought;

/// <summary>A request of a recording, while it is read; whatever is missing is left out.</summary>
internal sealed class RecordedRequest(string where)
{
    private readonly List<NameValue> _headers = [];
    private readonly StringBuilder _cookies = new();
    private readonly StringBuilder _parameters = new();

    /// <summary>Which entry it is of.</summary>
    public string Where { get; } = where;

    /// <summary>The method.</summary>
    public string Method { get; set; } = "GET";

    /// <summary>The address.</summary>
    public string Url { get; set; } = "";

    /// <summary>The body.</summary>
    public string? Body { get; set; }

    /// <summary>The body's media type, which some tools write only there.</summary>
    public string? BodyType { get; set; }

    /// <summary>How the body is written, where it is not written as it is.</summary>
    public string? BodyEncoding { get; set; }

    /// <summary>The name of the pair that is being read.</summary>
    public string? Name { get; set; }

    /// <summary>Its value.</summary>
    public string? Value { get; set; }

    /// <summary>In a replay: what kind of event it is of.</summary>
    public string? Kind { get; set; }

    /// <summary>In a replay: request line and headers.</summary>
    public string? Head { get; set; }

    /// <summary>In a replay: the scheme of its address.</summary>
    public string? Scheme { get; set; }

    /// <summary>By what name the recording calls the page during which it was made; null where it names none.</summary>
    public string? PageName { get; set; }

    /// <summary>Where its reply led on, as it stood there; empty or null where it did not.</summary>
    public string? RedirectsTo { get; set; }

    /// <summary>Whether it asked for a document, as Chromium's browsers note it.</summary>
    public bool IsForDocument { get; set; }

    /// <summary>Whether a script asked, as Chromium's browsers note it.</summary>
    public bool IsByScript { get; set; }

    /// <summary>The document or style sheet that asked, as they note it.</summary>
    public string? InitiatorUrl { get; set; }

    /// <summary>The script that asked: of the function that was called last.</summary>
    public string? Caller { get; private set; }

    private bool _hasInner;

    /// <summary>Takes a script of the stack; the first that has an address counts, and those of the stack itself before those that called it later.</summary>
    public void TakeCaller(string url, bool isInner)
    {
        if (url.Length > 0 && (Caller is null || (isInner && !_hasInner)))
        {
            (Caller, _hasInner) = (url, isInner);
        }
    }

    /// <summary>Takes the pair that was read.</summary>
    public void TakePair(bool isCookie)
    {
        if (isCookie)
        {
            Append(_cookies, "; ", BroughtLimits.HeaderValue);
        }
        else if (Name is not null && _headers.Count <= BroughtLimits.Headers)
        {
            _headers.Add(new NameValue(Name, Value ?? ""));
        }

        (Name, Value) = (null, null);
    }

    /// <summary>Takes a field of a form.</summary>
    public void TakeParameter()
    {
        Append(_parameters, "&", BroughtLimits.Body);
        (Name, Value) = (null, null);
    }

    /// <summary>The request, as far as it was told.</summary>
    public BroughtRequest ToBrought()
    {
        if (Head is { } head)
        {
            var read = RequestHead.Parse(head);
            var url = read.Target.StartsWith('/')
                ? $"{Scheme}://{read.Headers.FirstOrDefault(header => Is(header, "Host")).Value}{read.Target}"
                : read.Target;
            return new BroughtRequest(read.Method, url, read.Headers, Body, Where);
        }

        // HTTP/2 has parts of the request line as headers (RFC 9113 section 8.3.1); they stand in the address.
        var headers = _headers.Where(header => !header.Name.StartsWith(':')).ToList();
        if (_cookies.Length > 0 && !headers.Any(header => Is(header, "Cookie")))
        {
            headers.Add(new NameValue("Cookie", _cookies.ToString()));
        }

        var body = Body is { Length: > 0 } ? Decoded(Body) : _parameters.Length > 0 ? _parameters.ToString() : null;
        if (body is not null && BodyType is { Length: > 0 } type && !headers.Any(header => Is(header, "Content-Type")))
        {
            headers.Add(new NameValue("Content-Type", type));
        }

        return new BroughtRequest(Method, Url, headers, body, Where);
    }

    private static bool Is(NameValue header, string name) => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase);

    private string Decoded(string body)
    {
        var bytes = new byte[body.Length];
        return BodyEncoding == "base64" && Convert.TryFromBase64String(body, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : body;
    }

    private void Append(StringBuilder list, string between, int most)
    {
        if (Name is not null && list.Length < most)
        {
            list.Append(list.Length == 0 ? "" : between).Append(Name).Append('=').Append(Value);
        }
    }
}
