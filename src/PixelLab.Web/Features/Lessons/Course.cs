using PixelLab.Web.Features.Lessons.Reading;
using PixelLab.Web.Languages;

namespace PixelLab.Web.Features.Lessons;

/// <summary>All lessons as they are at one moment.</summary>
/// <param name="Lessons">Every lesson and guide, in every language.</param>
/// <param name="Glossaries">The glossary of each language that has one.</param>
/// <param name="Pictures">The files of pictures, by name.</param>
/// <param name="Words">Words that languages bring along, by language and book.</param>
/// <param name="Problems">Files that could not be read as lessons.</param>
public sealed record Course(
    IReadOnlyList<Lesson> Lessons,
    IReadOnlyDictionary<string, Glossary> Glossaries,
    IReadOnlyDictionary<string, string> Pictures,
    IReadOnlyDictionary<(string Language, string Book), WordsFile> Words,
    IReadOnlyList<LessonProblem> Problems)
{
    private readonly Dictionary<(string Language, string Slug), Lesson> _bySlug = Lessons
        .GroupBy(lesson => (lesson.Language, lesson.Slug)).ToDictionary(group => group.Key, group => group.First());

    /// <summary>The languages that lessons are written in, with the words that each brings along.</summary>
    public SpokenLanguages Spoken { get; } = new(
        [
            SpokenLanguages.Default,
            .. Lessons.Select(lesson => lesson.Language).Where(language => language != SpokenLanguages.Default).Distinct().Order(StringComparer.Ordinal),
        ],
        (language, words) => Words.GetValueOrDefault((language, words))?.Words);

    /// <summary>The lesson in that language, or in the default one; null where there is none.</summary>
    public Lesson? Find(string language, string slug) =>
        _bySlug.GetValueOrDefault((language, slug)) ?? _bySlug.GetValueOrDefault((SpokenLanguages.Default, slug));

    /// <summary>The glossary of that language, or of the default one.</summary>
    public Glossary Glossary(string language) =>
        Glossaries.GetValueOrDefault(language) ?? Glossaries.GetValueOrDefault(SpokenLanguages.Default) ?? Reading.Glossary.Empty;

    /// <summary>The lessons in their order, each in that language where it is translated. What stands beside the path is none of them.</summary>
    public IReadOnlyList<Lesson> Path(string language) =>
    [
        .. In(language).Where(lesson => lesson.Head.IsOnPath)
            .OrderBy(lesson => lesson.Number).ThenBy(lesson => lesson.Slug, StringComparer.Ordinal),
    ];

    /// <summary>The lessons of a path in their order; all of them where none is chosen.</summary>
    public IReadOnlyList<Lesson> Along(int? path, string language) =>
        path is null ? Path(language) : [.. Path(language).Where(lesson => lesson.Head.On(path) is not null)];

    /// <summary>The paths that can be chosen: those with lessons on them.</summary>
    public IEnumerable<int> Paths(string language) => PathStep.Paths.Where(path => Along(path, language).Count > 0);

    /// <summary>The questions to answer before and after; null where there are none.</summary>
    public Lesson? Questions(string language) => Beside(LessonLevel.Questions, language) is [var first, ..] ? first : null;

    /// <summary>What stands beside the path, by its level: guides or sheets by their titles, each in that language where it is translated.</summary>
    public IReadOnlyList<Lesson> Beside(LessonLevel level, string language) =>
    [
        .. In(language).Where(lesson => lesson.Head.Level == level).OrderBy(lesson => lesson.Head.Title, StringComparer.Ordinal),
    ];

    private IEnumerable<Lesson> In(string language) =>
        Lessons.Where(lesson => lesson.Language == SpokenLanguages.Default || lesson.Language == language)
            .GroupBy(lesson => lesson.Slug, StringComparer.Ordinal).Select(group => Find(language, group.Key)!);
}
