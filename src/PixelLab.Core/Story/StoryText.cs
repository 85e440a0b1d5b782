using PixelLab.Core.Languages;

namespace PixelLab.Core.Story;

/// <summary>The words of the story.</summary>
public static class StoryText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(StoryText));
}
