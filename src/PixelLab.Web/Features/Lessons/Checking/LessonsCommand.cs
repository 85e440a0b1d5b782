using Microsoft.AspNetCore.Routing.Template;
using PixelLab.Core.Lessons;
using PixelLab.Web.Addressing;
using PixelLab.Web.Features.Lessons.Reading;
using PixelLab.Web.Languages;

namespace PixelLab.Web.Features.Lessons.Checking;

/// <summary>
/// <c>dotnet run --project src/PixelLab.Web -- lessons check</c>: prints the figures of each lesson, and every mistake and
/// advice with file and line. The lab itself is not started.
/// </summary>
public static class LessonsCommand
{
    /// <summary>What the command line's help tells of it.</summary>
    public static string Help => AuthorText.Text["Check.Help"];

    /// <summary>Whether the command line asks for the check.</summary>
    public static bool IsAsked(IReadOnlyList<string> arguments) => arguments is ["lessons", "check", ..];

    /// <summary>Checks and prints.</summary>
    /// <returns>The exit code: 0 where nothing is wrong, else 1.</returns>
    public static int Run(WebApplication app, TextWriter output)
    {
        var library = app.Services.GetRequiredService<LessonLibrary>();
        var course = library.Course();
        var checker = new LessonChecker(course, Leads(app), DateOnly.FromDateTime(app.Services.GetRequiredService<TimeProvider>().GetLocalNow().Date));
        var (mistakes, advice) = (0, 0);
        void Print(IReadOnlyList<LessonProblem> problems)
        {
            foreach (var problem in problems.OrderBy(problem => problem.IsAdvice))
            {
                (mistakes, advice) = problem.IsAdvice ? (mistakes, advice + 1) : (mistakes + 1, advice);
                output.WriteLine(problem);
            }
        }

        foreach (var lesson in course.Lessons.OrderBy(lesson => lesson.Language != SpokenLanguages.Default)
            .ThenBy(lesson => lesson.Language, StringComparer.Ordinal).ThenBy(lesson => lesson.Number))
        {
            output.WriteLine(FiguresOf(lesson, checker));
            if (lesson.Easy is { } easy)
            {
                output.WriteLine(AuthorText.Text["Figures.Easy", easy.File, easy.Figures.Words, easy.Figures.WordsPerSentence]);
            }

            Print(checker.Of(lesson));
        }

        Print(checker.OfTheCourse());
        var texts = Count("Texts", course.Lessons.Count(lesson => !lesson.Head.IsOnPath));
        output.WriteLine(AuthorText.Text[
            "Found",
            course.Lessons.Count(lesson => lesson.Head.IsOnPath),
            texts,
            string.Join(", ", library.Folders),
            mistakes == 0 ? AuthorText.Text["Mistakes.None"] : Count("Mistakes", mistakes),
            advice == 0 ? "" : Count("Advice", advice)]);
        return mistakes == 0 ? 0 : 1;
    }

    private static string Count(string what, int count) => AuthorText.Text.Count(what, count);

    private static string FiguresOf(Lesson lesson, LessonChecker checker)
    {
        var figures = lesson.Figures;
        var quizzes = QuizFigures.Of(lesson.Parts.OfType<QuizPart>());
        return AuthorText.Text[
            "Figures",
            lesson.File,
            figures.Words,
            figures.WordsPerSentence,
            lesson.Head.Minutes,
            figures.Minutes(lesson.TimedTasks),
            Count("Tasks", lesson.TimedTasks),
            Count("Checks", lesson.Checks.Count()),
            Share(figures.LongSentences),
            ReadingFigures.LongSentence,
            Share(figures.TooLongSentences),
            ReadingFigures.LongestSentence,
            Count("Questions", quizzes.Questions),
            quizzes.Longest,
            quizzes.Shortest,
            Count("Sources", lesson.Sources.Count),
            lesson.Sources.Count(source => !source.HasLink),
            Count("Claims", checker.Past(lesson).Count())];

        double Share(int some) => figures.Sentences == 0 ? 0 : 100.0 * some / figures.Sentences;
    }

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
