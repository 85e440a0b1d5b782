using PixelLab.Core.Languages;

namespace PixelLab.Web.Sites.Clinic;

/// <summary>The words around the clinic’s articles, and of the page on what its pixels let others infer. They are in English alone.</summary>
internal static class ClinicText
{
    /// <summary>The words, by their names in <c>ClinicText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(ClinicText))];
}
