using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Microsoft.Extensions.Options;
using PixelLab.Core.Lessons;
using PixelLab.Web.Features.Lessons;
using PixelLab.Web.Features.Lessons.Reading;
using PixelLab.Web.Tests.Storage;

namespace PixelLab.Web.Tests.Lessons;

/// <summary>The check from the command line, as an author runs it.</summary>
public sealed class LessonsCheckTests
{
    [Fact]
    public async Task The_repositorys_lessons_have_no_mistake()
    {
        var (exitCode, words) = await CheckAsync(null);
        Assert.True(exitCode == 0, words);
        Assert.Contains("no mistakes", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_lesson_of_the_course_has_10_to_17_words_a_sentence_and_takes_6_to_15_minutes()
    {
        var (_, words) = await CheckAsync(null);
        var figures = Regex.Matches(words, @"lessons/(?<lesson>\d\d-[\w-]+)\.md: \d+ words, (?<average>[\d.]+) a sentence, (?<minutes>\d+) minutes told");
        Assert.Equal(22, figures.Count);
        Assert.All(figures, lesson =>
        {
            Assert.InRange(double.Parse(lesson.Groups["average"].Value, CultureInfo.InvariantCulture), 10, 17);
            Assert.InRange(int.Parse(lesson.Groups["minutes"].Value, CultureInfo.InvariantCulture), 6, 15);
        });
    }

    [Fact]
    public void No_core_lesson_has_over_80_words_before_its_first_act_also_in_easy_words()
    {
        using var library = new LessonLibrary(Options.Create(new LessonOptions()), TimeProvider.System);
        library.Look();
        foreach (var lesson in library.Course().Lessons.Where(lesson => lesson.Head.Level == LessonLevel.Core))
        {
            Assert.InRange(WordsBeforeAct(lesson.Document), 0, 80);
            Assert.InRange(WordsBeforeAct(lesson.Easy?.Over(lesson.Document) ?? []), 0, 80);
        }
    }

    private static int WordsBeforeAct(IEnumerable<Block> blocks) => blocks
        .TakeWhile(block => block is not CustomContainer container || LessonPart.Of(container) is not (PredictPart or DoPart))
        .SelectMany(block => block is ContainerBlock holder ? holder.Descendants<ParagraphBlock>() : [.. new[] { block }.OfType<ParagraphBlock>()])
        .Sum(paragraph => ReadingFigures.Of(LessonMarkdown.PlainText(paragraph.Inline)).Words);

    [Fact]
    public async Task A_mistake_is_printed_with_file_and_line_and_ends_in_1()
    {
        var folder = Directory.CreateTempSubdirectory("pixellab-lessons-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "98-broken.md"),
                "---\ntitle: Broken\nsummary: S.\nminutes: 6\nlevel: core\nlanguage: en\nobjectives: [O]\n---\n# Broken\n\n::: do shop/nothing/here/at Go\n\n1. a\n2. b\n3. c\n:::\n",
                TestContext.Current.CancellationToken);
            var (exitCode, words) = await CheckAsync(folder.FullName);
            Assert.Equal(1, exitCode);
            Assert.Contains("lessons/98-broken.md:11: ‘do shop/nothing/here/at’ leads to no page of shop.", words, StringComparison.Ordinal);
            Assert.Contains("6 minutes told", words, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Advice_is_told_apart_and_does_not_end_in_1()
    {
        var folder = Directory.CreateTempSubdirectory("pixellab-lessons-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "98-advised.md"),
                "---\ntitle: Advised\nsummary: S.\nminutes: 15\nlevel: further\nlanguage: en\nobjectives: [O]\nreview-by:\n  - 2020-02-29 That it is so.\n  - 2099-01-01 That it stays so.\n---\n# Advised\n\nShort.\n",
                TestContext.Current.CancellationToken);
            var (exitCode, words) = await CheckAsync(folder.FullName);
            Assert.Contains("lessons/98-advised.md:1: advice: ‘That it is so.’ was to be read again by 2020-02-29.", words, StringComparison.Ordinal);
            Assert.DoesNotContain("That it stays so", words, StringComparison.Ordinal);
            Assert.Contains("lessons/98-advised.md:1: advice: The head says 15 minutes", words, StringComparison.Ordinal);
            Assert.Contains("0 % of sentences over 20 words, 0 % over 25; 0 questions with one right answer, the longest in 0, the shortest in 0; 0 sources, 0 without a link; 1 claim past their day", words, StringComparison.Ordinal);
            Assert.True(exitCode == 0, words);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Easy_words_are_held_to_short_sentences_and_their_links_are_followed()
    {
        var folder = Directory.CreateTempSubdirectory("pixellab-lessons-");
        try
        {
            folder.CreateSubdirectory("easy");
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "98-hard.md"),
                "---\ntitle: Hard\nsummary: S.\nminutes: 6\nlevel: further\nlanguage: en\nobjectives: [O]\n---\n# Hard\n\nShort.\n",
                TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "easy", "98-hard.md"),
                "One two three four five six seven eight nine ten eleven twelve.\n\nOne two three four five six seven eight nine ten eleven twelve thirteen.\n\n"
                + "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.\n\nA [word](glossary.md#nowhere).\n",
                TestContext.Current.CancellationToken);
            var (exitCode, words) = await CheckAsync(folder.FullName);
            Assert.Equal(1, exitCode);
            Assert.Contains("lessons/easy/98-hard.md: 43 words, 10.8 a sentence", words, StringComparison.Ordinal);
            Assert.DoesNotContain("lessons/easy/98-hard.md:1:", words, StringComparison.Ordinal);
            Assert.Contains("lessons/easy/98-hard.md:3: advice: The sentence ‘One two three four five …’ has 13 words.", words, StringComparison.Ordinal);
            Assert.Contains("lessons/easy/98-hard.md:5: The sentence ‘One two three four five …’ has 16 words.", words, StringComparison.Ordinal);
            Assert.Contains("lessons/easy/98-hard.md:7: The glossary has no term ‘nowhere’.", words, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_task_of_a_core_lesson_with_a_long_sentence_is_said_in_easy_words_too()
    {
        var folder = Directory.CreateTempSubdirectory("pixellab-lessons-");
        try
        {
            folder.CreateSubdirectory("easy");
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "98-hard.md"),
                "---\ntitle: Hard\nsummary: S.\nminutes: 6\nlevel: core\nlanguage: en\nobjectives: [O]\n---\n# Hard\n\n::: do shop/ Go\n"
                + "One two three four five six seven eight nine ten eleven twelve thirteen.\n\n1. A.\n2. B.\n3. C.\n:::\n",
                TestContext.Current.CancellationToken);
            var easy = Path.Combine(folder.FullName, "easy", "98-hard.md");
            await File.WriteAllTextAsync(easy, "A.\n", TestContext.Current.CancellationToken);
            Assert.Contains("lessons/easy/98-hard.md:1: ‘do shop/ Go’ (line 11 of the lesson) has a sentence of 13 words.", (await CheckAsync(folder.FullName)).Words, StringComparison.Ordinal);
            await File.WriteAllTextAsync(easy, "A.\n\n::: do\nOne.\n\n1. A.\n2. B.\n3. C.\n:::\n", TestContext.Current.CancellationToken);
            Assert.DoesNotContain("easy/98-hard.md:1:", (await CheckAsync(folder.FullName)).Words, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_an_open_check_of_a_core_lesson_says_is_easy_where_the_lesson_has_easy_words()
    {
        const string Start = "---\ntitle: Hard\nsummary: S.\nminutes: 6\nlevel: core\nlanguage: en\nobjectives: [O]\n---\n# Hard\n\n::: check hard\nA.\n\n    visit on shop\n      else: ";
        const string Fifteen = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";
        var folder = Directory.CreateTempSubdirectory("pixellab-lessons-");
        try
        {
            folder.CreateSubdirectory("easy");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "easy", "98-hard.md"), "A.\n", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "98-hard.md"), $"{Start}{Fifteen}.\n:::\n", TestContext.Current.CancellationToken);
            Assert.DoesNotContain("‘else:’", (await CheckAsync(folder.FullName)).Words, StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "98-hard.md"), $"{Start}{Fifteen} sixteen.\n:::\n", TestContext.Current.CancellationToken);
            Assert.Contains("lessons/98-hard.md:14: The ‘else:’ below this line has a sentence of 16 words.", (await CheckAsync(folder.FullName)).Words, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_template_of_the_guide_passes_as_it_stands()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Checkout.Folder, "lessons", "writing-a-lesson.md"), TestContext.Current.CancellationToken);
        var template = Assert.Single(Regex.Matches(guide, "^```\n(?<text>---\n.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)).Groups["text"].Value;
        var folder = Directory.CreateTempSubdirectory("pixellab-lessons-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "98-my-first-lesson.md"), template, TestContext.Current.CancellationToken);
            var (_, words) = await CheckAsync(folder.FullName);
            Assert.Contains("lessons/98-my-first-lesson.md: ", words, StringComparison.Ordinal);
            Assert.DoesNotMatch("lessons/98-my-first-lesson.md:[0-9]", words);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_example_of_the_guide_is_read_as_it_stands(string example) =>
        Assert.Empty(LessonReader.Read(
            "x.md", 1, "x", "en", "---\ntitle: T\nsummary: S.\nminutes: 6\nlevel: further\nlanguage: en\nobjectives: [O]\n---\n# T\n\n" + example).Problems);

    public static TheoryData<string> Examples => new(Regex
        .Matches(File.ReadAllText(Path.Combine(Checkout.Folder, "lessons", "writing-a-lesson.md")), "^```\n(?<text>::: .*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)
        .Select(one => one.Groups["text"].Value));

    [Fact]
    public async Task It_tells_what_it_takes_for_a_mistake_and_what_for_advice()
    {
        var (exitCode, words) = await CheckAsync(null, arguments: "--help");
        Assert.Equal(0, exitCode);
        Assert.Contains("pixellab lessons check: ", words, StringComparison.Ordinal);
        Assert.Contains("What must be mended", words, StringComparison.Ordinal);
        Assert.Contains("begins with ‘advice’", words, StringComparison.Ordinal);
        Assert.DoesNotContain("lessons/01-", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_runs_beside_a_lab_that_holds_the_event_log()
    {
        var folder = Directory.CreateTempSubdirectory("pixellab-log-");
        try
        {
            await using var own = new OwnLog(folder);
            var (exitCode, words) = await CheckAsync(null, folder.FullName);
            Assert.True(exitCode == 0, words);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int ExitCode, string Words)> CheckAsync(
        string? folder, string? dataDirectory = null, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "PixelLab.Web.dll"), "lessons", "check" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Array.ForEach(arguments, start.ArgumentList.Add);
        start.Environment["PixelLab__Lessons__Folder"] = folder ?? "";
        start.Environment["PixelLab__DataDirectory"] = dataDirectory ?? "";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var words = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, words + await errors);
    }
}
