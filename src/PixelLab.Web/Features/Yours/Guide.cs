namespace PixelLab.Web.Features.Yours;

/// <summary>How to get what can be brought. Its words stand in <c>YoursText.resx</c>, a step each as <c>Guide.WAY.STEP</c>.</summary>
public static class Guide
{
    /// <summary>The subjects, each with its ways and how many steps these take.</summary>
    /// <remarks>
    /// After the makers' own documentation: developer.chrome.com/docs/devtools/network/reference, firefox-source-docs.mozilla.org (Network Monitor),
    /// developer.apple.com/documentation/safari-developer-tools, and the help pages of the mail programs.
    /// </remarks>
    public static IReadOnlyList<(string Subject, IReadOnlyList<(string Way, int Steps)> Ways)> Subjects { get; } =
    [
        ("Recording", [("Chromium", 4), ("Firefox", 4), ("Safari", 4)]),
        ("One", [("Request", 3)]),
        ("Letter", [("Gmail", 3), ("Outlook", 3), ("Thunderbird", 2), ("AppleMail", 2)]),
        ("Phone", [("Link", 2), ("Cable", 4), ("MailOnPhone", 2)]),
    ];
}
