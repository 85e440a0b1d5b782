using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Population;

/// <summary>The words of the simulated town's page, and of what its runs refuse.</summary>
internal static class PopulationText
{
    private static readonly WordFile File = new(typeof(PopulationText));

    /// <summary>The words, by their names in <c>PopulationText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
