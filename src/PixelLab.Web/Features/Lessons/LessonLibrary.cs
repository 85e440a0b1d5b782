using Microsoft.Extensions.Options;
using PixelLab.Web.Features.Lessons.Reading;
using PixelLab.Web.Languages;

namespace PixelLab.Web.Features.Lessons;

/// <summary>
/// Finds the lessons: in the repository that the lab runs from, else beside the program's assemblies, then in the folder beside
/// the single file that people start, and in a folder of one's own. A file is read again when its time or size has changed,
/// which is asked at most twice a second, so a lesson is there when it is saved.
/// </summary>
public sealed class LessonLibrary(IOptions<LessonOptions> options, TimeProvider time) : ISpokenLanguages
{
    private const int MostFiles = 2000;
    private const long MostBytes = 1024 * 1024;
    private const int MostFoldersUp = 8;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (FileStamp Stamp, object? Read)> _read = new(StringComparer.Ordinal);
    private Course? _course;
    private long _looked;

    /// <summary>The folders that are looked through, in order; of two files of the same name the last counts.</summary>
    public IReadOnlyList<string> Folders { get; } =
    [
        OwnFolder(),
        .. ProgramFolders.BesideSingleFile is { } beside ? [Path.Combine(beside, "lessons")] : Array.Empty<string>(),
        .. options.Value.Folder.Length > 0 ? [Path.GetFullPath(options.Value.Folder)] : Array.Empty<string>(),
    ];

    /// <inheritdoc />
    public SpokenLanguages Now() => Course().Spoken;

    /// <summary>The lessons as they are now.</summary>
    public Course Course()
    {
        lock (_gate)
        {
            if (_course is null || time.GetElapsedTime(_looked) >= LookAgain)
            {
                _course = Look();
                _looked = time.GetTimestamp();
            }

            return _course;
        }
    }

    /// <summary>The repository's folder where the lab runs from a checkout, else the folder beside the program.</summary>
    private static string OwnFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        for (var i = 0; i < MostFoldersUp && folder is not null; i++, folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PixelLab.sln")))
            {
                return Path.Combine(folder.FullName, "lessons");
            }
        }

        return Path.Combine(AppContext.BaseDirectory, "lessons");
    }

    private Course Look()
    {
        var lessons = new Dictionary<(string Language, string File), Lesson>();
        var glossaries = new Dictionary<string, Glossary>(StringComparer.Ordinal);
        var pictures = new Dictionary<string, string>(StringComparer.Ordinal);
        var words = new Dictionary<(string Language, string Book), WordsFile>();
        var problems = new List<LessonProblem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var isSame = _course is not null;
        foreach (var file in Folders.SelectMany(Files).Take(MostFiles))
        {
            seen.Add(file.Path);
            if (file.IsPicture)
            {
                pictures[file.Name] = file.Path;
                isSame &= _course?.Pictures.GetValueOrDefault(file.Name) == file.Path;
                continue;
            }

            isSame &= !Read(file, problems);
            switch (_read.GetValueOrDefault(file.Path).Read)
            {
                case Lesson lesson:
                    lessons[(file.Language, file.Name)] = lesson;
                    break;
                case Glossary glossary:
                    glossaries[file.Language] = glossary;
                    break;
                case WordsFile own:
                    words[(file.Language, own.Book)] = own;
                    problems.AddRange(own.Problems);
                    break;
            }
        }

        foreach (var gone in _read.Keys.Where(path => !seen.Contains(path)).ToList())
        {
            _read.Remove(gone);
            isSame = false;
        }

        // The same object as long as nothing changed.
        return isSame && pictures.Count == _course!.Pictures.Count && problems.Count == _course.Problems.Count
            ? _course
            : new Course([.. lessons.Values], glossaries, pictures, words, problems);
    }

    /// <summary>Reads a file if it changed.</summary>
    /// <returns>Whether it had changed.</returns>
    private bool Read(LessonFile file, List<LessonProblem> problems)
    {
        try
        {
            var info = new FileInfo(file.Path);
            var stamp = new FileStamp(info.LastWriteTimeUtc, info.Length);
            if (info.Length > MostBytes)
            {
                problems.Add(new LessonProblem(file.Shown, 1, $"The file has more than {MostBytes} bytes and is left out."));
                return _read.Remove(file.Path);
            }

            if (file.IsWords)
            {
                return ReadIfChanged(file, stamp, text => WordsFile.Read(file.Shown, Path.GetFileNameWithoutExtension(file.Name), text));
            }

            var isLesson = LessonFileName.TryRead(file.Name, out var number, out var slug);
            var mayBeGuide = !isLesson && LessonFileName.TryReadGuide(file.Name, out slug);
            if (!isLesson && !mayBeGuide && file.Name != LessonFileName.Glossary)
            {
                if (!IsOtherText(file.Name))
                {
                    problems.Add(new LessonProblem(file.Shown, 1, "A lesson's file is named NN-slug.md: a number, a hyphen, then small letters, digits and hyphens."));
                }

                return false;
            }

            return ReadIfChanged(file, stamp, text => isLesson || mayBeGuide
                ? Kept(LessonReader.Read(file.Shown, number, slug, file.Language, text), isLesson)
                : Glossary.Read(file.Shown, text));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Being written just now, or gone: the next look finds it.
            problems.Add(new LessonProblem(file.Shown, 1, $"The file can't be read: {failure.Message}"));
            return false;
        }
    }

    private bool ReadIfChanged(LessonFile file, FileStamp stamp, Func<string, object?> read)
    {
        if (_read.TryGetValue(file.Path, out var known) && known.Stamp == stamp)
        {
            return false;
        }

        _read[file.Path] = (stamp, read(File.ReadAllText(file.Path)));
        return true;
    }

    /// <summary>A file without a number counts when it says that it is a guide; else it is some other text, and no mistake.</summary>
    private static Lesson? Kept(Lesson lesson, bool hasNumber) => hasNumber || lesson.Head.IsGuide ? lesson : null;

    /// <summary>Texts that lie beside the lessons and are none, such as a list of sources.</summary>
    private static bool IsOtherText(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0]);

    private static IEnumerable<LessonFile> Files(string folder)
    {
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var file in In(folder, "*.md"))
        {
            yield return new LessonFile(file.FullName, file.Name, SpokenLanguages.Default, $"lessons/{file.Name}");
        }

        foreach (var inner in new DirectoryInfo(folder).EnumerateDirectories().OrderBy(inner => inner.Name, StringComparer.Ordinal))
        {
            if (inner.Name == "pictures")
            {
                foreach (var file in In(inner.FullName, "*").Where(file => LessonLink.IsPicture(file.Name)))
                {
                    yield return new LessonFile(file.FullName, file.Name, "", $"lessons/pictures/{file.Name}", IsPicture: true);
                }
            }
            else if (LanguageText.IsTag(inner.Name))
            {
                foreach (var file in In(inner.FullName, "*.md"))
                {
                    yield return new LessonFile(file.FullName, file.Name, inner.Name, $"lessons/{inner.Name}/{file.Name}");
                }

                foreach (var file in In(inner.FullName, "*.resx"))
                {
                    yield return new LessonFile(file.FullName, file.Name, inner.Name, $"lessons/{inner.Name}/{file.Name}", IsWords: true);
                }
            }
        }
    }

    private static IEnumerable<FileInfo> In(string folder, string pattern) =>
        new DirectoryInfo(folder).EnumerateFiles(pattern).OrderBy(file => file.Name, StringComparer.Ordinal);

    private readonly record struct FileStamp(DateTime Written, long Length);

    private sealed record LessonFile(string Path, string Name, string Language, string Shown, bool IsPicture = false, bool IsWords = false);
}
