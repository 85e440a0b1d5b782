using System.Text.RegularExpressions;

namespace PixelLab.Core.Explaining.Headers;

/// <summary>
/// Client hints: what Chromium took out of the user agent and gives in separate headers instead (RFC 8942; User-Agent Client Hints, Network
/// Information, Responsive Image Client Hints, Device Memory, User Preference Media Features Client Hints and Save Data of the WICG). Three come
/// always; the others only where the page's own site asks for them and lets the vendor have them, as measured: a third party's own Accept-CH is
/// ignored.
/// </summary>
internal static partial class ClientHintHeaders
{
    private const string Always = "Control.HintsAlways";
    private const string OnRequest = "Control.HintsOnRequest";

    /// <summary>Hints of which no more is to say than what they are, and their value.</summary>
    private static readonly string[] Told =
    [
        "Sec-CH-UA-Full-Version", "Sec-CH-UA-Arch", "Sec-CH-UA-Bitness", "Sec-CH-UA-Model", "Sec-CH-UA-Form-Factors",
        "Sec-CH-Prefers-Color-Scheme", "Sec-CH-Prefers-Contrast", "Sec-CH-Prefers-Reduced-Data", "Sec-CH-Prefers-Reduced-Motion",
        "Sec-CH-Prefers-Reduced-Transparency", "Sec-CH-Forced-Colors",
        "Sec-CH-Device-Memory", "Device-Memory", "Sec-CH-DPR", "DPR", "Sec-CH-Viewport-Width", "Viewport-Width", "Sec-CH-Viewport-Height",
        "Sec-CH-Width", "Width", "Sec-CH-Downlink", "Downlink", "Sec-CH-ECT", "ECT", "Sec-CH-RTT", "RTT", "Sec-CH-Save-Data",
    ];

    public static IReadOnlyList<HeaderFact> All { get; } =
    [
        new("Sec-CH-UA", FieldSource.Browser, Always, line => Brands("Sec-CH-UA", line)),
        new("Sec-CH-UA-Mobile", FieldSource.Browser, Always, line => line.Words[line.Value switch
        {
            "?1" => "Sec-CH-UA-Mobile.Yes",
            "?0" => "Sec-CH-UA-Mobile.No",
            _ => "Sec-CH-UA-Mobile",
        }]),
        new("Sec-CH-UA-Platform", FieldSource.Browser, Always, line => Tell("Sec-CH-UA-Platform", line)),
        new("Sec-CH-UA-Platform-Version", FieldSource.Browser, OnRequest, PlatformVersion),
        new("Sec-CH-UA-Full-Version-List", FieldSource.Browser, OnRequest, line => Brands("Sec-CH-UA-Full-Version-List", line)),
        new("Sec-CH-UA-WoW64", FieldSource.Browser, OnRequest, line =>
            line.Words[line.Value == "?1" ? "Sec-CH-UA-WoW64.Yes" : "Sec-CH-UA-WoW64.No"]),
        .. Told.Select(name => new HeaderFact(name, FieldSource.Browser, OnRequest, line => Tell(name, line))),
    ];

    /// <summary>
    /// Brands without the invented one that browsers mix in so that nobody relies on the list (“GREASE”, RFC 8701 for the
    /// idea).
    /// </summary>
    private static string Brands(string name, HeaderLine line)
    {
        var says = line.Words[name];
        try
        {
            var brands = Brand().Matches(PlainText.Head(line.Value, 512))
                .Select(match => (Name: match.Groups[1].Value, Version: match.Groups[2].Value))
                .ToList();
            var real = brands.Where(brand => !Invented().IsMatch(brand.Name)).ToList();
            var list = line.Language.List(real.Select(brand => PlainText.Shown($"{brand.Name} {brand.Version}", 60)));
            return (real.Count, brands.Count - real.Count) switch
            {
                (0, _) => line.Words["Bare", says],
                (_, 0) => line.Words["Told", says, list],
                _ => line.Words["Sec-CH-UA.Invented", says, list],
            };
        }
        catch (RegexMatchTimeoutException)
        {
            return line.Words["Bare", says];
        }
    }

    /// <summary>On Windows the number is not the one people know: 13 and above is Windows 11 (Microsoft's documentation).</summary>
    private static string PlatformVersion(HeaderLine line)
    {
        const string Name = "Sec-CH-UA-Platform-Version";
        if (line.Request.Header("Sec-CH-UA-Platform")?.Trim('"') != "Windows"
            || PlainText.Number(line.Value.Trim('"').Split('.', 2)[0]) is not { } major)
        {
            return Tell(Name, line);
        }

        var version = line.Words[major switch
        {
            >= 13 => "Sec-CH-UA-Platform-Version.Windows11",
            > 0 => "Sec-CH-UA-Platform-Version.Windows10",
            _ => "Sec-CH-UA-Platform-Version.Windows8",
        }];
        return line.Words["Sec-CH-UA-Platform-Version.Windows", line.Words[Name], version, PlainText.Shown(line.Value, 40)];
    }

    private static string Tell(string name, HeaderLine line)
    {
        var says = line.Words[name];
        var text = line.Value.Trim('"', ' ');
        return text.Length == 0 ? line.Words["Empty", says] : line.Words["Told", says, PlainText.Shown(text, 80)];
    }

    [GeneratedRegex("\"([^\"]{1,80})\"\\s?;\\s?v=\"([^\"]{1,40})\"", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Brand();

    [GeneratedRegex("not.{0,3}a.{0,3}brand", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Invented();
}
