using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Rules;

/// <summary>The words of the policy check.</summary>
internal static class CheckText
{
    private static readonly WordFile File = new(typeof(CheckText));

    /// <summary>The words, by their names in <c>CheckText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
