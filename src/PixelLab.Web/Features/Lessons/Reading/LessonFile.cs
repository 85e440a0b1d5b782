using System.Text;
using System.Text.Unicode;
using PixelLab.Web.Languages;

namespace PixelLab.Web.Features.Lessons.Reading;

/// <summary>A file in a folder of lessons. Where it lies says what it is; nothing of it is read before it is asked for.</summary>
/// <param name="Path">The whole path.</param>
/// <param name="Name">Its name.</param>
/// <param name="Language">The language whose folder it lies in.</param>
/// <param name="Shown">Its path as people are told it.</param>
internal sealed record LessonFile(string Path, string Name, string Language, string Shown)
{
    /// <summary>Whether it is a picture, which is sent as it is.</summary>
    public bool IsPicture { get; private init; }

    private bool IsWords { get; init; }

    private bool IsEasy { get; init; }

    /// <summary>On every system a name in capitals is found, so that it can be told.</summary>
    private static readonly EnumerationOptions AnyCase = new() { MatchCasing = MatchCasing.CaseInsensitive, AttributesToSkip = 0, IgnoreInaccessible = false };

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The files of a folder in a fixed order; none where there is no such folder.</summary>
    public static IEnumerable<LessonFile> In(string folder)
    {
        var whole = new DirectoryInfo(folder);
        if (!whole.Exists)
        {
            yield break;
        }

        foreach (var file in Of(whole, "*.md").Select(file => file with { Shown = $"lessons/{file.Name}" }).Concat(EasyIn(whole, "lessons")))
        {
            yield return file with { Language = SpokenLanguages.Default };
        }

        foreach (var inner in whole.EnumerateDirectories().OrderBy(inner => inner.Name, StringComparer.Ordinal))
        {
            var files = inner.Name == "pictures" ? Of(inner, "*").Where(file => LessonLink.IsPicture(file.Name)).Select(file => file with { IsPicture = true })
                : LanguageText.IsTag(inner.Name) ? Of(inner, "*.md").Concat(Of(inner, "*.resx").Select(file => file with { IsWords = true })).Concat(EasyIn(inner, $"lessons/{inner.Name}"))
                : [];
            foreach (var file in files)
            {
                yield return file;
            }
        }
    }

    /// <summary>
    /// Reads its text: a <see cref="Lesson"/>, a <see cref="Glossary"/>, a <see cref="WordsFile"/>, an <see cref="EasyText"/>, a <see cref="LessonProblem"/>, or null where it is
    /// some other text that lies beside the lessons, such as a list of sources.
    /// </summary>
    public object? Read(ReadOnlySpan<byte> bytes)
    {
        // What the reader of files would read by its first bytes, it still does; any other text is of our time.
        using var reader = new StreamReader(new MemoryStream(bytes.ToArray()), Strict, detectEncodingFromByteOrderMarks: true);
        try
        {
            return ReadText(reader.ReadToEnd());
        }
        catch (DecoderFallbackException)
        {
            _ = Utf8.ToUtf16(bytes, new char[bytes.Length], out var read, out _, replaceInvalidSequences: false);
            return new LessonProblem(Shown, bytes[..read].Count((byte)'\n') + 1, AuthorText.Text["File.Encoding"]);
        }
    }

    private object? ReadText(string text)
    {
        if (IsWords)
        {
            return WordsFile.Read(Shown, System.IO.Path.GetFileNameWithoutExtension(Name), text);
        }

        if (IsEasy)
        {
            return EasyText.Read(Shown, text);
        }

        if (Name == LessonFileName.Glossary)
        {
            return Glossary.Read(Shown, text);
        }

        if (LessonFileName.TryRead(Name, out var number, out var slug))
        {
            return LessonReader.Read(Shown, number, slug, Language, text);
        }

        if (char.IsAsciiDigit(Name[0]))
        {
            return new LessonProblem(Shown, 1, AuthorText.Text["File.Name"]);
        }

        // A file without a number is a guide or a sheet when it says so.
        var isNamed = LessonFileName.TryReadGuide(Name, out slug);
        return LessonReader.Read(Shown, 0, slug, Language, text) is not { Head.IsOnPath: false } beside ? null
            : isNamed ? beside
            : new LessonProblem(Shown, 1, AuthorText.Text["File.Name.Guide"]);
    }

    /// <summary>The easy texts of the lessons in a folder.</summary>
    private static IEnumerable<LessonFile> EasyIn(DirectoryInfo folder, string shown) => folder.EnumerateDirectories(EasyText.Folder)
        .SelectMany(easy => Of(easy, "*.md")).Select(file => file with { IsEasy = true, Language = folder.Name, Shown = $"{shown}/{EasyText.Folder}/{file.Name}" });

    private static IEnumerable<LessonFile> Of(DirectoryInfo folder, string pattern) => folder.EnumerateFiles(pattern, AnyCase)
        .OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => new LessonFile(file.FullName, file.Name, folder.Name, $"lessons/{folder.Name}/{file.Name}"));
}
