using System.Globalization;
using Microsoft.AspNetCore.Routing.Template;
using PixelLab.Web.Addressing;
using PixelLab.Web.Features.Lessons.Reading;
using PixelLab.Web.Languages;

namespace PixelLab.Web.Features.Lessons.Checking;

/// <summary>
/// <c>dotnet run --project src/PixelLab.Web -- lessons check</c>: prints the figures of each lesson and every mistake with file and
/// line. The lab itself is not started.
/// </summary>
public static class LessonsCommand
{
    /// <summary>Whether the command line asks for the check.</summary>
    public static bool IsAsked(IReadOnlyList<string> arguments) => arguments is ["lessons", "check", ..];

    /// <summary>Checks and prints.</summary>
    /// <returns>The exit code: 0 where nothing is wrong, else 1.</returns>
    public static int Run(WebApplication app, TextWriter output)
    {
        var library = app.Services.GetRequiredService<LessonLibrary>();
        library.Look();
        var course = library.Course();
        var checker = new LessonChecker(course, Leads(app));
        var mistakes = 0;
        void Print(IReadOnlyList<LessonProblem> problems)
        {
            mistakes += problems.Count;
            foreach (var problem in problems)
            {
                output.WriteLine(problem);
            }
        }

        foreach (var lesson in course.Lessons.OrderBy(lesson => lesson.Language != SpokenLanguages.Default)
            .ThenBy(lesson => lesson.Language, StringComparer.Ordinal).ThenBy(lesson => lesson.Number))
        {
            output.WriteLine(FiguresOf(lesson));
            Print(checker.Of(lesson));
        }

        Print(checker.OfTheCourse());
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{course.Lessons.Count(lesson => lesson.Head.IsOnPath)} lessons and {Beside(course)} beside them in {string.Join(", ", library.Folders)}; {(mistakes == 0 ? "no mistakes" : mistakes == 1 ? "1 mistake" : $"{mistakes} mistakes")}."));
        return mistakes == 0 ? 0 : 1;
    }

    private static string Beside(Course course) =>
        course.Lessons.Count(lesson => !lesson.Head.IsOnPath) is var count && count == 1 ? "1 text" : $"{count} texts";

    private static string FiguresOf(Lesson lesson) => string.Create(
        CultureInfo.InvariantCulture,
        $"{lesson.File}: {lesson.Figures.Words} words, {lesson.Figures.WordsPerSentence:0.0} a sentence, {lesson.Head.Minutes} minutes told, "
        + $"{lesson.Figures.Minutes(lesson.TimedTasks):0.0} reckoned, {lesson.TimedTasks} tasks, {lesson.Checks.Count()} checks");

    /// <summary>Asks the routes whether a path leads to a page; a site's page for what it has not is none.</summary>
    private static Func<string, string, bool> Leads(WebApplication app)
    {
        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<OnTownHost>() is not null
                && route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
                && !route.RoutePattern.Parameters.Any(parameter => parameter.IsCatchAll))
            .Select(route => (
                Host: route.Metadata.GetMetadata<OnTownHost>()!.Name,
                Matcher: new TemplateMatcher(TemplateParser.Parse(route.RoutePattern.RawText ?? ""), [])))
            .ToList();
        return (host, path) => routes.Exists(route =>
            route.Host == host && route.Matcher.TryMatch(path.Split('?', 2)[0], []));
    }
}
