using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Classroom;

/// <summary>The words of the classroom's pages, and of what its API refuses.</summary>
internal static class ClassroomText
{
    private static readonly WordFile File = new(typeof(ClassroomText));

    /// <summary>The words, by their names in <c>ClassroomText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
