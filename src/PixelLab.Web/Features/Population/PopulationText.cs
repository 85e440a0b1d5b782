using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Population;

/// <summary>The words of the simulated town's page, and of what its runs refuse. They are in English alone.</summary>
internal static class PopulationText
{
    /// <summary>The words, by their names in <c>PopulationText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(PopulationText))];
}
