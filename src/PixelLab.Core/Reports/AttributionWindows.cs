namespace PixelLab.Core.Reports;

/// <summary>How long after an ad a sale is still put down to it.</summary>
/// <param name="Click">After a click.</param>
/// <param name="View">After an ad was merely shown.</param>
public sealed record AttributionWindows(TimeSpan Click, TimeSpan View)
{
    /// <summary>Seven days after a click, one day after a view: what large networks set when nobody chooses.</summary>
    public static AttributionWindows Default { get; } = new(TimeSpan.FromDays(7), TimeSpan.FromDays(1));

    /// <summary>The longest that can be chosen, in days.</summary>
    public const int MostDays = 90;

    /// <summary>Windows of so many days, brought within the bounds.</summary>
    public static AttributionWindows OfDays(int click, int view) =>
        new(TimeSpan.FromDays(Math.Clamp(click, 0, MostDays)), TimeSpan.FromDays(Math.Clamp(view, 0, MostDays)));
}
