using System.Globalization;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using PixelLab.Core.Lessons;

namespace PixelLab.Web.Features.Lessons.Reading;

/// <summary>A mistake in a lesson, or what would make it better.</summary>
/// <param name="File">The file, as a path from the folder of lessons.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">What is wrong and what would be right, in plain words.</param>
public sealed record LessonProblem(string File, int Line, string Text)
{
    /// <summary>Whether it is advice: of the house's style, or to look at something again. What is none must be mended.</summary>
    public bool IsAdvice { get; init; }

    /// <summary>The mistake as compilers write theirs.</summary>
    public override string ToString() => $"{File}:{Line}: {(IsAdvice ? "advice: " : "")}{Text}";
}

/// <summary>Whom a lesson is for.</summary>
public enum LessonLevel
{
    /// <summary>Everybody, in order.</summary>
    Core,

    /// <summary>Whoever wants to know more, in any order.</summary>
    Further,

    /// <summary>Those who teach. A guide stands beside the path, not on it.</summary>
    Guide,

    /// <summary>Everybody, on paper. A sheet stands beside the path, not on it.</summary>
    Sheet,

    /// <summary>Everybody, before the first lesson and once more after the last.</summary>
    Questions,
}

/// <summary>What a lesson says of itself.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Summary">One or two sentences.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Level">Whom it is for.</param>
/// <param name="Language">Its language, as a tag of BCP 47.</param>
/// <param name="Objectives">What the reader can do after it.</param>
/// <param name="Needs">The slugs of lessons to read before.</param>
public sealed record LessonHead(
    string Title, string Summary, int Minutes, LessonLevel Level, string Language, IReadOnlyList<string> Objectives, IReadOnlyList<string> Needs)
{
    /// <summary>What is claimed only until a day.</summary>
    public IReadOnlyList<DatedClaim> ReviewBy { get; init; } = [];

    /// <summary>The paths it lies on.</summary>
    public IReadOnlyList<PathStep> Paths { get; init; } = [];

    /// <summary>Its place on a path; null where it lies not on it.</summary>
    public PathStep? On(int? path) => Paths.FirstOrDefault(step => step.Path == path);

    /// <summary>What of curricula it serves.</summary>
    public IReadOnlyList<string> Standards { get; init; } = [];

    /// <summary>What people often believe instead.</summary>
    public IReadOnlyList<string> Misconceptions { get; init; } = [];

    /// <summary>A question for a class to talk about; empty for none.</summary>
    public string Discuss { get; init; } = "";

    /// <summary>What it says to teachers alone: the names of the words above it, and the texts; nothing for what it does not say.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Items)> ForTeachers =>
    [
        .. new (string, IReadOnlyList<string> Items)[]
        {
            ("TeacherStandards", Standards), ("TeacherMisconceptions", Misconceptions), ("TeacherDiscuss", Discuss.Length > 0 ? [Discuss] : []),
        }.Where(one => one.Items.Count > 0),
    ];

    /// <summary>Whether it goes further than the core.</summary>
    public bool IsFurther => Level == LessonLevel.Further;

    /// <summary>Whether it stands on the path, and so has a number.</summary>
    public bool IsOnPath => Level is LessonLevel.Core or LessonLevel.Further;
}

/// <summary>A claim that must be read again.</summary>
/// <param name="Day">The day by which.</param>
/// <param name="Claim">What is claimed.</param>
public sealed record DatedClaim(DateOnly Day, string Claim);

/// <summary>A source of a lesson: one of its footnotes.</summary>
/// <param name="Line">The file's line, from 1.</param>
/// <param name="HasLink">Whether it can be followed.</param>
/// <param name="SaysWhyNot">Whether it says why there is nothing to follow.</param>
public sealed record LessonSource(int Line, bool HasLink, bool SaysWhyNot);

/// <summary>A section of a lesson.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">Its heading.</param>
public sealed record LessonSection(string Id, string Title);

/// <summary>A lesson as read from its file.</summary>
public sealed record Lesson
{
    /// <summary>The file, as a path from the folder of lessons.</summary>
    public required string File { get; init; }

    /// <summary>Its place on the path; 0 for what stands beside it.</summary>
    public required int Number { get; init; }

    /// <summary>Its name in addresses: the file's name without its number, if it has one, and ending.</summary>
    public required string Slug { get; init; }

    /// <summary>The language of the folder it lies in.</summary>
    public required string Language { get; init; }

    /// <summary>What it says of itself; what is missing there is filled in, with a problem told.</summary>
    public required LessonHead Head { get; init; }

    /// <summary>The text.</summary>
    public required MarkdownDocument Document { get; init; }

    /// <summary>Its sections, in order.</summary>
    public required IReadOnlyList<LessonSection> Sections { get; init; }

    /// <summary>Its tasks and other parts, in order.</summary>
    public required IReadOnlyList<LessonPart> Parts { get; init; }

    /// <summary>Where it links to, in order.</summary>
    public required IReadOnlyList<LessonLink> Links { get; init; }

    /// <summary>Its sources, in order.</summary>
    public required IReadOnlyList<LessonSource> Sources { get; init; }

    /// <summary>What it asks of a seat's events. The same object as long as the file is the same.</summary>
    public required LessonQuestions Questions { get; init; }

    /// <summary>How much there is to read.</summary>
    public required ReadingFigures Figures { get; init; }

    /// <summary>Its prose in easy words; null where nobody has written it.</summary>
    public EasyText? Easy { get; init; }

    /// <summary>The mistakes found while reading, also in its easy words.</summary>
    public required IReadOnlyList<LessonProblem> Problems { get; init; }

    /// <summary>The checks' names, in order.</summary>
    public IEnumerable<CheckPart> Checks => Parts.OfType<CheckPart>();

    /// <summary>The place among the lesson's conditions of the one by which a guess is answered: its own, or that of the first check; -1 for none.</summary>
    public int DecidedBy(PredictPart part) => !part.IsAnswered ? -1 : part.Index >= 0 ? part.Index : Checks.FirstOrDefault()?.Index ?? -1;

    /// <summary>The name of a task in the seat's log, by its place among the parts, from 1.</summary>
    public string NameOf(int part) => string.Create(CultureInfo.InvariantCulture, $"{Slug}/{part}");

    /// <summary>The task of that name; null where it is none of this lesson.</summary>
    public DoPart? TaskOf(string? name) => Parts.Where((_, at) => NameOf(at + 1) == name).OfType<DoPart>().FirstOrDefault();

    /// <summary>Whether the comparison of the three trackers is shown in it.</summary>
    public bool HasComparison => Parts.OfType<ComparePart>().Any();

    /// <summary>Whether hits are shown in it: a list of them, one whole, or one that decides a guess.</summary>
    public bool HasHits => Parts.Any(part => part is PanelPart or HitPart or PredictPart { IsAnswered: true });

    /// <summary>What counts as done for the reader's progress: checks and quizzes, by the keys the browser keeps.</summary>
    public IEnumerable<string> TaskKeys => TaskKeysOf(Parts);

    /// <summary>What counts as done on a path: all, or what stands before the heading at which it leaves the lesson.</summary>
    public IEnumerable<string> TaskKeysOn(PathStep? step) => TaskKeysOf(PartsOn(step));

    /// <summary>The questions that are asked on a path.</summary>
    public IEnumerable<QuizPart> QuizzesOn(PathStep? step) => PartsOn(step).OfType<QuizPart>();

    /// <summary>How many tasks take the reader a minute beside the reading.</summary>
    public int TimedTasks => Parts.Count(part => part is DoPart or PredictPart or QuizPart);

    /// <summary>The key of a question.</summary>
    public static string KeyOf(QuizPart quiz) => "quiz:" + quiz.Id;

    private static IEnumerable<string> TaskKeysOf(IEnumerable<LessonPart> parts) => parts.Select(part => part switch
    {
        CheckPart check => "check:" + check.Id,
        QuizPart quiz => KeyOf(quiz),
        _ => null,
    }).OfType<string>();

    private IEnumerable<LessonPart> PartsOn(PathStep? step) => step is { Until.Length: > 0 } ? Parts.Where(part => part.Line <= LineOf(step.Until)) : Parts;

    private int LineOf(string anchor) => Document.OfType<HeadingBlock>().FirstOrDefault(heading => heading.GetAttributes().Id == anchor)?.Line ?? int.MaxValue;
}
