namespace PixelLab.Web.Features.Yours;

/// <summary>How to get what can be brought. Its words stand in <c>YoursText.resx</c>, a step each as <c>Guide.WAY.STEP</c>.</summary>
public static class Guide
{
    private const string Chromium = "https://learn.microsoft.com/en-us/microsoft-edge/devtools/network/reference";
    private const string Firefox = "https://firefox-source-docs.mozilla.org/devtools-user/network_monitor/toolbar/index.html";
    private const string Iphone = "https://developer.apple.com/documentation/safari-developer-tools/inspecting-ios";
    private const string Safari = "https://github.com/WebKit/WebKit/blob/0230ed992e9fb75ecf7d9d6c595e6b4b0bbcb900/Source/WebInspectorUI/UserInterface/Views/NetworkTableContentView.js";
    private const string SafariSettings = "https://webkit.org/blog/14670/simplified-responsive-design-mode/";
    private const string Outlook = "https://support.microsoft.com/en-gb/office/view-internet-message-headers-in-outlook-cd039382-dc6e-4264-ac74-c048563d212c";
    private const string Thunderbird = "https://github.com/mozilla/releases-comm-central/blob/021efee79ddb7d2dc2026e53512c93c4c7ce1a76/mail/locales/en-US/chrome/messenger/messenger.dtd";

    /// <summary>The name of the window in which the steps' links open one after the other, so that the steps stay in view and a recording goes on.</summary>
    public const string Window = "town";

    /// <summary>The day on which steps were held against their makers' pages, and walked in the browsers themselves.</summary>
    public static DateOnly Read { get; } = new(2026, 11, 30);

    /// <summary>The subjects, each with its ways.</summary>
    public static IReadOnlyList<(string Subject, IReadOnlyList<GuideWay> Ways)> Subjects { get; } =
    [
        ("Recording", [new("Chromium", 6, "⇩", [Chromium], Seen: "Chromium 156", OpensMenu: false), new("Firefox", 5, "⚙", [Firefox], Seen: "Firefox 153"), new("Safari", 5, "", [Safari, SafariSettings], IsInPart: true)]),
        ("One", [new("Request", 3, "", Seen: "Chromium 156, Firefox 153")]),
        ("Letter", [new("Gmail", 3, "⋮"), new("Outlook", 3, "⋯", [Outlook], IsInPart: true), new("Thunderbird", 2, "", [Thunderbird]), new("AppleMail", 2, "")]),
        ("Phone", [new("Link", 2, ""), new("Cable", 4, null, [Iphone]), new("MailOnPhone", 2, null)]),
    ];
}

/// <summary>A way to get something.</summary>
/// <param name="Name">Its name in the words.</param>
/// <param name="Steps">How many steps it takes.</param>
/// <param name="Button">What stands on the button to press; empty where a word does, and null where there is nothing to draw.</param>
/// <param name="Sources">The maker's pages or source code that the steps were held against; null where none could be read.</param>
/// <param name="IsInPart">Whether they do not tell all of them; the words <c>Guide.WAY.Unchecked</c> say what is missing.</param>
/// <param name="Seen">The browsers in which they were walked; null where in none.</param>
/// <param name="OpensMenu">Whether the button opens a menu with a line to press; else <c>Guide.WAY.Line</c> stands above it.</param>
public sealed record GuideWay(
    string Name, int Steps, string? Button, IReadOnlyList<string>? Sources = null, bool IsInPart = false, string? Seen = null, bool OpensMenu = true);
