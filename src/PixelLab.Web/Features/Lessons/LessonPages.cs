using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticFiles;
using PixelLab.Core.Compare;
using PixelLab.Core.Events;
using PixelLab.Core.Rules;
using PixelLab.Web.Addressing;
using PixelLab.Web.Api;
using PixelLab.Web.Features.Lessons.Reading;
using PixelLab.Web.Features.Lessons.Rendering;
using PixelLab.Web.Languages;
using PixelLab.Web.Limits;
using PixelLab.Web.Pages;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Lessons;

/// <summary>The pages of lessons. They carry no pixel and are no visit.</summary>
public static class LessonPages
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>Maps the path, the lessons, the glossary and the pictures.</summary>
    public static void MapLessonPages(this IEndpointRouteBuilder routes)
    {
        var lab = routes.MapTownHost(Town.Lab.Name);
        lab.MapGet("/lessons", ShowPath);
        lab.MapGet("/lessons/glossary", ShowGlossary);
        lab.MapGet("/lessons/{slug}", ShowLessonAsync);
        lab.MapPost("/lessons/{slug}/easy", ReadEasyAsync);
        lab.MapGet("/lessons/pictures/{name}", ShowPicture).ForEverybody();
    }

    /// <summary>Maps how a lesson stands in a seat, as JSON.</summary>
    public static void MapLessonState(this IEndpointRouteBuilder routes)
    {
        var seat = routes.MapSeatGroup();
        seat.MapGet("/lessons/{slug}", AskAsync)
            .WithSummary("How a lesson stands in a seat: which of its tasks are done since it was opened, what its guesses came to, and what its live panels show.")
            .WithAnswer(() => new LessonStateView(
                [new CheckView("first-hit", false, false, [new OpenView("Open a page of the shop.", null)])], [new GuessView("predict-1", Example.View)], [[Example.View]]));
        seat.MapPost("/lessons/{slug}/opening", OpenAsync)
            .WithSummary("Notes that a lesson was opened: what its tasks ask for counts from then on. Where it was opened before, that stays, except with ‘anew’.");
    }

    private static RazorComponentResult<LessonsPage> ShowPath(HttpContext context, TownRequest town, LessonLibrary library, string? lang, string? path)
    {
        var course = library.Course();
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<LessonsPage>(new Dictionary<string, object?>
        {
            ["Place"] = town,
            ["Text"] = course.Spoken.Text(course.Spoken.TagOr(lang), WordList.Lessons),
            ["Course"] = course,
            ["Path"] = PathStep.PathOf(path),
        });
    }

    private static RazorComponentResult<GlossaryPage> ShowGlossary(HttpContext context, TownRequest town, LessonLibrary library, string? lang)
    {
        var course = library.Course();
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<GlossaryPage>(new Dictionary<string, object?>
        {
            ["Place"] = town,
            ["Text"] = course.Spoken.Text(course.Spoken.TagOr(lang), WordList.Lessons),
            ["Course"] = course,
        });
    }

    private static async Task<Results<RazorComponentResult<LessonPage>, NotFound>> ShowLessonAsync(
        HttpContext context, string slug, TownRequest town, LessonLibrary library, SeatReadings readings, LessonOpenings openings, IEventReader log, string? lang, string? teacher, string? path)
    {
        var course = library.Course();
        var language = course.Spoken.TagOr(lang);
        if (course.Find(language, slug) is not { } lesson)
        {
            return TypedResults.NotFound();
        }

        var onPath = PathStep.PathOf(path) is { } along && lesson.Head.On(along) is not null ? along : (int?)null;
        var isOpened = await openings.NoteAsync(context, town, slug, onPath);

        // The page's script goes on from here; what comes in between is asked for again.
        var since = log.End;
        var answers = await readings.AnswersAsync(town.Seat, lesson, context.RequestAborted);
        var comparison = lesson.HasComparison
            ? await readings.AskAsync(town.Seat, (CompareReading reading) => reading.Snapshot(course.Spoken.Speak(language)), context.RequestAborted)
            : null;
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<LessonPage>(new Dictionary<string, object?>
        {
            ["View"] = new LessonView(town, course.Spoken.Text(language, WordList.Lessons), course, lesson, answers, teacher == "1")
            {
                Comparison = comparison,
                OnPath = onPath,
                IsEasy = await readings.AskAsync(town.Seat, (SeatSettings settings) => settings.IsOn(SettingNames.LessonEasy), context.RequestAborted),
            },
            ["Since"] = since,
            ["IsOpened"] = isOpened,
        });
    }

    /// <summary>Shows all lessons in easy words from now on, or no more: as the form of a lesson asks.</summary>
    private static async Task<Results<SeeOther, NotFound>> ReadEasyAsync(
        HttpContext context, string slug, TownRequest town, LessonLibrary library, LessonOpenings openings, string? lang, string? path)
    {
        var spoken = library.Course().Spoken;
        if (library.Course().Find(spoken.TagOr(lang), slug) is null)
        {
            return TypedResults.NotFound();
        }

        var easy = (await context.Request.ReadFormUpToAsync(BodyLimits.SmallForm))["easy"] == "on";
        await openings.ReadEasyAsync(context, town.Seat, easy);
        return new SeeOther(LessonPath.Of(town, spoken.TagOr(lang), "/lessons/" + slug, "easy", PathStep.PathOf(path)));
    }

    private static Results<PhysicalFileHttpResult, NotFound> ShowPicture(HttpContext context, string name, LessonLibrary library)
    {
        if (library.Course().Pictures.GetValueOrDefault(name) is not { } file || !Types.TryGetContentType(name, out var type))
        {
            return TypedResults.NotFound();
        }

        // A picture opened by itself is a document; it may be styled and nothing else.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.PhysicalFile(file, type, lastModified: File.GetLastWriteTimeUtc(file));
    }

    private static async Task<Results<Ok<LessonStateView>, NotFound>> AskAsync(
        SeatId seat, string slug, TownRequest town, LessonLibrary library, SeatReadings readings, string? lang, CancellationToken cancellation)
    {
        var course = library.Course();
        var language = course.Spoken.TagOr(lang);
        if (course.Find(language, slug) is not { } lesson)
        {
            return TypedResults.NotFound();
        }

        var answers = await readings.AnswersAsync(seat, lesson, cancellation);
        return TypedResults.Ok(LessonStates.View(lesson, answers, course.Spoken.Text(language, WordList.Lessons), course.Spoken.Speak(language), town.Address));
    }

    private static async Task<Results<NoContent, NotFound>> OpenAsync(
        HttpContext context, SeatId seat, string slug, [Description("‘true’ where its tasks begin once more.")] bool? anew, LessonLibrary library, LessonOpenings openings)
    {
        if (!library.Course().Lessons.Any(lesson => lesson.Slug == slug))
        {
            return TypedResults.NotFound();
        }

        await openings.TellAsync(context, seat, slug, anew == true);
        return TypedResults.NoContent();
    }
}
