using PixelLab.Core.Languages;

namespace PixelLab.Core.Yours.Brought;

/// <summary>What is said of what somebody brought: where something stood in it, and why it could not be read.</summary>
public static class BroughtText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(BroughtText));
}
