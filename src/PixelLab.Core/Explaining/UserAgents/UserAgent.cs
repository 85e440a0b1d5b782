using PixelLab.Core.Languages;

namespace PixelLab.Core.Explaining.UserAgents;

/// <summary>What a <c>User-Agent</c> header tells (RFC 9110 section 10.1.5). A part that it does not tell is null.</summary>
public sealed record UserAgent
{
    /// <summary>The mail service whose relay fetches every picture at delivery.</summary>
    public const string AppleMail = "Apple Mail";

    /// <summary>What an empty or unreadable text tells: nothing.</summary>
    public static UserAgent Unknown { get; } = new();

    /// <summary>The browser's or program's name.</summary>
    public string? Browser { get; init; }

    /// <summary>Its major version.</summary>
    public string? Major { get; init; }

    /// <summary>The operating system's name.</summary>
    public string? Os { get; init; }

    /// <summary>The operating system's version, where the text tells a true one.</summary>
    public string? OsVersion { get; init; }

    /// <summary>The device, where the text tells more than its kind: <c>iPhone</c>, <c>Pixel 8</c>.</summary>
    public string? Device { get; init; }

    /// <summary>Whether it names itself as a robot.</summary>
    public bool IsBot { get; init; }

    /// <summary>Whether the browser runs without a window, as automated tests run it.</summary>
    public bool IsHeadless { get; init; }

    /// <summary>The mail service whose image proxy sent it: then nothing in it is about the reader's own machine.</summary>
    public string? MailProxy { get; init; }

    /// <summary>What browsers keep back on purpose in this text; null where nothing.</summary>
    public HiddenPart? Hidden { get; init; }

    /// <summary>What is kept back, as a sentence; null where nothing.</summary>
    public string? HiddenInWords(Language language) => Hidden is { } hidden ? language[ExplainingText.Words][$"Hidden.{hidden}"] : null;

    /// <summary>The whole in a few words, for example <c>Chrome 156 on Linux</c>; null where nothing is known.</summary>
    public string? InWords(Language language)
    {
        var words = language[ExplainingText.Words];
        if (MailProxy is not null)
        {
            return words["Program.MailProxy", MailProxy];
        }

        var browser = Browser is null ? null : Major is null ? Browser : $"{Browser} {Major}";
        var os = Hidden == HiddenPart.WindowsVersion ? words["Program.Windows"] : OsVersion is null ? Os : $"{Os} {OsVersion}";
        var program = (browser, os) switch
        {
            (null, null) => null,
            (null, _) => words["Program.UnknownOn", os],
            (_, null) => browser,
            _ => words["Program.BrowserOn", browser, os],
        };
        return program is null || Device is null ? program : words["Program.WithDevice", program, Device];
    }
}

/// <summary>What a browser's text keeps back on purpose.</summary>
public enum HiddenPart
{
    /// <summary>A mail service fetched the image in the reader's place.</summary>
    Reader,

    /// <summary>Whether it is Windows 10 or 11.</summary>
    WindowsVersion,

    /// <summary>The version of macOS.</summary>
    MacVersion,

    /// <summary>The phone's model and the version of Android.</summary>
    AndroidModel,

    /// <summary>The version of a Chromebook's system.</summary>
    ChromeOsVersion,

    /// <summary>The version of iOS.</summary>
    SafariVersion,
}
