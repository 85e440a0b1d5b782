using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Rules;

/// <summary>The words of the page of switches, and of the way on which a browser forgets.</summary>
internal static class SwitchesText
{
    private static readonly WordFile File = new(typeof(SwitchesText));

    /// <summary>The words, by their names in <c>SwitchesText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
