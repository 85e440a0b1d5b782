using PixelLab.Core.Explaining.UserAgents;

namespace PixelLab.Core.Explaining.Headers;

/// <summary>What every browser tells about itself and about where it is: RFC 9110 sections 10.1 and 12.5, RFC 6265.</summary>
internal static class BrowserHeaders
{
    private static readonly (string Type, string Name)[] PictureTypes =
    [
        ("image/avif", "AVIF"), ("image/webp", "WebP"), ("image/apng", "APNG"), ("image/svg+xml", "SVG"),
        ("image/png", "PNG"), ("image/heic", "HEIC"), ("image/jxl", "JPEG XL"), ("video/*", "video"),
    ];

    private static readonly (string Coding, string Name)[] Codings =
        [("gzip", "gzip"), ("br", "Brotli"), ("zstd", "Zstandard"), ("deflate", "deflate"), ("dcb", "shared dictionaries")];

    public static IReadOnlyList<HeaderFact> All { get; } =
    [
        new("User-Agent", FieldSource.Browser, (value, _) => UserAgentMeaning(value),
            "Every browser sends it. Chromium has shortened it for everyone; an extension can replace it, but a rare text stands out more than a common one."),
        new("Accept", FieldSource.Browser, (value, _) => AcceptMeaning(value),
            "It is the same for everybody with this browser and can’t be switched off; it tells little that the browser’s name does not."),
        new("Accept-Language", FieldSource.Browser, (value, _) => LanguageMeaning(value),
            "The language settings of the browser. Fewer languages tell less; private windows of some browsers send only the first."),
        new("Accept-Encoding", FieldSource.Browser, (value, _) => EncodingMeaning(value),
            "It is the same for everybody with this browser and can’t be switched off."),
        new("Referer", FieldSource.Browser, (value, _) => RefererMeaning(value),
            "By default a browser gives other sites only the first part, without the page. The site can forbid it whole (Referrer-Policy: no-referrer) or let everything out; some browsers and extensions cut it themselves."),
        new("Origin", FieldSource.Browser, (value, _) => value == "null"
                ? "The request says that it will not name the site it comes from."
                : $"The site on which this request was made: {PlainText.Quoted(value)}, without the page.",
            "It belongs to scripts’ requests and can’t be switched off; images do not send it."),
        new("Cookie", FieldSource.Cookie, (_, request) => request.Cookies.Count == 0
                ? "It is there but holds no cookie."
                : $"{PlainText.Capital(PlainText.Count(request.Cookies.Count, "cookie", "cookies"))} that this vendor stored in the browser earlier; each is explained below.",
            "Blocking third-party cookies keeps most of them away from other people’s sites. Deleting cookies makes the vendor start anew; a private window forgets them when it is closed."),
        new("X-Requested-With", FieldSource.Browser, (value, _) => value.Contains('.', StringComparison.Ordinal)
                ? $"The app in which this page is shown: {PlainText.Quoted(value)}. Pages within an app tell which app it is."
                : "A script made this request.",
            "Opening the page in a browser instead of within the app keeps it back."),
        new("X-Client-Data", FieldSource.Browser, (_, _) => "Which experiments this copy of Google Chrome takes part in. Chrome sends it to Google’s own hosts only.",
            "Another browser does not send it."),
        new("Authorization", FieldSource.Browser, (_, _) => "A login for this host, kept by the browser.", "Close the browser or clear its saved login."),
        new("From", FieldSource.Browser, (value, _) => $"An address of whoever runs this program: {PlainText.Quoted(value)}. Robots send it, browsers do not.",
            "Only who runs the program can change it."),
        new("Content-Type", FieldSource.Browser, (value, _) => $"The request carries a body of the kind {PlainText.Quoted(value)}, as a beacon does: a message that a script leaves behind.",
            "With scripts off there are no beacons; some blockers stop all beacons to other sites."),
        new("Content-Length", FieldSource.Browser, (value, _) => PlainText.Number(value) is { } bytes
                ? $"The request carries a body of {PlainText.Count(bytes, "byte", "bytes")}."
                : "How long the body is that the request carries.",
            "It comes with the body and can’t be switched off by itself."),
    ];

    private static string UserAgentMeaning(string value)
    {
        var read = UserAgentReader.Read(value);
        if (read.MailProxy is not null)
        {
            return $"{PlainText.Capital(read.InWords!)}. {read.Hidden}";
        }

        var words = read.InWords is { } known
            ? (read.IsBot ? $"A robot that names itself: {known}." : $"{PlainText.Capital(known)}.")
            : "Which program this is can’t be told from this text.";
        if (read.IsHeadless)
        {
            words += " It runs without a window (“headless”), as automated tests do.";
        }

        return read.Hidden is null ? words : $"{words} {read.Hidden}";
    }

    private static string AcceptMeaning(string value)
    {
        var names = PictureTypes.Where(type => value.Contains(type.Type, StringComparison.OrdinalIgnoreCase)).Select(type => type.Name).ToList();
        return names.Count == 0
            ? "Which kinds of reply the program takes. This one names nothing special."
            : $"Which kinds of reply the program takes. By name: {string.Join(", ", names)}. The list differs from browser to browser.";
    }

    private static string LanguageMeaning(string value) => LanguageNames.InWords(value) is { } languages
        ? $"The languages you read: {languages}. Together with other things a rare mixture can point to you."
        : "No language is named.";

    private static string EncodingMeaning(string value)
    {
        var offered = value.Split(',', 20).Select(part => part.Split(';', 2)[0].Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = Codings.Where(coding => offered.Contains(coding.Coding)).Select(coding => coding.Name).ToList();
        return names.Count == 0
            ? "Which ways of compressing the reply the program understands. This one names none."
            : $"Which ways of compressing the reply the program understands: {string.Join(", ", names)}.";
    }

    private static string RefererMeaning(string value)
    {
        if (PagePlace.Read(value) is not { } place)
        {
            return "The page that carries the pixel, in a form that can’t be read.";
        }

        return place.Path == "/"
            ? $"The site whose page carries the pixel: {PlainText.Shown(place.Name, 80)}. Which page it is, this does not tell."
            : $"The page that carries the pixel, with its full path: {PlainText.Quoted(place.Path, 200)} on {PlainText.Shown(place.Name, 80)}.";
    }
}
