using Markdig.Extensions.CustomContainers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using PixelLab.Core.Lessons;
using PixelLab.Web.Addressing;
using PixelLab.Web.Features.Lessons.Reading;
using PixelLab.Web.Languages;

namespace PixelLab.Web.Features.Lessons.Checking;

/// <summary>Finds everything that is wrong with the lessons on a course: what reading them told, and what only all of them together tell.</summary>
/// <param name="course">The lessons.</param>
/// <param name="leads">Whether a path on a host leads to a page.</param>
/// <param name="today">The day, by which claims may have to be read again.</param>
public sealed class LessonChecker(Course course, Func<string, string, bool> leads, DateOnly today)
{
    private const double LongestAverage = 20;
    private const double ShortestAverage = 6;
    private const double MinutesApart = 3;
    private const int Percent = (int)(QuizFigures.MostShare * 100);

    /// <summary>The mistakes of everything that is no single lesson: wrong file names, glossaries, numbers given twice.</summary>
    public IReadOnlyList<LessonProblem> OfTheCourse() =>
    [
        .. course.Problems,
        .. course.Glossaries.Values.SelectMany(glossary => glossary.Problems),
        .. Twice(course.Lessons.Where(lesson => lesson.Head.IsOnPath), lesson => lesson.Number, "Twice.Number"),
        .. Twice(course.Lessons, lesson => lesson.Slug, "Twice.Name"),
        .. course.Lessons.GroupBy(lesson => lesson.Language).SelectMany(lessons => QuizzesOfAll(lessons.Key, lessons)),
        .. course.Lessons.Select(lesson => lesson.Language).Distinct().SelectMany(Paths),
    ];

    /// <summary>The mistakes of one lesson, and advice, by line.</summary>
    public IReadOnlyList<LessonProblem> Of(Lesson lesson)
    {
        var problems = new List<LessonProblem>(lesson.Problems);
        void Tell(int line, string words) => problems.Add(new LessonProblem(lesson.File, line, words));
        foreach (var link in lesson.Links)
        {
            Follow(lesson, link, Tell);
        }

        foreach (var need in lesson.Head.Needs.Where(need => course.Find(lesson.Language, need) is null))
        {
            Tell(1, AuthorText.Text["Needs", need]);
        }

        foreach (var part in lesson.Parts.OfType<DoPart>().Where(part => !leads(part.Host, part.Path.Split('#')[0])))
        {
            Tell(part.Line, AuthorText.Text["Do.NoPage", part.Host, part.Path]);
        }

        if (lesson.Easy is { } easy)
        {
            problems.AddRange(OfEasy(lesson, easy));
        }

        TellQuizzes(lesson, Tell);
        if (lesson.Head.Level == LessonLevel.Core && lesson.Language == SpokenLanguages.Default)
        {
            TellLongSentences(lesson, Tell);
        }

        // Where sources lie on paper is the same in each language; the English text says it.
        if (lesson.Language == SpokenLanguages.Default)
        {
            foreach (var source in lesson.Sources.Where(source => !source.HasLink && !source.SaysWhyNot))
            {
                Tell(source.Line, AuthorText.Text["Source.NoLink", LessonReader.NoLink]);
            }
        }

        void Advise(int line, string words) => problems.Add(new LessonProblem(lesson.File, line, words) { IsAdvice = true });
        AdviseFigures(lesson, Advise);
        foreach (var claim in Past(lesson))
        {
            Advise(1, AuthorText.Text["Claim.Past", claim.Claim, claim.Day]);
        }

        foreach (var paragraph in Prose.Of(lesson.Document).Where(paragraph => paragraph.IsClaim && !paragraph.HasSource))
        {
            if (Claims.Find(paragraph.Text) is { } claim)
            {
                Tell(paragraph.Line, AuthorText.Text["Claim.NoSource", claim]);
            }
        }

        return [.. problems.OrderBy(problem => problem.Line)];
    }

    /// <summary>The claims of a lesson that are past their day.</summary>
    public IEnumerable<DatedClaim> Past(Lesson lesson) => lesson.Head.ReviewBy.Where(claim => claim.Day < today);

    private static void AdviseFigures(Lesson lesson, Action<int, string> advise)
    {
        var average = lesson.Figures.WordsPerSentence;
        if (lesson.Figures.Sentences > 0 && average is > LongestAverage or < ShortestAverage)
        {
            advise(1, AuthorText.Text["Figures.Sentence", average, ShortestAverage, LongestAverage]);
        }

        // A sheet is filled in, not read, and the questions are answered without reading what is told of the answers.
        var reckoned = lesson.Figures.Minutes(lesson.TimedTasks);
        if (lesson.Head.Level is not (LessonLevel.Sheet or LessonLevel.Questions) && Math.Abs(reckoned - lesson.Head.Minutes) > MinutesApart)
        {
            advise(1, AuthorText.Text["Figures.Minutes", lesson.Head.Minutes, lesson.Figures.Words, lesson.TimedTasks, reckoned]);
        }
    }

    /// <summary>What easy words lead to, and where they are not easy. How long an easy sentence is in other languages is theirs to say.</summary>
    private List<LessonProblem> OfEasy(Lesson lesson, EasyText easy)
    {
        var problems = new List<LessonProblem>();
        foreach (var link in easy.Links)
        {
            Follow(lesson, link, (line, words) => problems.Add(new LessonProblem(easy.File, line, words)));
        }

        if (lesson.Language == SpokenLanguages.Default)
        {
            problems.AddRange(
                from paragraph in Prose.Of(easy.Document)
                from sentence in ReadingFigures.SentencesOf(paragraph.Text)
                where sentence is { IsEnded: true, Words: > EasyText.LongSentence }
                select new LessonProblem(
                    easy.File, paragraph.Line,
                    AuthorText.Text["Easy.LongSentence", sentence.Beginning, sentence.Words, EasyText.LongSentence, EasyText.LongestSentence])
                {
                    IsAdvice = sentence.Words <= EasyText.LongestSentence,
                });
            if (lesson.Head.Level == LessonLevel.Core)
            {
                problems.AddRange(NotSaid(lesson, easy));
                problems.AddRange(HardHints(lesson));
            }
        }

        return problems;
    }

    /// <summary>The tasks and checks of a core lesson that only its long sentences tell.</summary>
    private static IEnumerable<LessonProblem> NotSaid(Lesson lesson, EasyText easy)
    {
        var said = easy.Parts(lesson);
        return
            from container in lesson.Document.OfType<CustomContainer>()
            let part = LessonPart.Of(container)
            where part is DoPart or CheckPart && !said.ContainsKey(part)
            let longest = Prose.Of(container).SelectMany(paragraph => ReadingFigures.SentencesOf(paragraph.Text)).Where(sentence => sentence.IsEnded).MaxBy(sentence => sentence.Words)
            where longest is { Words: > EasyText.LongSentence }
            select new LessonProblem(
                easy.File, 1, AuthorText.Text["Easy.NotSaid", container.Info, container.Arguments, part.Line, longest.Words]);
    }

    /// <summary>What an open check says stands in one form for all readers, and so in easy words.</summary>
    private static IEnumerable<LessonProblem> HardHints(Lesson lesson) =>
        from requirement in lesson.Questions.Checks.SelectMany(check => check.Lines).SelectMany(line => line.Alternatives)
        let longest = ReadingFigures.SentencesOf(requirement.Else ?? "").Select(sentence => sentence.Words).DefaultIfEmpty().Max()
        where longest > EasyText.LongestSentence
        select new LessonProblem(
            lesson.File, requirement.Line,
            AuthorText.Text["Easy.Else", longest, EasyText.LongestSentence]);

    private static void TellLongSentences(Lesson lesson, Action<int, string> tell)
    {
        foreach (var paragraph in Prose.Of(lesson.Document))
        {
            foreach (var (beginning, words, _) in ReadingFigures.SentencesOf(paragraph.Text).Where(sentence => sentence is { IsEnded: true, Words: > ReadingFigures.LongestSentence }))
            {
                tell(paragraph.Line, AuthorText.Text["LongSentence", beginning, words, ReadingFigures.LongestSentence]);
            }
        }
    }

    private static void TellQuizzes(Lesson lesson, Action<int, string> tell)
    {
        var quizzes = lesson.Parts.OfType<QuizPart>().ToList();
        foreach (var quiz in quizzes)
        {
            if (QuizFigures.LengthOfRight(quiz) is >= QuizFigures.TooLong and var times)
            {
                tell(quiz.Line, AuthorText.Text["Quiz.Long", times]);
            }

            if (lesson.Language == SpokenLanguages.Default && QuizFigures.TellsByAbsolutes(quiz))
            {
                tell(quiz.Line, AuthorText.Text["Quiz.Absolutes"]);
            }
        }

        foreach (var words in TooOften(QuizFigures.Of(quizzes)))
        {
            tell(1, words);
        }
    }

    private IEnumerable<LessonProblem> Paths(string language) =>
        from path in course.Paths(language)
        let minutes = course.Along(path, language).Sum(lesson => lesson.Head.On(path)!.Minutes)
        where minutes > path || minutes < path - PathStep.MostShorter
        select new LessonProblem(
            FolderOf(language), 1, AuthorText.Text["Paths.Minutes", path, minutes, path - PathStep.MostShorter]);

    private static string FolderOf(string language) => language == SpokenLanguages.Default ? "lessons" : $"lessons/{language}";

    /// <summary>What only all questions of a language together tell; a lesson with few of them tells nothing alone.</summary>
    private static IEnumerable<LessonProblem> QuizzesOfAll(string language, IEnumerable<Lesson> lessons)
    {
        var folder = FolderOf(language);
        var figures = QuizFigures.Of(lessons.SelectMany(lesson => lesson.Parts.OfType<QuizPart>()));
        foreach (var words in TooOften(figures))
        {
            yield return new LessonProblem(folder, 1, words);
        }

        if (figures.TellingPlace is { } place)
        {
            yield return new LessonProblem(
                folder, 1, AuthorText.Text["Quiz.Place", figures.Places[place], figures.Questions, place + 1, Percent]);
        }
    }

    private static IEnumerable<string> TooOften(QuizFigures figures)
    {
        if (figures.TellsByLength)
        {
            yield return AuthorText.Text["Quiz.TooOften", figures.Longest, figures.Questions, Percent];
        }

        if (figures.TellsByShortness)
        {
            yield return AuthorText.Text["Quiz.TooOften.Shortest", figures.Shortest, figures.Questions, Percent];
        }
    }

    private void Follow(Lesson lesson, LessonLink link, Action<int, string> tell)
    {
        switch (link.Kind)
        {
            case LessonLinkKind.Place when !Anchors(lesson).Contains(link.Anchor):
                tell(link.Line, AuthorText.Text["Link.NoHeading", link.Anchor]);
                break;
            case LessonLinkKind.Lesson when course.Find(lesson.Language, link.Target) is not { } other:
                tell(link.Line, AuthorText.Text["Link.NoLesson", link.Target]);
                break;
            case LessonLinkKind.Lesson when link.Anchor.Length > 0 && !Anchors(course.Find(lesson.Language, link.Target)!).Contains(link.Anchor):
                tell(link.Line, AuthorText.Text["Link.NoHeadingThere", link.Anchor, link.Target]);
                break;
            case LessonLinkKind.Term when link.Target.Length > 0 && course.Glossary(lesson.Language).Find(link.Target) is null:
                tell(link.Line, AuthorText.Text["Link.NoTerm", link.Target]);
                break;
            case LessonLinkKind.Picture when !course.Pictures.ContainsKey(link.Target):
                tell(link.Line, AuthorText.Text["Link.NoPicture", link.Target]);
                break;
            case LessonLinkKind.Lab when !leads(Town.Lab.Name, link.Target):
                tell(link.Line, AuthorText.Text["Link.NoPage", link.Target]);
                break;
        }
    }

    private static HashSet<string> Anchors(Lesson lesson) =>
        [.. lesson.Document.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id ?? "")];

    private static IEnumerable<LessonProblem> Twice<TKey>(IEnumerable<Lesson> lessons, Func<Lesson, TKey> key, string words) =>
        from lesson in lessons
        group lesson by (lesson.Language, Key: key(lesson)) into same
        where same.Count() > 1
        from later in same.Skip(1)
        select new LessonProblem(later.File, 1, AuthorText.Text[words, same.Key.Key, same.First().File]);
}
