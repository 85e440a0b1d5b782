using System.Text.RegularExpressions;

namespace PixelLab.Core.Explaining.Headers;

/// <summary>
/// Client hints: what Chromium took out of the user agent and gives in separate headers instead (User-Agent Client Hints,
/// WICG; RFC 8942). Three come always; the others only where the page's own site asks for them and lets the vendor have
/// them, as measured: a third party's own Accept-CH is ignored.
/// </summary>
internal static partial class ClientHintHeaders
{
    private const string Always =
        "Chromium and its relatives send it to everyone; Firefox and Safari have no such header.";

    private const string OnRequest =
        "Only Chromium and its relatives send it, and only where the page’s own site asked for it and passed the right on. Firefox and Safari have no such header.";

    public static IReadOnlyList<HeaderFact> All { get; } =
    [
        new("Sec-CH-UA", FieldSource.Browser, (value, _) => Brands("The browser’s brand and version", value), Always),
        new("Sec-CH-UA-Mobile", FieldSource.Browser, (value, _) => value switch
        {
            "?1" => "The browser runs on a phone, or pretends to.",
            "?0" => "The browser does not run on a phone.",
            _ => "Whether the browser runs on a phone.",
        }, Always),
        new("Sec-CH-UA-Platform", FieldSource.Browser, (value, _) => Text("The operating system", value), Always),
        new("Sec-CH-UA-Platform-Version", FieldSource.Browser,
            (value, request) => PlatformVersion(value, request.Header("Sec-CH-UA-Platform")), OnRequest),
        new("Sec-CH-UA-Full-Version-List", FieldSource.Browser, (value, _) => Brands("The browser’s exact version", value), OnRequest),
        new("Sec-CH-UA-Full-Version", FieldSource.Browser, (value, _) => Text("The browser’s exact version", value), OnRequest),
        new("Sec-CH-UA-Arch", FieldSource.Browser, (value, _) => Text("The kind of processor", value), OnRequest),
        new("Sec-CH-UA-Bitness", FieldSource.Browser, (value, _) => Text("How many bits the processor works with", value), OnRequest),
        new("Sec-CH-UA-Model", FieldSource.Browser, (value, _) => Text("The model of the phone or tablet", value), OnRequest),
        new("Sec-CH-UA-Form-Factors", FieldSource.Browser, (value, _) => Text("The kind of device", value), OnRequest),
        new("Sec-CH-UA-WoW64", FieldSource.Browser, (value, _) => value == "?1"
            ? "A 32-bit browser on a 64-bit Windows, which is rare."
            : "Not a 32-bit browser on a 64-bit Windows.", OnRequest),
        new("Sec-CH-Prefers-Color-Scheme", FieldSource.Browser, (value, _) => Text("Whether you like pages light or dark", value), OnRequest),
        new("Sec-CH-Prefers-Reduced-Motion", FieldSource.Browser, (value, _) => Text("Whether you want less movement on pages", value), OnRequest),
        new("Sec-CH-Prefers-Reduced-Transparency", FieldSource.Browser, (value, _) => Text("Whether you want less see-through on pages", value), OnRequest),
        new("Sec-CH-Device-Memory", FieldSource.Browser, (value, _) => Text("The computer’s memory in gigabytes, roughly", value), OnRequest),
        new("Device-Memory", FieldSource.Browser, (value, _) => Text("The computer’s memory in gigabytes, roughly", value), OnRequest),
        new("Sec-CH-DPR", FieldSource.Browser, (value, _) => Text("How many screen dots make one pixel", value), OnRequest),
        new("DPR", FieldSource.Browser, (value, _) => Text("How many screen dots make one pixel", value), OnRequest),
        new("Sec-CH-Viewport-Width", FieldSource.Browser, (value, _) => Text("The width of the window in pixels", value), OnRequest),
        new("Viewport-Width", FieldSource.Browser, (value, _) => Text("The width of the window in pixels", value), OnRequest),
        new("Sec-CH-Viewport-Height", FieldSource.Browser, (value, _) => Text("The height of the window in pixels", value), OnRequest),
        new("Sec-CH-Width", FieldSource.Browser, (value, _) => Text("The width at which the image will be shown", value), OnRequest),
        new("Width", FieldSource.Browser, (value, _) => Text("The width at which the image will be shown", value), OnRequest),
        new("Downlink", FieldSource.Browser, (value, _) => Text("The speed of the connection in megabits a second, roughly", value), OnRequest),
        new("ECT", FieldSource.Browser, (value, _) => Text("How fast the connection is, named like a mobile network", value), OnRequest),
        new("RTT", FieldSource.Browser, (value, _) => Text("How many milliseconds an answer takes, roughly", value), OnRequest),
    ];

    /// <summary>
    /// Brands without the invented one that browsers mix in so that nobody relies on the list (“GREASE”, RFC 8701 for the
    /// idea).
    /// </summary>
    private static string Brands(string says, string value)
    {
        try
        {
            var brands = Brand().Matches(PlainText.Head(value, 512))
                .Select(match => (Name: match.Groups[1].Value, Version: match.Groups[2].Value))
                .ToList();
            var real = brands.Where(brand => !Invented().IsMatch(brand.Name)).ToList();
            var words = string.Join(", ", real.Select(brand => PlainText.Shown($"{brand.Name} {brand.Version}", 60)));
            return (real.Count, brands.Count - real.Count) switch
            {
                (0, _) => $"{says}.",
                (_, 0) => $"{says}: {words}.",
                _ => $"{says}: {words}. The odd name beside it is invented, so that nobody relies on the list.",
            };
        }
        catch (RegexMatchTimeoutException)
        {
            return $"{says}.";
        }
    }

    /// <summary>On Windows the number is not the one people know: 13 and above is Windows 11 (Microsoft's documentation).</summary>
    private static string PlatformVersion(string value, string? platform)
    {
        const string Says = "The exact version of the operating system";
        var major = PlainText.Number(value.Trim('"').Split('.', 2)[0]);
        return platform?.Trim('"') == "Windows" && major is { } number
            ? $"{Says}: {(number >= 13 ? "Windows 11" : number > 0 ? "Windows 10" : "Windows 8.1 or older")} (written as {PlainText.Shown(value, 40)})."
            : Text(Says, value);
    }

    private static string Text(string says, string value)
    {
        var text = value.Trim('"', ' ');
        return text.Length == 0 ? $"{says}. It is empty here." : $"{says}: {PlainText.Shown(text, 80)}.";
    }

    [GeneratedRegex("\"([^\"]{1,80})\"\\s?;\\s?v=\"([^\"]{1,40})\"", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Brand();

    [GeneratedRegex("not.{0,3}a.{0,3}brand", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Invented();
}
