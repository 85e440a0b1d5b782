using PixelLab.Web.Features.Lessons;
using PixelLab.Web.Features.Lessons.Checking;
using PixelLab.Web.Features.Lessons.Reading;

namespace PixelLab.Web.Tests.Lessons;

/// <summary>Every mistake that the check knows, with its line.</summary>
public sealed class LessonMistakeTests
{
    private const string Head = "---\ntitle: T\nsummary: S.\nminutes: 6\nlevel: core\nlanguage: en\nobjectives:\n  - O\n---\n# T\n\n";

    /// <summary>Text below the head, the line of the mistake counted from the text's first, and words of what is told.</summary>
    public static TheoryData<string, int, string> InTheText => new()
    {
        { "::: quizz one\nx\n:::", 1, "‘quizz’ is no container" },
        { "::: check\nx\n\n    hit\n:::", 1, "followed by its name" },
        { "::: check a\nx\n:::", 1, "holds its condition" },
        { "::: check a\nx\n\n    hit\n    hit from x\n:::", 5, "column 10" },
        { "::: check a\nx\n\n    hit\n:::\n\n::: check a\nx\n\n    hit\n:::", 7, "another check with the name ‘a’" },
        { "::: do shop\n1. a\n2. b\n3. c\n:::", 1, "the button's words" },
        { "::: do nowhere/ Go\n1. a\n2. b\n3. c\n:::", 1, "no place of the town" },
        { "::: do shop/ Go\n1. a\n2. b\n:::", 1, "exactly 3 hints" },
        { "::: do shop/nothing/here/at/all Go\nx\n\n1. a\n2. b\n3. c\n:::", 1, "leads to no page of shop" },
        { "::: predict\nx?\n\n- a\n:::", 1, "2 to 10 answers" },
        { "::: predict\nx?\n\n- [x] a\n- b\n:::", 1, "or none does" },
        { "::: predict\nx?\n\n- [x] a\n  > f\n- [ ] b\n\n    hit\n:::", 6, "each has" },
        { "::: predict\nx?\n\n- a\n- b\n\n    hit\n:::", 1, "below each answer" },
        { "::: predict\nx?\n\n- a\n  > f\n- b\n  > f\n\n    hit from metrics\n    hit from nobody\n:::", 10, "column 10" },
        { "::: predict\nx?\n\n- a\n  > f\n- b\n  > f\n\n    hit\n      else: x\n:::", 1, "no ‘else:’" },
        { "::: predict\nx?\n\n- a\n  > f\n- b\n  > f\n:::", 1, "Nothing decides" },
        { "::: quiz one\nx?\n\n- [ ] a\n  > f\n- [ ] b\n  > f\n:::", 1, "exactly one answer is right" },
        { "::: quiz several\nx?\n\n- [x] a\n- [ ] b\n  > f\n:::", 4, "feedback" },
        { "::: quiz one\nx?\n\n- a\n- [x] b\n  > f\n:::", 4, "begins with [x] or [ ]" },
        { "::: reveal\nx\n:::", 1, "words to open it" },
        { "::: panel from nobody\nx\n:::", 1, "a vendor" },
        { "::: compare\nx\n:::", 1, "followed by what it shows" },
        { "::: compare everything\nx\n:::", 1, "followed by what it shows" },
        { "::: compare profiles evidence\nx\n:::", 1, "names of its rows come last" },
        { "::: compare evidence magic\nx\n:::", 1, "‘magic’ is no row of the evidence" },
        { "::: figure\nx\n:::", 1, "begins with its picture" },
        { "- ::: teacher\n  x\n  :::", 1, "stand in no list" },
        { "x\n\n::: teacher\nx\n", 3, "‘teacher’ opens here and is never closed" },
        { "::: teacher\nx\n\n::: reveal Open\nx\n:::", 1, "not closed where ‘reveal’ opens (line 15)" },
        { "[x](02-nowhere.md)", 1, "no lesson ‘nowhere’" },
        { "[x](glossary.md#nothing)", 1, "no term ‘nothing’" },
        { "[x](#nothing)", 1, "no heading ‘#nothing’" },
        { "[x](/nothing-here)", 1, "leads to no page of the lab" },
        { "[x](javascript:alert)", 1, "nothing a lesson links to" },
        { "![x](pictures/nothing.svg)", 1, "no picture" },
        { "![x](https://evil.example/x.gif)", 1, "no picture of the lessons" },
        { "![](pictures/two.svg)", 1, "no text for those" },
        { "A claim.[^none]", 1, "not defined" },
        { "x\n\n[^unused]: A book.", 3, "never used" },
        { "x[^a]\n\n[^a]: A book.", 3, "has no link" },
        { "x[^a]\n\n[^a]: A book. no link: only printed.", 3, "has no link" },
        { "x[^a]\n\n[^a]: A book. No link: ", 3, "has no link" },
        { "::: quiz one\nx?\n\n- [x] A right one!\n  > f\n- [ ] A wrong\n  > f\n- [ ] A wrong.\n  > f\n:::", 1, "is 1.6 times as long" },
        { "::: quiz several\nx?\n\n- [x] Four\n  > f\n- [x] Four times as long\n  > f\n- [ ] Five.\n  > f\n:::", 1, "is 3.6 times as long" },
        { "::: quiz one\nx?\n\n- [x] Some do\n  > f\n- [ ] All do so\n  > f\n- [ ] None does\n  > f\n:::", 1, "Each wrong answer has a word that bears no exception" },
        { string.Concat(Enumerable.Repeat(Quiz("A right one", "A wrong"), 2)) + Quiz("Right", "Wrong, and long"), -10, "In 2 of 3 questions the right answer is the longest" },
        { string.Concat(Enumerable.Repeat(Quiz("A right", "A wrong one"), 2)) + Quiz("Right, and long", "Wrong"), -10, "In 2 of 3 questions the right answer is the shortest" },
        { "Press <kbd>F12</kbd> now.", 1, "‘<kbd>’ is HTML" },
        { "<div class=\"x\">\n\nx", 1, "‘<div class=\"x\">’ is HTML" },
        { "### Deep", 1, "comes one of level 2" },
        { "It was in 2019.", 1, "claim of fact" },
        { "Half of it is 50 % of it.", 1, "claim of fact" },
        { "It costs €5 a month.", 1, "claim of fact" },
        { "See Article 5 of the law.", 1, "claim of fact" },
        { "About forty percent do.", 1, "claim of fact" },
        { "This sentence " + "is very, very, very long, and ".PadRight(30) + "it goes on and on and on, so that nobody who reads it knows at its end how it began.", -10, "average sentence" },
        { "Too short.", -10, "average sentence" },
        { "A short one. One two three four five" + string.Concat(Enumerable.Repeat(" and more", 11)) + ".", 1, "‘One two three four five …’ has 27 words" },
    };

    private static string Quiz(string right, string wrong, bool isFirst = true)
    {
        var (a, b) = ($"- [x] {right}\n  > f\n", $"- [ ] {wrong}\n  > f\n");
        return $"::: quiz one\nx?\n\n{(isFirst ? a + b : b + a)}:::\n\n";
    }

    public static TheoryData<string, int, string> InTheHead => new()
    {
        { "# T\n\nx", 1, "begins with a head" },
        { Head.Replace("minutes: 6", "minutes: 60", StringComparison.Ordinal), 4, "from 6 to 15" },
        { Head.Replace("level: core", "level: hard", StringComparison.Ordinal), 5, "core, further, guide, sheet or questions" },
        { Head.Replace("summary: S.\n", "", StringComparison.Ordinal), 2, "‘summary’" },
        { Head.Replace("summary", "sumary", StringComparison.Ordinal), 3, "‘sumary’ is not known" },
        { Head.Replace("language: en", "language: de", StringComparison.Ordinal), 6, "folder of ‘en’" },
        { Head.Replace("title: T", "title: T: U", StringComparison.Ordinal), 2, "no YAML" },
        { Head.Replace("title: T", "title: U", StringComparison.Ordinal), 10, "# U" },
        { Head.Replace("objectives:", "needs: [nowhere]\nobjectives:", StringComparison.Ordinal), 1, "no such lesson" },
        { Head.Replace("  - O\n", "", StringComparison.Ordinal), 7, "‘objectives’" },
        { Head.Replace("title: T", "review-by:\n  - 2027-1-1 x\ntitle: T", StringComparison.Ordinal), 3, "no claim with its day" },
        { Head.Replace("title: T", "standards: x\ntitle: T", StringComparison.Ordinal), 2, "‘standards’ is a list" },
        { Head.Replace("title: T", "paths: [30]\ntitle: T", StringComparison.Ordinal), 2, "‘30’ is no path" },
        { Head.Replace("title: T", "paths: [20 6 x]\ntitle: T", StringComparison.Ordinal), 2, "‘20 6 x’ is no path" },
        { Head.Replace("title: T", "paths: [20 3 nowhere]\ntitle: T", StringComparison.Ordinal), 1, "leaves this lesson at ‘nowhere’" },
        { Head.Replace("title: T", "discuss: []\ntitle: T", StringComparison.Ordinal), 2, "‘discuss’" },
    };

    [Theory]
    [MemberData(nameof(InTheText))]
    public void A_mistake_in_the_text_is_told_with_its_line(string text, int line, string words) =>
        AssertTold(Head + text + "\n", line + 11, words);

    [Theory]
    [MemberData(nameof(InTheHead))]
    public void A_mistake_in_the_head_is_told_with_its_line(string text, int line, string words) => AssertTold(text, line, words);

    [Theory]
    [InlineData("A request carries percent-encoding; about that see port 5080 and `2019`.")]
    [InlineData("It was in 2019.[^a]\n\n[^a]: A book of 2019. No link: only printed.")]
    [InlineData("::: do shop/ Go\nBuy it for €5.\n\n1. a\n2. b\n3. c\n:::")]
    [InlineData("::: quiz one\nDid 95 percent open it?\n\n- [x] In 2019\n  > Yes, they did.\n- [ ] b\n  > No.\n:::")]
    public void What_is_no_claim_or_has_its_source_needs_none(string text) =>
        Assert.DoesNotContain(Problems(Head + text + "\n"), problem => problem.Text.Contains("claim", StringComparison.Ordinal));

    [Fact]
    public void What_a_lesson_says_to_teachers_and_until_when_it_holds_is_read_off_its_head()
    {
        var head = LessonReader.Read("x.md", 1, "x", "en", Head.Replace(
            "title: T", "review-by:\n  - 2027-01-01 That the law is in force.\nstandards: [A 1]\nmisconceptions: [M]\ndiscuss: Why?\ntitle: T", StringComparison.Ordinal)).Head;
        Assert.Equal(new DatedClaim(new DateOnly(2027, 1, 1), "That the law is in force."), Assert.Single(head.ReviewBy));
        Assert.Equal(["A 1", "M", "Why?"], [.. head.Standards, .. head.Misconceptions, head.Discuss]);
    }

    [Theory]
    [InlineData("- [ ] a\n  > f\n- [x] b\n  > g\n  > h\n\n    hit from metrics where query.a_b_c = *x*\n    or hit from adnet\n")]
    [InlineData("- [ ] a\n  > f\n- [x] b\n\n  > g\n\n      hit from metrics where query.a_b_c = *x*\n      or hit from adnet\n")]
    public void A_guess_has_its_answers_and_the_condition_that_decides(string answers)
    {
        var lesson = LessonReader.Read("x.md", 1, "x", "en", $"{Head}::: predict\nx?\n\n{answers}:::\n");
        Assert.Empty(lesson.Problems);
        var guess = Assert.IsType<PredictPart>(Assert.Single(lesson.Parts));
        Assert.Equal([false, true], guess.Options.Select(option => option.IsRight));
        Assert.All(guess.Options, option => Assert.Single(option.Text));
        Assert.Equal("query.a_b_c = *x*", lesson.Questions.Checks[lesson.DecidedBy(guess)].Lines[0].Alternatives[0].Selector.Where[0].ToString());
        Assert.Equal(2, lesson.Questions.Checks[0].Lines[0].Alternatives.Count);
        Assert.DoesNotContain(Prose.Of(lesson.Document), paragraph => paragraph.Text.Contains("hit", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("x[^a]\n\n[^a]: [A page](https://example.org/).", 0)]
    [InlineData("x[^a]\n\n[^a]: A page, <https://example.org/>.", 0)]
    [InlineData("x[^a]\n\n[^a]: A *book*. No link: only printed.", 0)]
    [InlineData("x[^a]\n\n[^a]: A book.", 1)]
    public void A_source_has_a_link_or_the_reason_why_not(string text, int told) =>
        Assert.Equal(told, Problems(Head + text + "\n").Count(problem => problem.Text.Contains("has no link", StringComparison.Ordinal)));

    /// <summary>Lessons with few questions are counted together; of two questions nothing can be said.</summary>
    [Fact]
    public void What_questions_tell_by_their_form_is_counted_over_all_lessons()
    {
        Lesson[] lessons = [.. new[] { Quiz("Right one", "Wrong", isFirst: true), Quiz("Right one", "Wrong one", isFirst: true), Quiz("Right", "Wrong", isFirst: false) }
            .Select((text, index) => LessonReader.Read($"lessons/0{index}-t.md", index, $"t{index}", "en", Head + text))];
        Assert.Empty(Told(lessons[..2]));
        Assert.Equal(
            ["lessons:1: In 2 of 3 questions the right answer stands at place 1. Let no place have more than 40 % of them."], Told(lessons));

        IEnumerable<string> Told(Lesson[] some) => Checker(some).OfTheCourse().Select(problem => problem.ToString());
    }

    [Theory]
    [InlineData("20", "20 3 two", "")]
    [InlineData("45", "45", "The lessons on the path of 45 minutes take 12. Let them take 40 to 45, by ‘paths’ in their heads.")]
    public void A_path_takes_what_its_name_says_and_up_to_5_minutes_less(string first, string second, string words)
    {
        Lesson[] lessons =
        [
            LessonReader.Read("lessons/01-a.md", 1, "a", "en", Of(first).Replace("minutes: 6", $"minutes: {(words.Length > 0 ? 6 : 15)}", StringComparison.Ordinal)),
            LessonReader.Read("lessons/02-b.md", 2, "b", "en", Of(second) + "## Two\n\nx\n"),
        ];
        Assert.All(lessons, lesson => Assert.Empty(lesson.Problems));
        Assert.Equal(words, string.Join("", Checker(lessons).OfTheCourse().Select(problem => problem.Text)));

        static string Of(string path) => Head.Replace("title: T", $"paths: [{path}]\ntitle: T", StringComparison.Ordinal);
    }

    [Fact]
    public void Any_beginning_of_a_lesson_is_read()
    {
        var whole = File.ReadAllText(Path.Combine(Checkout.Lessons, "91-a-whole-lesson.md"));
        for (var length = 0; length < whole.Length; length += 37)
        {
            Assert.NotNull(LessonReader.Read("x.md", 1, "x", "en", whole[..length]).Head.Title);
        }
    }

    private static void AssertTold(string text, int line, string words) => Assert.Contains(
        Problems(text), problem => problem.Line == line && problem.Text.Contains(words, StringComparison.Ordinal));

    private static IReadOnlyList<LessonProblem> Problems(string text)
    {
        var lesson = LessonReader.Read("lessons/01-t.md", 1, "t", "en", text);
        return Checker(lesson).Of(lesson);
    }

    private static LessonChecker Checker(params Lesson[] lessons) => new(
        new Course(lessons, new Dictionary<string, Glossary>(), new Dictionary<string, string>(), new Dictionary<(string, string), WordsFile>(), []),
        (host, path) => !path.Contains("nothing", StringComparison.Ordinal),
        new DateOnly(2026, 11, 30));
}
