namespace PixelLab.Web.Features.Yours;

/// <summary>How to get what can be brought. Its words stand in <c>YoursText.resx</c>, a step each as <c>Guide.WAY.STEP</c>.</summary>
public static class Guide
{
    private const string Chromium = "https://learn.microsoft.com/en-us/microsoft-edge/devtools/network/reference";
    private const string Firefox = "https://firefox-source-docs.mozilla.org/devtools-user/network_monitor/toolbar/index.html";
    private const string Iphone = "https://developer.apple.com/documentation/safari-developer-tools/inspecting-ios";

    /// <summary>The day on which steps were held against their makers' pages.</summary>
    public static DateOnly Read { get; } = new(2026, 11, 30);

    /// <summary>The subjects, each with its ways.</summary>
    public static IReadOnlyList<(string Subject, IReadOnlyList<GuideWay> Ways)> Subjects { get; } =
    [
        ("Recording", [new("Chromium", 4, "⇩", Chromium), new("Firefox", 4, "⚙", Firefox), new("Safari", 4, "")]),
        ("One", [new("Request", 3, "")]),
        ("Letter", [new("Gmail", 3, "⋮"), new("Outlook", 3, "⋯"), new("Thunderbird", 2, ""), new("AppleMail", 2, "")]),
        ("Phone", [new("Link", 2, ""), new("Cable", 4, null, Iphone), new("MailOnPhone", 2, null)]),
    ];
}

/// <summary>A way to get something.</summary>
/// <param name="Name">Its name in the words.</param>
/// <param name="Steps">How many steps it takes.</param>
/// <param name="Button">What stands on the button that opens the menu; empty where a word does, and null where there is nothing to draw.</param>
/// <param name="Source">The maker's page that the steps were held against; null where none could be read.</param>
public sealed record GuideWay(string Name, int Steps, string? Button, string? Source = null);
