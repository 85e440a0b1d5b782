using PixelLab.Core.Languages;

namespace PixelLab.Core.Explaining;

/// <summary>The words about parameters of a pixel’s address and about their values.</summary>
public static class ParameterText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(ParameterText));
}
