namespace PixelLab.Web.Frame;

/// <summary>A place of the lab that its navigation leads to.</summary>
/// <param name="Path">The path at the lab, without a slash.</param>
/// <param name="Name">The name in English; a page in another language finds its own by <see cref="Key"/>.</param>
/// <param name="Key">The name's key among the words of a language.</param>
public sealed record LabPlace(string Path, string Name, string Key)
{
    /// <summary>What everyone comes for, in the order in which one needs it.</summary>
    public static IReadOnlyList<LabPlace> First { get; } =
    [
        new("lessons", "Lessons", "NavLessons"),
        new("panel", "Panel", "NavPanel"),
        new("compare", "Compare", "NavCompare"),
        new("reports", "Reports", "NavReports"),
        new("yours", "Your own web", "NavYours"),
        new("classroom", "Teach", "NavTeach"),
    ];

    /// <summary>What one looks for when one knows that it is there.</summary>
    public static IReadOnlyList<LabPlace> More { get; } =
    [
        new("join", "Join a room", "NavJoin"),
        new("case", "The case", "NavCase"),
        new("known", "What they were told", "NavKnown"),
        new("population", "A whole town", "NavPopulation"),
        new("your-pixel", "Your own pixel", "NavYourPixel"),
        new("switches", "Switches", "NavSwitches"),
        new("check", "Policy check", "NavCheck"),
        new("replay", "Keep and open", "NavReplay"),
    ];
}
