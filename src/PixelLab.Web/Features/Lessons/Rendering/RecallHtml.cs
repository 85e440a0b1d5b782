using PixelLab.Web.Features.Lessons.Reading;

namespace PixelLab.Web.Features.Lessons.Rendering;

/// <summary>
/// Writes the questions of earlier lessons that come back in a core lesson. Two stand on the page as it comes; the others go along unseen, of
/// which <c>recall.ts</c> chooses by what was missed.
/// </summary>
public static class RecallHtml
{
    /// <summary>The two that are shown without scripts, and the others; nothing where no lesson comes before.</summary>
    public static (string Shown, string Others) Write(LessonView view)
    {
        List<(Lesson Lesson, QuizPart Question)> all = view.Lesson.Head.Level == LessonLevel.Core
            ? [.. Before(view).SelectMany(lesson => QuestionsOf(lesson, view.OnPath).Select(question => (lesson, question)))]
            : [];
        var two = QuizOrder.TwoOf(view.Place.Seat, view.Lesson.Slug, all.Count).ToHashSet();
        return (WriteSome(view, all.Where((_, place) => two.Contains(place))), WriteSome(view, all.Where((_, place) => !two.Contains(place))));
    }

    private static IEnumerable<Lesson> Before(LessonView view) =>
        view.Course.Along(view.OnPath, view.Text.Language).TakeWhile(lesson => lesson.Slug != view.Lesson.Slug).Where(lesson => !lesson.Head.IsFurther);

    /// <summary>Those that lie on the path.</summary>
    private static IEnumerable<QuizPart> QuestionsOf(Lesson lesson, int? path)
    {
        var keys = lesson.TaskKeysOn(lesson.Head.On(path)).ToHashSet(StringComparer.Ordinal);
        return lesson.Parts.OfType<QuizPart>().Where(question => keys.Contains(Lesson.KeyOf(question)));
    }

    private static string WriteSome(LessonView view, IEnumerable<(Lesson Lesson, QuizPart Question)> some) => string.Concat(some
        .GroupBy(one => one.Lesson)
        .Select(of => LessonHtml.WriteAgain(view with { Lesson = of.Key }, of.Select(one => one.Question))));
}
