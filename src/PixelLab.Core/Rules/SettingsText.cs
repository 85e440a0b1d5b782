using PixelLab.Core.Languages;

namespace PixelLab.Core.Rules;

/// <summary>What switches are called, and what they can be turned to.</summary>
public static class SettingsText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(SettingsText));
}
