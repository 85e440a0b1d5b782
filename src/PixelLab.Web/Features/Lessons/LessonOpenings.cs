using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Rules;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;
using PixelLab.Web.Features.Lessons.Steps;
using PixelLab.Web.Features.Story;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Lessons;

/// <summary>
/// Notes in a seat which lesson is open in it, and in which words: what the lesson asks to be done counts from then on (<see cref="Core.Lessons.LessonReading"/>).
/// </summary>
public sealed class LessonOpenings(LessonLibrary library, SeatReadings readings, IEventWriter log, HitLimiter limiter, TimeProvider time)
{
    /// <summary>About as much is written down of each, with a slug.</summary>
    private const int WrittenBytes = 256;

    /// <summary>
    /// Notes it for a page that a person asked for. What was fetched ahead was opened by nobody, and what another host's page leads to may be
    /// that page's doing; of these the lesson's own script tells, once the page is seen.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="town">Whose seat it is.</param>
    /// <param name="slug">The lesson.</param>
    /// <param name="path">The path on which it is opened, in minutes, so that the way back from the town leads onto it; null for none.</param>
    /// <returns>Whether it is noted.</returns>
    public async Task<bool> NoteAsync(HttpContext context, TownRequest town, string slug, int? path)
    {
        if (!IsByAPerson(context))
        {
            return await IsOpenAsync(town.Seat, slug);
        }

        var along = path?.ToString(CultureInfo.InvariantCulture) ?? "";
        if (await readings.AskAsync(town.Seat, (SeatSettings settings) => settings.Value(SettingNames.LessonPath)) != along)
        {
            await NoteAsync(context, town.Seat, along, SettingNames.LessonPath);
        }

        return await IsOpenAsync(town.Seat, slug) || await NoteAsync(context, town.Seat, slug, SettingNames.Lesson);
    }

    /// <summary>Notes it as the lesson's own page tells.</summary>
    /// <param name="context">The request, whose sender may not send as much as they like.</param>
    /// <param name="seat">The seat.</param>
    /// <param name="slug">The lesson.</param>
    /// <param name="anew">Whether its checks begin to count once more.</param>
    public async Task TellAsync(HttpContext context, SeatId seat, string slug, bool anew)
    {
        if (anew || !await IsOpenAsync(seat, slug))
        {
            await NoteAsync(context, seat, slug, anew ? SettingNames.LessonAnew : SettingNames.Lesson);
        }
    }

    /// <summary>Notes that none is open any more: its step goes along no further, until it is brought back or a lesson is opened.</summary>
    public async Task PutAwayAsync(HttpContext context, SeatId seat)
    {
        if (!await IsOpenAsync(seat, ""))
        {
            await NoteAsync(context, seat, "", SettingNames.Lesson);
        }
    }

    /// <summary>Opens the lesson again whose step was put away; what it asks for counts on.</summary>
    public async Task BringBackAsync(HttpContext context, SeatId seat)
    {
        if (await readings.AskAsync(seat, (SeatSettings settings) => settings.LessonAway) is { Length: > 0 } slug)
        {
            await NoteAsync(context, seat, slug, SettingNames.Lesson);
        }
    }

    /// <summary>Notes where in a lesson somebody is, and how they have its step. What no lesson has is no place.</summary>
    public async Task NoteAsync(HttpContext context, SeatId seat, StepNote note)
    {
        if (library.Course().Lessons.FirstOrDefault(lesson => lesson.TaskOf(note.Task) is not null) is { } lesson)
        {
            await TellAsync(context, seat, lesson.Slug, anew: false);
            await SetAsync(SettingNames.LessonTask, note.Task!);
        }

        if (note.Whole is { } whole)
        {
            await SetAsync(SettingNames.LessonStep, whole ? "whole" : "line");
        }

        async Task SetAsync(string name, string value)
        {
            if (await readings.AskAsync(seat, (SeatSettings settings) => settings.Value(name)) != value)
            {
                await NoteAsync(context, seat, value, name);
            }
        }
    }

    /// <summary>Notes that lessons are read in easy words from now on, or no more.</summary>
    public async Task ReadEasyAsync(HttpContext context, SeatId seat, bool easy)
    {
        if (await readings.AskAsync(seat, (SeatSettings settings) => settings.IsOn(SettingNames.LessonEasy)) != easy)
        {
            await NoteAsync(context, seat, easy ? "on" : "", SettingNames.LessonEasy);
        }
    }

    private static bool IsByAPerson(HttpContext context) =>
        Door.IsOwn(context) && RequestCapture.IsOpened(context);

    private Task<bool> IsOpenAsync(SeatId seat, string slug) =>
        readings.AskAsync(seat, (SeatSettings settings) => settings.Value(SettingNames.Lesson) == slug);

    private async Task<bool> NoteAsync(HttpContext context, SeatId seat, string value, string name)
    {
        if (limiter.AdmitsBytes(context, WrittenBytes))
        {
            var left = name is SettingNames.Lesson or SettingNames.LessonAnew ? await StoryLeftAsync(seat, value) : [];
            await log.AppendAsync([.. left, Set(seat, name, value)], CancellationToken.None);
        }

        return true;
    }

    /// <summary>Who goes from the end of the story into a lesson leaves it: the blocker that it turned on would stop what the lesson asks for.</summary>
    private async Task<LabEvent[]> StoryLeftAsync(SeatId seat, string slug) =>
        slug.Length > 0 && await StoryEndpoints.StateAsync(seat, readings, CancellationToken.None) is { HasTurnedBlocker: true } state
            ? StoryWay.Turned(state, await readings.AskAsync(seat, (SeatSettings settings) => settings.Snapshot()), seat, "", time.GetUtcNow())
            : [];

    private SettingChanged Set(SeatId seat, string name, string value) => new() { At = time.GetUtcNow(), Seat = seat, Name = name, Value = value };
}
