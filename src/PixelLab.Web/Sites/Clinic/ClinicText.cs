using PixelLab.Core.Languages;

namespace PixelLab.Web.Sites.Clinic;

/// <summary>The words around the clinic’s articles, and of the page on what its pixels let others infer.</summary>
internal static class ClinicText
{
    private static readonly WordFile File = new(typeof(ClinicText));

    /// <summary>The words, by their names in <c>ClinicText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
