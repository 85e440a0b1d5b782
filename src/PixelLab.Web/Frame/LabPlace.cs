namespace PixelLab.Web.Frame;

/// <summary>A place of the lab that its navigation leads to.</summary>
/// <param name="Path">The path at the lab, without a slash.</param>
/// <param name="Key">The name's key among the words of a language.</param>
public sealed record LabPlace(string Path, string Key)
{
    /// <summary>What everyone comes for, in the order in which one needs it.</summary>
    public static IReadOnlyList<LabPlace> First { get; } =
    [
        new("lessons", "NavLessons"),
        new("panel", "NavPanel"),
        new("compare", "NavCompare"),
        new("reports", "NavReports"),
        new("yours", "NavYours"),
        new("classroom", "NavTeach"),
    ];

    /// <summary>What one looks for when one knows that it is there.</summary>
    public static IReadOnlyList<LabPlace> More { get; } =
    [
        new("join", "NavJoin"),
        new("case", "NavCase"),
        new("known", "NavKnown"),
        new("population", "NavPopulation"),
        new("your-pixel", "NavYourPixel"),
        new("switches", "NavSwitches"),
        new("check", "NavCheck"),
        new("replay", "NavReplay"),
    ];
}
