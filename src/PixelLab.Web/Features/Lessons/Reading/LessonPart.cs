using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace PixelLab.Web.Features.Lessons.Reading;

/// <summary>A container of a lesson, read.</summary>
/// <param name="Line">The file's line, from 1.</param>
/// <param name="Body">The blocks above what the part has of its own, in order.</param>
public abstract record LessonPart(int Line, IReadOnlyList<Block> Body)
{
    private static readonly object Key = new();

    /// <summary>The part that a container was read as, or null where it could not be.</summary>
    public static LessonPart? Of(CustomContainer container) => container.GetData(Key) as LessonPart;

    /// <summary>Keeps the part at its container.</summary>
    public void KeepAt(CustomContainer container) => container.SetData(Key, this);
}

/// <summary>Say what will happen, before seeing it.</summary>
/// <param name="Line">The file's line.</param>
/// <param name="Body">The question.</param>
/// <param name="Id">Its name in the lesson.</param>
/// <param name="Options">What can be answered; none of them is right where nothing is.</param>
/// <param name="Index">The place among the lesson's conditions of the one that decides; -1 where it has none of its own.</param>
public sealed record PredictPart(
    int Line, IReadOnlyList<Block> Body, string Id, IReadOnlyList<LessonOption> Options, int Index) : LessonPart(Line, Body)
{
    /// <summary>Whether it says something to whoever guessed, once it is decided.</summary>
    public bool IsAnswered => Options[0].Feedback.Count > 0;
}

/// <summary>Go and do something.</summary>
/// <param name="Line">The file's line.</param>
/// <param name="Body">What to do.</param>
/// <param name="Host">The host it happens on.</param>
/// <param name="Path">Path and query there.</param>
/// <param name="Button">The button's words.</param>
/// <param name="Hints">Hints, the gentlest first.</param>
public sealed record DoPart(
    int Line, IReadOnlyList<Block> Body, string Host, string Path, string Button, IReadOnlyList<ListItemBlock> Hints) : LessonPart(Line, Body);

/// <summary>A check that is ticked by what happened in the seat.</summary>
/// <param name="Line">The file's line.</param>
/// <param name="Body">What it is about.</param>
/// <param name="Id">Its name in the lesson.</param>
/// <param name="Index">Its place among the lesson's conditions; -1 where the condition could not be read.</param>
public sealed record CheckPart(int Line, IReadOnlyList<Block> Body, string Id, int Index) : LessonPart(Line, Body);

/// <summary>A question with answers.</summary>
/// <param name="Line">The file's line.</param>
/// <param name="Body">The question.</param>
/// <param name="Id">Its name in the lesson.</param>
/// <param name="Several">Whether several answers are right.</param>
/// <param name="Options">The answers.</param>
/// <param name="Why">What explains the right ones; empty where nothing does.</param>
public sealed record QuizPart(
    int Line, IReadOnlyList<Block> Body, string Id, bool Several, IReadOnlyList<LessonOption> Options, IReadOnlyList<Block> Why) : LessonPart(Line, Body);

/// <summary>One answer of a quiz or a guess.</summary>
/// <param name="IsRight">Whether it is right.</param>
/// <param name="Text">The answer.</param>
/// <param name="Feedback">What is said to whoever chose it.</param>
public sealed record LessonOption(bool IsRight, IReadOnlyList<Block> Text, IReadOnlyList<Block> Feedback);

/// <summary>Something hidden until it is asked for.</summary>
/// <param name="Line">The file's line.</param>
/// <param name="Body">What is hidden.</param>
/// <param name="Button">The words to open it with.</param>
public sealed record RevealPart(int Line, IReadOnlyList<Block> Body, string Button) : LessonPart(Line, Body);

/// <summary>A note for instructors.</summary>
/// <param name="Line">The file's line.</param>
/// <param name="Body">The note.</param>
public sealed record TeacherPart(int Line, IReadOnlyList<Block> Body) : LessonPart(Line, Body);

/// <summary>A small live panel.</summary>
/// <param name="Line">The file's line.</param>
/// <param name="Body">The text above it.</param>
/// <param name="Watch">Its place among the lesson's watches.</param>
public sealed record PanelPart(int Line, IReadOnlyList<Block> Body, int Watch) : LessonPart(Line, Body);

/// <summary>One hit, explained.</summary>
/// <param name="Line">The file's line.</param>
/// <param name="Body">The text above it.</param>
/// <param name="Watch">Its place among the lesson's watches.</param>
public sealed record HitPart(int Line, IReadOnlyList<Block> Body, int Watch) : LessonPart(Line, Body);

/// <summary>The live comparison of the three trackers, cut down to what the lesson is about.</summary>
/// <param name="Line">The file's line.</param>
/// <param name="Body">The text above it.</param>
/// <param name="Shown">Which parts of the comparison are shown, in order, as <see cref="All"/> names them.</param>
/// <param name="Experiments">Which rows the evidence has, by the names of the experiments; empty for none.</param>
public sealed record ComparePart(int Line, IReadOnlyList<Block> Body, IReadOnlyList<string> Shown, IReadOnlyList<string> Experiments)
    : LessonPart(Line, Body)
{
    /// <summary>What each tracker concludes about whom it saw.</summary>
    public const string Profiles = "profiles";

    /// <summary>The word before the experiments whose results are shown.</summary>
    public const string Evidence = "evidence";

    /// <summary>The parts that can be shown.</summary>
    public static IReadOnlyList<string> All { get; } = ["specimens", "line", Profiles, Evidence];
}

/// <summary>A picture with its caption.</summary>
/// <param name="Line">The file's line.</param>
/// <param name="Body">The caption.</param>
/// <param name="Picture">The paragraph with the picture.</param>
public sealed record FigurePart(int Line, IReadOnlyList<Block> Body, Block Picture) : LessonPart(Line, Body);
