using PixelLab.Core.Languages;

namespace PixelLab.Core.Case;

/// <summary>The goods, shops and findings of the case, in words.</summary>
public static class CaseText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(CaseText));
}
