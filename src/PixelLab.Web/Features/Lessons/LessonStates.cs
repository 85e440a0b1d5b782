using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Lessons;
using PixelLab.Web.Addressing;
using PixelLab.Web.Features.Lessons.Reading;
using PixelLab.Web.Languages;
using PixelLab.Web.Live;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Lessons;

/// <summary>How a lesson stands in a seat.</summary>
/// <param name="Checks">Its checks, in order.</param>
/// <param name="Guesses">Those of its guesses that have been decided.</param>
/// <param name="Panels">The newest hits of each live panel and explained hit, oldest first, by its place in the lesson.</param>
public sealed record LessonStateView(
    IReadOnlyList<CheckView> Checks, IReadOnlyList<GuessView> Guesses, IReadOnlyList<IReadOnlyList<EventView>> Panels);

/// <summary>How a check stands.</summary>
/// <param name="Id">Its name in the lesson.</param>
/// <param name="Met">Whether it is ticked.</param>
/// <param name="Earlier">Whether all of it held before the lesson was opened, and nothing of it has come since.</param>
/// <param name="Open">What is still open; nothing where a check above comes first.</param>
public sealed record CheckView(string Id, bool Met, bool Earlier, IReadOnlyList<OpenView> Open);

/// <summary>A guess that has been decided.</summary>
/// <param name="Id">Its name in the lesson.</param>
/// <param name="By">The event that decided it.</param>
public sealed record GuessView(string Id, EventView By);

/// <summary>A requirement that is open.</summary>
/// <param name="Told">What to do, in the lesson's words where it has some.</param>
/// <param name="Nearest">What came nearest, in words; left out where that says no more.</param>
public sealed record OpenView(string Told, string? Nearest);

/// <summary>Asks how lessons stand.</summary>
public static class LessonStates
{
    /// <summary>The answers to a lesson's questions in a seat as of now.</summary>
    public static Task<LessonAnswers> AnswersAsync(
        this SeatReadings readings, SeatId seat, Lesson lesson, CancellationToken cancellation) =>
        readings.AskAsync(
            seat, lesson.Questions, () => new LessonReading(lesson.Questions), (LessonReading reading) => reading.Answers(), cancellation);

    /// <summary>The event that decided a guess; null while none has.</summary>
    public static LabEvent? DeciderOf(this LessonAnswers answers, Lesson lesson, PredictPart guess) =>
        lesson.DecidedBy(guess) is >= 0 and var index ? answers.Checks[index].MetBy : null;

    /// <summary>Whether a check waits for those above it: what to do for it may be the contrary of what they ask for, as long as nothing of the lesson is done.</summary>
    public static bool IsWaiting(this LessonAnswers answers, Lesson lesson, CheckPart check)
    {
        var checks = lesson.Checks.Where(one => one.Index >= 0).ToList();
        return check != checks[0] && checks.TrueForAll(one => answers.Checks[one.Index].Outcome.Open is [{ Index: 0, Nearest.Came: 0 }, ..]);
    }

    /// <summary>The same as it is sent. One hit alone is sent whole, with its explanation.</summary>
    public static LessonStateView View(Lesson lesson, LessonAnswers answers, LanguageText text, Language language, TownAddress address) => new(
        [
            .. lesson.Checks.Where(check => check.Index >= 0).Select(check =>
            {
                var (outcome, wasMet, _) = answers.Checks[check.Index];
                return new CheckView(
                    check.Id, outcome.IsMet, wasMet, answers.IsWaiting(lesson, check) ? [] : [.. outcome.Open.Select(open => new OpenView(MissText.Told(open, text), MissText.Beside(open, text)))]);
            }),
        ],
        [
            .. lesson.Parts.OfType<PredictPart>().Select(guess => answers.DeciderOf(lesson, guess) is { } by ? new GuessView(guess.Id, EventViews.Row(by, address, language)) : null)
                .OfType<GuessView>(),
        ],
        [
            .. answers.Watches.Select((events, index) => events.Select(one =>
                lesson.Questions.Watches[index].Most == 1 ? EventViews.Whole(one, address, language) : EventViews.Row(one, address, language)).ToArray()),
        ]);
}
