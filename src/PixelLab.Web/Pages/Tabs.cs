namespace PixelLab.Web.Pages;

/// <summary>
/// The names of the tabs that the lab opens beside one another and uses again (HTML, section 7.3.1.7), so that no lesson leaves twenty
/// behind. A link with such a name gives no <c>noopener</c>: what it opens would have no name then, and be opened anew each time.
/// </summary>
public static class Tabs
{
    /// <summary>
    /// Where one walks through the town. The way back to the lesson stays in it, for Firefox lets no site find the tab of its opener by a name; the
    /// lesson then ends that tab where another shows lessons (<c>Features/Lessons/back-where-it-began.ts</c>).
    /// </summary>
    public const string Town = "pixellab-town";

    /// <summary>Where the panel is.</summary>
    public const string Panel = "pixellab-panel";
}
