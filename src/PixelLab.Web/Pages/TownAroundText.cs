using PixelLab.Core.Languages;

namespace PixelLab.Web.Pages;

/// <summary>The words of the simulated town around a visitor.</summary>
internal static class TownAroundText
{
    private static readonly WordFile File = new(typeof(TownAroundText));

    /// <summary>The words, by their names in <c>TownAroundText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
