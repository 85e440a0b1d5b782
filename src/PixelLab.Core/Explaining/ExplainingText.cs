using PixelLab.Core.Languages;

namespace PixelLab.Core.Explaining;

/// <summary>The words of an explained hit: what was learned, where it came from, the address, the page.</summary>
public static class ExplainingText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(ExplainingText));
}
