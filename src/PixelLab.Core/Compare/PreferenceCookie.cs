namespace PixelLab.Core.Compare;

/// <summary>
/// The shop's own cookie for what a visitor prefers: the colours of its pages. It is first-party and holds no number, so it
/// is a cookie that does its harmless job.
/// </summary>
public static class PreferenceCookie
{
    /// <summary>Its name.</summary>
    public const string Name = "fernweh_look";

    /// <summary>The site it belongs to.</summary>
    public const string Site = "shop";

    /// <summary>Light colours, whatever the system says.</summary>
    public const string Day = "day";

    /// <summary>Dark colours, whatever the system says.</summary>
    public const string Night = "night";

    /// <summary>How long the browser is to keep it.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);
}
