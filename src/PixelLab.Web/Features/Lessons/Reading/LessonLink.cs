namespace PixelLab.Web.Features.Lessons.Reading;

/// <summary>What an address in a lesson leads to.</summary>
public enum LessonLinkKind
{
    /// <summary>A place in the same lesson.</summary>
    Place,

    /// <summary>Another lesson.</summary>
    Lesson,

    /// <summary>A term of the glossary.</summary>
    Term,

    /// <summary>A picture of the lessons.</summary>
    Picture,

    /// <summary>A page outside of the lab.</summary>
    Outside,

    /// <summary>A page of the lab itself, by its path: <c>/switches</c>.</summary>
    Lab,

    /// <summary>Nothing a lesson may link to.</summary>
    Wrong,
}

/// <summary>An address in a lesson.</summary>
/// <param name="Line">The file's line, from 1.</param>
/// <param name="Kind">What it leads to.</param>
/// <param name="Target">The lesson's slug, the term, the picture's file name, or the address.</param>
/// <param name="Anchor">The place on it, without the <c>#</c>; empty for none.</param>
public sealed record LessonLink(int Line, LessonLinkKind Kind, string Target, string Anchor)
{
    private const int MostLength = 1000;
    private const string Pictures = "pictures/";

    private static readonly string[] PictureEndings = [".svg", ".png", ".jpg", ".webp"];

    /// <summary>Reads an address.</summary>
    public static LessonLink Read(string? address, int line)
    {
        var text = address ?? "";
        if (text.Length is 0 or > MostLength || text.Any(char.IsControl))
        {
            return new LessonLink(line, LessonLinkKind.Wrong, text.Length > MostLength ? text[..MostLength] : text, "");
        }

        if (text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal))
        {
            var kind = Uri.TryCreate(text, UriKind.Absolute, out _) ? LessonLinkKind.Outside : LessonLinkKind.Wrong;
            return new LessonLink(line, kind, text, "");
        }

        var (path, anchor) = text.Split('#', 2) is [var before, var after] ? (before, after) : (text, "");
        if (path.Length == 0)
        {
            return new LessonLink(line, LessonLinkKind.Place, "", anchor);
        }

        if (path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal))
        {
            return new LessonLink(line, LessonLinkKind.Lab, path, anchor);
        }

        // A translation lies one folder further down.
        path = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path.StartsWith("../", StringComparison.Ordinal) ? path[3..] : path;
        return path == LessonFileName.Glossary
            ? new LessonLink(line, LessonLinkKind.Term, anchor, anchor)
            : LessonFileName.TryRead(path, out _, out var slug) || LessonFileName.TryReadGuide(path, out slug)
                ? new LessonLink(line, LessonLinkKind.Lesson, slug, anchor)
                : path.StartsWith(Pictures, StringComparison.Ordinal) && IsPicture(path[Pictures.Length..])
                    ? new LessonLink(line, LessonLinkKind.Picture, path[Pictures.Length..], "")
                    : new LessonLink(line, LessonLinkKind.Wrong, text, "");
    }

    /// <summary>Whether a text is the file name of a picture: small letters, digits and hyphens, and a known ending.</summary>
    public static bool IsPicture(string name) =>
        name.Length <= 100 && Array.Find(PictureEndings, ending => name.EndsWith(ending, StringComparison.Ordinal)) is { } found
        && LessonFileName.IsSlug(name[..^found.Length]);
}
