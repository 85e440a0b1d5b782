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
    };

    public static TheoryData<string, int, string> InTheHead => new()
    {
        { "# T\n\nx", 1, "begins with a head" },
        { Head.Replace("minutes: 6", "minutes: 60", StringComparison.Ordinal), 4, "from 6 to 15" },
        { Head.Replace("level: core", "level: hard", StringComparison.Ordinal), 5, "core, further, guide or sheet" },
        { Head.Replace("summary: S.\n", "", StringComparison.Ordinal), 2, "‘summary’" },
        { Head.Replace("summary", "sumary", StringComparison.Ordinal), 3, "‘sumary’ is not known" },
        { Head.Replace("language: en", "language: de", StringComparison.Ordinal), 6, "folder of ‘en’" },
        { Head.Replace("title: T", "title: T: U", StringComparison.Ordinal), 2, "no YAML" },
        { Head.Replace("title: T", "title: U", StringComparison.Ordinal), 10, "# U" },
        { Head.Replace("objectives:", "needs: [nowhere]\nobjectives:", StringComparison.Ordinal), 1, "no such lesson" },
        { Head.Replace("  - O\n", "", StringComparison.Ordinal), 7, "‘objectives’" },
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
    [InlineData("It was in 2019.[^a]\n\n[^a]: A book of 2019.")]
    [InlineData("::: do shop/ Go\nBuy it for €5.\n\n1. a\n2. b\n3. c\n:::")]
    [InlineData("::: quiz one\nDid 95 percent open it?\n\n- [x] In 2019\n  > Yes, they did.\n- [ ] b\n  > No.\n:::")]
    public void What_is_no_claim_or_has_its_source_needs_none(string text) =>
        Assert.DoesNotContain(Problems(Head + text + "\n"), problem => problem.Text.Contains("claim", StringComparison.Ordinal));

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
        var course = new Course([lesson], new Dictionary<string, Glossary>(), new Dictionary<string, string>(), new Dictionary<(string, string), WordsFile>(), []);
        return new LessonChecker(course, (host, path) => !path.Contains("nothing", StringComparison.Ordinal)).Of(lesson);
    }
}
