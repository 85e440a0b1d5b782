using PixelLab.Core.Compare;
using PixelLab.Core.Languages;
using PixelLab.Core.Lessons;
using PixelLab.Web.Addressing;
using PixelLab.Web.Features.Lessons.Reading;
using PixelLab.Web.Languages;

namespace PixelLab.Web.Features.Lessons.Rendering;

/// <summary>A lesson as one reader sees it now.</summary>
/// <param name="Place">Where in the town the page lies.</param>
/// <param name="Text">The words around the lesson.</param>
/// <param name="Course">All lessons.</param>
/// <param name="Lesson">The lesson.</param>
/// <param name="Answers">How its questions stand in the reader's seat.</param>
/// <param name="IsTeacher">Whether notes for instructors are shown.</param>
public sealed record LessonView(
    TownRequest Place, LanguageText Text, Course Course, Lesson Lesson, LessonAnswers Answers, bool IsTeacher)
{
    /// <summary>The address of a page of lessons in the reader's language.</summary>
    public string Path(string path, string anchor = "") => LessonPath.Of(Place, Text.Language, path, anchor);

    /// <summary>The same, further along the path that was chosen.</summary>
    public string Along(string path) => LessonPath.Of(Place, Text.Language, path, path: OnPath);

    /// <summary>A path of the lab with the reader's language, for the pages that are translated.</summary>
    public string InLanguage(string path) =>
        Text.Language == SpokenLanguages.Default ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={Text.Language}";

    /// <summary>The path that the reader goes along; null for the whole course.</summary>
    public int? OnPath { get; init; }

    /// <summary>The lesson's place on that path.</summary>
    public PathStep? Step => Lesson.Head.On(OnPath);

    /// <summary>Whether the reader likes easy words.</summary>
    public bool IsEasy { get; init; }

    /// <summary>What the three trackers make of the reader's visits; null where the lesson has no use for it.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>The reader's language, for what is explained and compared.</summary>
    public Language Language { get; } = Course.Spoken.Speak(Text.Language);

    /// <summary>The glossary in the reader's language.</summary>
    public Glossary Glossary { get; } = Course.Glossary(Text.Language);
}

/// <summary>Addresses of the pages of lessons.</summary>
public static class LessonPath
{
    /// <summary>The address of a page; the language goes along where it is not the default one, and the path that was chosen.</summary>
    public static string Of(TownRequest place, string language, string page, string anchor = "", int? path = null) =>
        place.Path(page)
        + (language == SpokenLanguages.Default ? "" : $"?lang={language}")
        + (path is null ? "" : $"{(language == SpokenLanguages.Default ? '?' : '&')}path={path}")
        + (anchor.Length > 0 ? "#" + Uri.EscapeDataString(anchor) : "");
}
