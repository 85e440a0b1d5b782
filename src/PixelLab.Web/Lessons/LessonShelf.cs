using System.Collections.Concurrent;
using PixelLab.Core.Languages;
using PixelLab.Web.Lessons.Reading;

namespace PixelLab.Web.Lessons;

/// <summary>All lessons as they are at one moment.</summary>
/// <param name="Lessons">Every lesson and guide, in every language.</param>
/// <param name="Glossaries">The glossary of each language that has one.</param>
/// <param name="Pictures">The files of pictures, by name.</param>
/// <param name="Words">Words that languages bring along, by language and book.</param>
/// <param name="Problems">Files that could not be read as lessons.</param>
public sealed record LessonShelf(
    IReadOnlyList<Lesson> Lessons,
    IReadOnlyDictionary<string, Glossary> Glossaries,
    IReadOnlyDictionary<string, string> Pictures,
    IReadOnlyDictionary<(string Language, string Book), WordsFile> Words,
    IReadOnlyList<LessonProblem> Problems)
{
    /// <summary>The language of the files that lie in no language's folder.</summary>
    public const string DefaultLanguage = "en";

    private readonly Dictionary<(string Language, string Slug), Lesson> _bySlug = Lessons
        .GroupBy(lesson => (lesson.Language, lesson.Slug)).ToDictionary(group => group.Key, group => group.First());

    private readonly ConcurrentDictionary<string, Language> _spoken = new(StringComparer.Ordinal) { [DefaultLanguage] = Language.English };

    /// <summary>The languages that lessons are written in, the default first.</summary>
    public IReadOnlyList<string> Languages { get; } =
    [
        DefaultLanguage, .. Lessons.Select(lesson => lesson.Language).Where(language => language != DefaultLanguage).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The language wanted, where there are lessons in it, else the default.</summary>
    public string LanguageOr(string? wanted) => wanted is not null && Languages.Contains(wanted) ? wanted : DefaultLanguage;

    /// <summary>The words of a part of the lab in that language.</summary>
    public LanguageText Text(string language, WordBook book) => new(language, book, Words.GetValueOrDefault((language, book.Name))?.Words);

    /// <summary>That language as everything below the pages speaks it: explanations, comparisons, verdicts.</summary>
    public Language Speak(string language) => _spoken.GetOrAdd(
        language, tag => new Language(tag, file => Words.GetValueOrDefault((tag, file))?.Words));

    /// <summary>The lesson in that language, or in the default one; null where there is none.</summary>
    public Lesson? Find(string language, string slug) =>
        _bySlug.GetValueOrDefault((language, slug)) ?? _bySlug.GetValueOrDefault((DefaultLanguage, slug));

    /// <summary>The glossary of that language, or of the default one.</summary>
    public Glossary Glossary(string language) =>
        Glossaries.GetValueOrDefault(language) ?? Glossaries.GetValueOrDefault(DefaultLanguage) ?? Reading.Glossary.Empty;

    /// <summary>The lessons in their order, each in that language where it is translated. Guides are none of them.</summary>
    public IReadOnlyList<Lesson> Path(string language) =>
    [
        .. In(language).Where(lesson => !lesson.Head.IsGuide)
            .OrderBy(lesson => lesson.Number).ThenBy(lesson => lesson.Slug, StringComparer.Ordinal),
    ];

    /// <summary>The guides for those who teach, by their titles, each in that language where it is translated.</summary>
    public IReadOnlyList<Lesson> Guides(string language) =>
    [
        .. In(language).Where(lesson => lesson.Head.IsGuide).OrderBy(lesson => lesson.Head.Title, StringComparer.Ordinal),
    ];

    private IEnumerable<Lesson> In(string language) =>
        Lessons.Where(lesson => lesson.Language == DefaultLanguage || lesson.Language == language)
            .GroupBy(lesson => lesson.Slug, StringComparer.Ordinal).Select(group => Find(language, group.Key)!);
}
