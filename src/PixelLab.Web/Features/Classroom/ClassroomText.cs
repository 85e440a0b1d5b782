using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Classroom;

/// <summary>The words of the classroom's pages, and of what its API refuses. They are in English alone.</summary>
internal static class ClassroomText
{
    /// <summary>The words, by their names in <c>ClassroomText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(ClassroomText))];
}
