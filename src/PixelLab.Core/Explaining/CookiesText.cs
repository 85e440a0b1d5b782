using PixelLab.Core.Languages;

namespace PixelLab.Core.Explaining;

/// <summary>The words about cookies, and the verdict on a browser’s cookie jar.</summary>
public static class CookiesText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(CookiesText));
}
