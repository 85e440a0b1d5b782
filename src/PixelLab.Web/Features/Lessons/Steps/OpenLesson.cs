using PixelLab.Core.Events;
using PixelLab.Core.Rules;
using PixelLab.Web.Addressing;
using PixelLab.Web.Features.Story;
using PixelLab.Web.Languages;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Lessons.Steps;

/// <summary>Which lesson a seat has open, and its step.</summary>
public sealed class OpenLesson(LessonLibrary library, SeatReadings readings)
{
    /// <summary>Pages of the lab on which nothing of a lesson is done.</summary>
    private static readonly string[] Quiet = ["/lessons", "/classroom", "/join", "/story", "/case"];

    /// <summary>The step at a page; null where no lesson is open, and while the story is told.</summary>
    /// <param name="place">Whose seat it is.</param>
    /// <param name="here">The page: the host's name, and the path there.</param>
    /// <param name="cancellation">Ends the reading of the log.</param>
    public Task<StepView?> StepAsync(TownRequest place, string here, CancellationToken cancellation) =>
        StepAsync(place, here, settings => settings.Value(SettingNames.Lesson), cancellation);

    /// <summary>The step that was put away at a page; null where none was, or where none would stand.</summary>
    /// <inheritdoc cref="StepAsync(TownRequest, string, CancellationToken)"/>
    public Task<StepView?> AwayAsync(TownRequest place, string here, CancellationToken cancellation) =>
        StepAsync(place, here, settings => settings.LessonAway, cancellation);

    private async Task<StepView?> StepAsync(TownRequest place, string here, Func<SeatSettings, string> which, CancellationToken cancellation)
    {
        var (slug, read) = await readings.AskAsync(
            place.Seat,
            (SeatSettings settings) => (StoryWay.IsTold(settings) ? "" : which(settings),
                new LessonPlace(settings.Value(SettingNames.LessonPath), settings.Value(SettingNames.LessonTask))),
            cancellation);
        var course = library.Course();
        return slug.Length > 0 && !IsQuiet(here) && course.Find(SpokenLanguages.Default, slug) is { } lesson
            ? StepView.At(
                lesson, await readings.AnswersAsync(place.Seat, lesson, cancellation), read, here, place, course.Spoken.Text(SpokenLanguages.Default, WordList.Lessons))
            : null;
    }

    /// <summary>Whether somebody has the step in the dock <c>whole</c> or in a <c>line</c>; empty for what there is room for.</summary>
    public Task<string> FoldAsync(SeatId seat, CancellationToken cancellation) =>
        readings.AskAsync(seat, (SeatSettings settings) => settings.Value(SettingNames.LessonStep), cancellation);

    private static bool IsQuiet(string here) =>
        here == Town.Lab.Name + "/" || Array.Exists(Quiet, path => here.StartsWith(Town.Lab.Name + path, StringComparison.Ordinal));
}
