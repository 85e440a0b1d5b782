using PixelLab.Core.Languages;

namespace PixelLab.Core.Explaining.Headers;

/// <summary>What each header gives away, by its name, and what would stop it.</summary>
public static class HeaderText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(HeaderText));
}
