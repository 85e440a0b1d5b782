using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PixelLab.Web.Features.Lessons;

namespace PixelLab.Web.Tests.Lessons;

/// <summary>What is found in a folder of lessons, and when.</summary>
public sealed class LessonLibraryTests : IDisposable
{
    private const string Head = "---\ntitle: New\nsummary: S.\nminutes: 6\nlevel: further\nlanguage: en\nobjectives: [O]\n---\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pixellab-lessons-");
    private readonly FakeTimeProvider _time = new();
    private readonly LessonLibrary _library;

    public LessonLibraryTests() => _library = new LessonLibrary(Options.Create(new LessonOptions { Folder = _folder.FullName }), _time);

    [Fact]
    public void A_look_gives_the_same_course_until_a_file_comes_changes_or_goes()
    {
        _library.Look();
        var before = _library.Course();
        var file = Path.Combine(_folder.FullName, "95-new.md");
        foreach (Action change in (Action[])[() => File.WriteAllText(file, "# A"), () => File.WriteAllText(file, "# A longer one"), () => File.Delete(file)])
        {
            change();
            Assert.Same(before, _library.Course());
            _library.Look();
            Assert.NotSame(before, _library.Course());
            before = _library.Course();
            _library.Look();
            Assert.Same(before, _library.Course());
        }
    }

    [Theory]
    [InlineData("95-New.md", "named NN-slug.md")]
    [InlineData("95-NEW.MD", "named NN-slug.md")]
    [InlineData("Our-Guide.md", "named slug.md")]
    public void A_name_in_capitals_is_told(string name, string words)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, name), "---\ntitle: T\nlevel: guide\n---\n# T\n");
        _library.Look();
        Assert.Contains(_library.Course().Problems, problem => problem.File == "lessons/" + name && problem.Text.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_told_with_the_line_of_its_first_foreign_letter()
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "95-latin.md"), Encoding.Latin1.GetBytes("# A\n\nA naïve reader.\n"));
        File.WriteAllText(Path.Combine(_folder.FullName, "96-wide.md"), "# A naïve reader", Encoding.Unicode);
        _library.Look();
        var problem = Assert.Single(_library.Course().Problems);
        Assert.Equal(("lessons/95-latin.md", 3), (problem.File, problem.Line));
        Assert.Contains("is not UTF-8", problem.Text, StringComparison.Ordinal);
        Assert.NotNull(_library.Course().Find("en", "wide"));
    }

    [Fact]
    public void An_easy_text_is_told_where_it_has_no_lesson_or_not_its_headings_or_more_than_prose()
    {
        var easy = _folder.CreateSubdirectory("easy");
        File.WriteAllText(Path.Combine(_folder.FullName, "95-new.md"), Head + "# New\n\n## One\n\nA.\n\n## Two\n\nB.\n");
        File.WriteAllText(Path.Combine(easy.FullName, "95-new.md"), "## Two\n\nA.\n\n## One\n\n### Three\n\n::: teacher\nC.\n:::\n");
        File.WriteAllText(Path.Combine(easy.FullName, "96-gone.md"), "A.\n");
        _library.Look();
        Assert.Equal(
            [("lessons/easy/95-new.md", 7), ("lessons/easy/95-new.md", 9), ("lessons/easy/95-new.md", 5)],
            _library.Course().Find("en", "new")!.Problems.Select(problem => (problem.File, problem.Line)));
        Assert.Equal("lessons/easy/96-gone.md", Assert.Single(_library.Course().Problems).File);
    }

    [Fact]
    public void Easy_words_of_a_task_are_told_where_the_lesson_has_no_such_task_or_where_they_are_not_whole()
    {
        var easy = _folder.CreateSubdirectory("easy");
        const string Task = "::: do shop/ Go\nGo.\n\n1. A.\n2. B.\n3. C.\n:::\n";
        File.WriteAllText(Path.Combine(_folder.FullName, "95-new.md"), Head + "# New\n\n## One\n\n" + Task);
        File.WriteAllText(
            Path.Combine(easy.FullName, "95-new.md"), "## One\n\n::: do\nGo.\n\n1. A.\n:::\n\n::: do\nGo.\n\n1. A.\n2. B.\n3. C.\n:::\n\n::: check none\nA.\n:::\n");
        _library.Look();
        Assert.Equal([3, 9, 17], _library.Course().Find("en", "new")!.Problems.Select(problem => problem.Line));
    }

    [Fact]
    public void An_easy_text_is_not_that_of_a_lesson_that_takes_its_lessons_place()
    {
        _library.Look();
        var (own, name) = _library.Course().Lessons.Select(lesson => (lesson, Path.GetFileName(lesson.File))).First(one => one.lesson.Number == 1);
        File.WriteAllText(Path.Combine(_folder.FullName, name), Head + "# New\n");
        _library.Look();
        Assert.Null(_library.Course().Find("en", own.Slug)!.Easy);
    }

    [Fact]
    public async Task The_lessons_are_there_once_it_has_started_and_it_looks_by_itself_from_then_on()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "95-first.md"), "# First", TestContext.Current.CancellationToken);
        await _library.StartAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(_library.Course().Find("en", "first"));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "96-second.md"), "# Second", TestContext.Current.CancellationToken);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (_library.Course().Find("en", "second") is null)
        {
            patience.Token.ThrowIfCancellationRequested();
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await _library.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _library.Dispose();
        _folder.Delete(recursive: true);
    }
}
