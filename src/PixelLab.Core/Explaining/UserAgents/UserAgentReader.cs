using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using PixelLab.Core.Events;

namespace PixelLab.Core.Explaining.UserAgents;

/// <summary>Reads user agents with the shared patterns, and says honestly where browsers have frozen the text.</summary>
public static class UserAgentReader
{
    private const int MaxCached = 1024;

    private static readonly ConcurrentDictionary<string, UserAgent> Cache = new(StringComparer.Ordinal);

    /// <summary>The one name under which the shared patterns' mobile and desktop variants are known to people.</summary>
    private static readonly Dictionary<string, string> PlainNames = new(StringComparer.Ordinal)
    {
        ["Chrome Mobile"] = "Chrome",
        ["Chrome Mobile iOS"] = "Chrome",
        ["Chrome Mobile WebView"] = "Chrome",
        ["HeadlessChrome"] = "Chrome",
        ["Mobile Safari"] = "Safari",
        ["Firefox Mobile"] = "Firefox",
        ["Firefox iOS"] = "Firefox",
        ["Edge Mobile"] = "Edge",
        ["Opera Mobile"] = "Opera",
        ["Mac OS X"] = "macOS",
    };

    /// <summary>Reads a text. It never fails: what can't be read is <see cref="UserAgent.Unknown"/>.</summary>
    public static UserAgent Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return UserAgent.Unknown;
        }

        var known = text.Length <= TextLimits.UserAgent ? text : text[..TextLimits.UserAgent];
        if (Cache.TryGetValue(known, out var cached))
        {
            return cached;
        }

        if (Cache.Count >= MaxCached)
        {
            // A class has a few dozen; whoever fills this sends nonsense, and nonsense need not be kept.
            Cache.Clear();
        }

        return Cache.GetOrAdd(known, ReadFresh);
    }

    private static UserAgent ReadFresh(string text)
    {
        var patterns = UserAgentPatterns.Instance;
        var browser = patterns.Browser(text);
        var family = browser?[0];
        if (MailProxyOf(text, family) is { } proxy)
        {
            return new UserAgent
            {
                MailProxy = proxy,
                Hidden = HiddenPart.Reader,
            };
        }

        var device = patterns.Device(text)?[0];
        var isBot = device == "Spider" || IsRobot(text, family);
        if (isBot && (family is null or "Other" || family.Contains('/', StringComparison.Ordinal)))
        {
            // The shared patterns take some addresses for names; the list of robots knows these better.
            return new UserAgent { Browser = KnownRobots.Instance.NameIn(text) is { } name ? PlainText.Shown(name, 60) : null, IsBot = true };
        }

        var read = WithOs(text, patterns.OperatingSystem(text), new UserAgent
        {
            Browser = Plain(family),
            Major = family == "Apple Mail" ? null : browser?[1],
            IsHeadless = family == "HeadlessChrome",
            IsBot = isBot,
        });
        return read with { Device = DeviceOf(device, read) };
    }

    private static bool IsRobot(string text, string? family) =>
        KnownRobots.Instance.Has(text) || (family is null or "Other" && !Reader.IsMatch(text));

    /// <summary>
    /// What somebody reads with says what it runs on, with which engine it draws, or that it is for mail, also where the shared patterns have no name for
    /// it. What says none of these is a program that fetches.
    /// </summary>
    private static readonly Regex Reader = new(
        @"^(?:Opera|Dalvik)/|^Mozilla/\d.*(?:AppleWebKit|Gecko)/|\((?:Windows NT|Linux|Macintosh|X11|iPhone|iPad)\b|CFNetwork|MIDP|[Mm]ail|^(?:Evolution|eMClient)/",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static string? MailProxyOf(string text, string? family) => family switch
    {
        "GmailImageProxy" => "Gmail",
        "YahooMailProxy" => "Yahoo Mail",
        // Apple's relay for mail is reported to send only this; nobody else is known to.
        _ when text == "Mozilla/5.0" => UserAgent.AppleMail,
        _ => null,
    };

    /// <summary>
    /// Takes the system over, but not the versions that browsers have frozen: Chromium's user agent reduction
    /// (Windows NT 10.0, Mac OS X 10_15_7, Android 10; K, CrOS 14541.0.0), which Firefox and Safari do in part too, and
    /// iOS 18_6 since Safari 26.
    /// </summary>
    private static UserAgent WithOs(string text, IReadOnlyList<string?>? os, UserAgent read)
    {
        var name = Plain(os?[0]);
        if (os is null || name is null)
        {
            return read;
        }

        var version = string.Join('.', os.Skip(1).TakeWhile(part => part is not null));
        return (name, version) switch
        {
            ("Windows", "10") => read with
            {
                Os = name,
                Hidden = HiddenPart.WindowsVersion,
            },
            ("macOS", "10.15.7") or ("macOS", "10.15") => read with
            {
                Os = name,
                Hidden = HiddenPart.MacVersion,
            },
            ("Android", "10") when text.Contains("Android 10; K", StringComparison.Ordinal) => read with
            {
                Os = name,
                Hidden = HiddenPart.AndroidModel,
            },
            ("Chrome OS", "14541.0.0") => read with
            {
                Os = name,
                Hidden = HiddenPart.ChromeOsVersion,
            },
            ("iOS", "18.6") when read.Browser == "Safari" && read.Major is not "18" => read with
            {
                Os = name,
                Hidden = HiddenPart.SafariVersion,
            },
            _ => read with { Os = name, OsVersion = version is "" ? null : version },
        };
    }

    private static string? DeviceOf(string? device, UserAgent read) => device switch
    {
        null or "Spider" or "Other" or "Mac" or "K" => null,
        _ when device.StartsWith("Generic", StringComparison.Ordinal) => null,
        _ when read.Os is null => null,
        _ => PlainText.Shown(device, 60),
    };

    private static string? Plain(string? name) =>
        name is null or "Other" ? null : PlainText.Shown(PlainNames.GetValueOrDefault(name, name), 60);
}
