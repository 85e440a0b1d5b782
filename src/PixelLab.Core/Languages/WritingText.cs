namespace PixelLab.Core.Languages;

/// <summary>How a language writes numbers, times, lists and lengths of time.</summary>
public static class WritingText
{
    /// <summary>Its words.</summary>
    public static WordFile Words { get; } = new(typeof(WritingText));
}
