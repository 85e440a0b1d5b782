using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Lessons.Reading;

/// <summary>What whoever writes a lesson is told of it, by <c>lessons check</c> and of mistakes on its page.</summary>
internal static class AuthorText
{
    private static readonly WordFile File = new(typeof(AuthorText));

    /// <summary>The words, by their names in <c>AuthorText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
