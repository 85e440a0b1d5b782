using Microsoft.Extensions.Options;
using PixelLab.Web.Features.Lessons.Reading;
using PixelLab.Web.Languages;
using PixelLab.Web.Start;

namespace PixelLab.Web.Features.Lessons;

/// <summary>
/// Finds the lessons: the lab's own, then those in the folder beside the single file that people start, and in a folder of one's own.
/// The folders are looked through while the server starts and then twice a second, apart from requests (one that comes before the first
/// look is done waits for it), and a file is read again when its time or size has changed: so a lesson is there when it is saved. The
/// system's own watching is not used, for it misses folders that are not there yet or lie on another machine.
/// </summary>
public sealed class LessonLibrary(IOptions<LessonOptions> options, TimeProvider time) : BackgroundService, ISpokenLanguages
{
    private const int MostFiles = 2000;
    private const long MostBytes = 1024 * 1024;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);

    private readonly Lock _looking = new();
    private IReadOnlyList<ReadFile> _read = [];
    private volatile Course? _course;

    /// <summary>The folders that are looked through, in order; of two files of the same name the last counts.</summary>
    public IReadOnlyList<string> Folders { get; } =
    [
        ProgramFolders.Lessons,
        .. ProgramFolders.BesideSingleFile is { } beside ? [Path.Combine(beside, "lessons")] : Array.Empty<string>(),
        .. options.Value.Folder.Length > 0 ? [Path.GetFullPath(options.Value.Folder)] : Array.Empty<string>(),
    ];

    /// <inheritdoc />
    public SpokenLanguages Now() => Course().Spoken;

    /// <summary>The lessons as they were at the last look; the same object as long as nothing changes.</summary>
    public Course Course()
    {
        if (_course is { } course)
        {
            return course;
        }

        lock (_looking)
        {
            return _course ?? Look();
        }
    }

    /// <summary>Looks through the folders.</summary>
    /// <returns>The lessons as they are now.</returns>
    public Course Look()
    {
        lock (_looking)
        {
            var known = _read.ToLookup(one => one.File.Path, StringComparer.Ordinal);
            List<ReadFile> read = [.. Folders.SelectMany(FilesIn).Take(MostFiles).Select(file => Read(file, known[file.Path].FirstOrDefault()))];
            if (_course is { } course && read.SequenceEqual(_read))
            {
                return course;
            }

            _read = read;
            return _course = CourseOf(read);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookAgain, time);
        do
        {
            Look();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>The files of a folder; where it may not be read, or goes meanwhile, the folder itself stands for them and is told.</summary>
    private static IReadOnlyList<LessonFile> FilesIn(string folder)
    {
        try
        {
            return [.. LessonFile.In(folder)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [new LessonFile(folder, Path.GetFileName(folder), "", folder)];
        }
    }

    private static ReadFile Read(LessonFile file, ReadFile? before)
    {
        if (file.IsPicture)
        {
            return new ReadFile(file, default, null);
        }

        try
        {
            var info = new FileInfo(file.Path);
            var stamp = new FileStamp(info.LastWriteTimeUtc, info.Length);
            return before is not null && before.Stamp == stamp ? before
                : new ReadFile(file, stamp, info.Length <= MostBytes
                    ? file.Read(File.ReadAllBytes(file.Path))
                    : new LessonProblem(file.Shown, 1, AuthorText.Text["File.Large", MostBytes]));
        }
        catch (Exception failure)
        {
            // Being written just now, gone, or more than the reader can bear: the next look may find it, and the others are shown meanwhile.
            return new ReadFile(file, default, new LessonProblem(file.Shown, 1, AuthorText.Text["File.Unreadable", failure.Message]));
        }
    }

    private static Course CourseOf(IReadOnlyList<ReadFile> read)
    {
        var lessons = new Dictionary<(string Language, string File), Lesson>();
        var easy = new Dictionary<(string Language, string File), EasyText>();
        var glossaries = new Dictionary<string, Glossary>(StringComparer.Ordinal);
        var pictures = new Dictionary<string, string>(StringComparer.Ordinal);
        var words = new Dictionary<(string Language, string Book), WordsFile>();
        var problems = new List<LessonProblem>();
        foreach (var (file, _, content) in read)
        {
            switch (content)
            {
                case Lesson lesson:
                    // An easy text of the lesson whose place it takes says something else.
                    lessons[(file.Language, file.Name)] = lesson;
                    easy.Remove((file.Language, file.Name));
                    break;
                case EasyText text:
                    easy[(file.Language, file.Name)] = text;
                    break;
                case Glossary glossary:
                    glossaries[file.Language] = glossary;
                    break;
                case WordsFile own:
                    words[(file.Language, own.Book)] = own;
                    problems.AddRange(own.Problems);
                    break;
                case LessonProblem problem:
                    problems.Add(problem);
                    break;
                case null when file.IsPicture:
                    pictures[file.Name] = file.Path;
                    break;
            }
        }

        foreach (var (key, text) in easy)
        {
            if (lessons.GetValueOrDefault(key) is { } lesson)
            {
                lessons[key] = lesson with { Easy = text, Problems = [.. lesson.Problems, .. text.Problems, .. text.Beside(lesson)] };
            }
            else
            {
                problems.Add(new LessonProblem(text.File, 1, AuthorText.Text["Easy.NoLesson"]));
            }
        }

        return new Course([.. lessons.Values], glossaries, pictures, words, problems);
    }

    private readonly record struct FileStamp(DateTime Written, long Length);

    /// <summary>A file, when it was read, and what <see cref="LessonFile.Read"/> made of it.</summary>
    private sealed record ReadFile(LessonFile File, FileStamp Stamp, object? Content);
}
