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
        var (slug, path) = await readings.AskAsync(
            place.Seat, (SeatSettings settings) => (StoryWay.IsTold(settings) ? "" : which(settings), settings.Value(SettingNames.LessonPath)), cancellation);
        var course = library.Course();
        return slug.Length > 0 && !IsQuiet(here) && course.Find(SpokenLanguages.Default, slug) is { } lesson
            ? StepView.At(
                lesson, await readings.AnswersAsync(place.Seat, lesson, cancellation), path, here, place, course.Spoken.Text(SpokenLanguages.Default, WordList.Lessons))
            : null;
    }

    private static bool IsQuiet(string here) =>
        here == Town.Lab.Name + "/" || Array.Exists(Quiet, path => here.StartsWith(Town.Lab.Name + path, StringComparison.Ordinal));
}
