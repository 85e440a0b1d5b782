using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Explaining.UserAgents;

namespace PixelLab.Core.Explaining.Headers;

/// <summary>
/// What every browser tells about itself and about where it is: RFC 9110 sections 8.3, 8.6, 10.1, 11.6 and 12.5, RFC 6265, Fetch (<c>Origin</c>),
/// and the notes that links leave (HTML, hyperlink auditing). <c>UA-CPU</c> is Internet Explorer's, as Outlook on Windows goes on sending it.
/// </summary>
internal static class BrowserHeaders
{
    private static readonly (string Type, string Name)[] PictureTypes =
    [
        ("image/avif", "AVIF"), ("image/webp", "WebP"), ("image/apng", "APNG"), ("image/svg+xml", "SVG"),
        ("image/png", "PNG"), ("image/heic", "HEIC"), ("image/jxl", "JPEG XL"),
    ];

    private static readonly (string Coding, string Name)[] Codings =
        [("gzip", "gzip"), ("br", "Brotli"), ("zstd", "Zstandard"), ("deflate", "deflate")];

    public static IReadOnlyList<HeaderFact> All { get; } =
    [
        new("User-Agent", FieldSource.Browser, "User-Agent.Control", UserAgentMeaning),
        new("Accept", FieldSource.Browser, "Accept.Control", AcceptMeaning),
        new("Accept-Language", FieldSource.Browser, "Accept-Language.Control", line =>
            LanguageNames.InWords(line.Value, line.Language) is { } languages
                ? line.Words["Accept-Language", languages]
                : line.Words["Accept-Language.None"]),
        new("Accept-Encoding", FieldSource.Browser, "Accept-Encoding.Control", EncodingMeaning),
        new("Accept-Charset", FieldSource.Browser, "Accept-Charset.Control"),
        new("Referer", FieldSource.Browser, "Referer.Control", RefererMeaning),
        new("Origin", FieldSource.Browser, "Origin.Control", line =>
            line.Value == "null" ? line.Words["Origin.Null"] : line.Words["Origin", line.Quoted()]),
        new("Cookie", FieldSource.Cookie, "Cookie.Control", line =>
            line.Request.Cookies.Count == 0 ? line.Words["Cookie.None"] : line.Words.Count("Cookie", line.Request.Cookies.Count)),
        new("X-Requested-With", FieldSource.Browser, "X-Requested-With.Control", line =>
            line.Has(".") ? line.Words["X-Requested-With.App", line.Quoted()] : line.Words["X-Requested-With.Script"]),
        new("X-Client-Data", FieldSource.Browser, "X-Client-Data.Control"),
        new("Authorization", FieldSource.Browser, "Authorization.Control"),
        new("From", FieldSource.Browser, "From.Control", HeaderLine.With("From")),
        new("Content-Type", FieldSource.Browser, "Content-Type.Control", line => line.Words[BodyOf(line), line.Quoted()])
        {
            ControlOf = line => BodyOf(line) + ".Control",
        },
        new("Content-Length", FieldSource.Browser, "Content-Length.Control", line =>
            PlainText.Number(line.Value) is { } bytes ? line.Words.Count("Content-Length.Bytes", bytes) : line.Words["Content-Length"]),
        new("Ping-From", FieldSource.Browser, "Control.Pings", HeaderLine.With("Ping-From")),
        new("Ping-To", FieldSource.Browser, "Control.Pings", HeaderLine.With("Ping-To")),
        new("UA-CPU", FieldSource.Browser, "UA-CPU.Control", HeaderLine.With("UA-CPU", 20)),
    ];

    private static string BodyOf(HeaderLine line) => line.Means switch
    {
        FetchMeans.Ping => "Content-Type.Ping",
        FetchMeans.Report => "Content-Type.Report",
        _ => "Content-Type",
    };

    private static string UserAgentMeaning(HeaderLine line)
    {
        var words = line.Words;
        var read = UserAgentReader.Read(line.Value);
        var program = read.InWords(line.Language) is not { } known ? words["User-Agent.Unknown"]
            : read.IsBot ? words["User-Agent.Robot", known]
            : words["User-Agent.Known", PlainText.Capital(known)];
        return line.Language.Sentences(program, read.IsHeadless ? words["User-Agent.Headless"] : null, read.HiddenInWords(line.Language));
    }

    private static string AcceptMeaning(HeaderLine line)
    {
        var names = PictureTypes.Where(type => line.Has(type.Type)).Select(type => type.Name).ToList();
        if (line.Has("video/*"))
        {
            names.Add(line.Words["Accept.Video"]);
        }

        return names.Count == 0 ? line.Words["Accept"] : line.Words["Accept.Kinds", line.Language.List(names)];
    }

    private static string EncodingMeaning(HeaderLine line)
    {
        var offered = line.Value.Split(',', 20).Select(part => part.Split(';', 2)[0].Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = Codings.Where(coding => offered.Contains(coding.Coding)).Select(coding => coding.Name).ToList();
        if (offered.Contains("dcb") || offered.Contains("dcz"))
        {
            names.Add(line.Words["Accept-Encoding.Dictionaries"]);
        }

        return names.Count == 0 ? line.Words["Accept-Encoding.None"] : line.Words["Accept-Encoding", line.Language.List(names)];
    }

    private static string RefererMeaning(HeaderLine line)
    {
        var opened = line.Means == FetchMeans.Navigation;
        if (PagePlace.Read(line.Value) is not { } place)
        {
            return line.Words[opened ? "Referer.Unreadable.Opened" : "Referer.Unreadable"];
        }

        var site = PlainText.Shown(place.Name, 80);
        // A host gets whole addresses of its own pages.
        return place.Path == "/" && line.Request.Header("Sec-Fetch-Site") != "same-origin"
            ? line.Words[opened ? "Referer.Site.Opened" : "Referer.Site", site]
            : line.Words[opened ? "Referer.Page.Opened" : "Referer.Page", site, line.Language.Quoted(place.Path, 200)];
    }
}
