using System.Globalization;
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
    public const string Help = """
        Prints a line of figures for each lesson, and below it what is wrong, as FILE:LINE: and words. Nothing is changed, and the lab may run
        meanwhile.

        What must be mended is a mistake, and ends the command with the exit code 1:
          what can't be read or shown, in head, containers, conditions and text; links, terms, pictures and places that lead nowhere
          a claim of fact (a year, a share, money, an article of a law) without a source
          a source without a link that does not end with ‘No link: ’ and the reason (in English lessons)
          questions whose form tells the answer: the right one is at least 1.5 times as long as the wrong ones, or the longest or the shortest in
          over 40 % of a lesson's questions (of three or more, else of all lessons'), or at one place in over 40 % of all; or every wrong one has
          a word such as ‘always’ or ‘only’, and no right one has (in English lessons)
          a sentence of over 25 words in a core lesson, or of over 15 in an easy text (in English lessons)
          an easy text without its lesson, or with headings that the lesson has not
          a path that takes longer than its name says, or over 5 minutes less

        What begins with ‘advice’ is the house's style, or has to be looked at again, and changes no exit code:
          an average sentence outside of 6 to 20 words; minutes that do not fit what there is to read and to do
          a sentence of over 12 words in an easy text (in English lessons)
          a claim past the day that stands in the head (review-by)

        Lessons of your own lie in the folder that PixelLab:Lessons:Folder names. The form of a lesson is told in “Writing a lesson”, which the lab
        shows among the guides for teachers.
        """;

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
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{easy.File}: {easy.Figures.Words} words, {easy.Figures.WordsPerSentence:0.0} a sentence"));
            }

            Print(checker.Of(lesson));
        }

        Print(checker.OfTheCourse());
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{course.Lessons.Count(lesson => lesson.Head.IsOnPath)} lessons and {Count(course.Lessons.Count(lesson => !lesson.Head.IsOnPath), "text")} beside them in {string.Join(", ", library.Folders)}; "
            + $"{(mistakes == 0 ? "no mistakes" : Count(mistakes, "mistake"))}{(advice == 0 ? "" : $", advice on {Count(advice, "thing")}")}."));
        return mistakes == 0 ? 0 : 1;
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string FiguresOf(Lesson lesson, LessonChecker checker)
    {
        var figures = lesson.Figures;
        var quizzes = QuizFigures.Of(lesson.Parts.OfType<QuizPart>());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{lesson.File}: {figures.Words} words, {figures.WordsPerSentence:0.0} a sentence, {lesson.Head.Minutes} minutes told, {figures.Minutes(lesson.TimedTasks):0.0} reckoned, "
            + $"{Count(lesson.TimedTasks, "task")}, {Count(lesson.Checks.Count(), "check")}; {Share(figures.LongSentences)} of sentences over {ReadingFigures.LongSentence} words, "
            + $"{Share(figures.TooLongSentences)} over {ReadingFigures.LongestSentence}; {Count(quizzes.Questions, "question")} with one right answer, the longest in {quizzes.Longest}, the shortest in {quizzes.Shortest}; "
            + $"{Count(lesson.Sources.Count, "source")}, {lesson.Sources.Count(source => !source.HasLink)} without a link; {Count(checker.Past(lesson).Count(), "claim")} past their day");

        string Share(int some) => string.Create(CultureInfo.InvariantCulture, $"{(figures.Sentences == 0 ? 0 : 100.0 * some / figures.Sentences):0} %");
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
