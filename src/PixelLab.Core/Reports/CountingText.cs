using PixelLab.Core.Languages;

namespace PixelLab.Core.Reports;

/// <summary>The words of the ways to count.</summary>
public static class CountingText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(CountingText));
}
