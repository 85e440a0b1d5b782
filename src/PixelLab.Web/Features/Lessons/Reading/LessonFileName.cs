using System.Globalization;

namespace PixelLab.Web.Features.Lessons.Reading;

/// <summary>How the files of lessons are named: <c>07-why-businesses-use-them.md</c>.</summary>
public static class LessonFileName
{
    /// <summary>The file of terms.</summary>
    public const string Glossary = "glossary.md";

    private const int MostSlug = 80;
    private const string Ending = ".md";

    /// <summary>Reads number and slug off a file's name.</summary>
    public static bool TryRead(string name, out int number, out string slug)
    {
        number = 0;
        slug = "";
        if (!name.EndsWith(Ending, StringComparison.Ordinal) || name.IndexOf('-', StringComparison.Ordinal) is not (> 0 and < 4 and var hyphen)
            || !int.TryParse(name.AsSpan(0, hyphen), NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            return false;
        }

        slug = name[(hyphen + 1)..^Ending.Length];
        return IsSlug(slug);
    }

    /// <summary>Reads the slug off the name of a text that has no number: <c>instructors-guide.md</c>, but not the file of terms.</summary>
    public static bool TryReadGuide(string name, out string slug)
    {
        slug = name.EndsWith(Ending, StringComparison.Ordinal) ? name[..^Ending.Length] : "";
        return name != Glossary && IsSlug(slug) && !char.IsAsciiDigit(slug[0]);
    }

    /// <summary>Whether a text is 1 to 80 small letters, digits and hyphens.</summary>
    public static bool IsSlug(string text) =>
        text.Length is > 0 and <= MostSlug && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
