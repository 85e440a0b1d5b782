using System.Collections;
using System.Globalization;
using System.Resources;

namespace PixelLab.Web.Lessons;

/// <summary>
/// The words of one part of the lab: a resource file in English, and one beside it for each other language (<c>NAME.LANGUAGE.resx</c>). A language may
/// also bring its file along in the folder of its lessons (<c>lessons/LANGUAGE/NAME.resx</c>), where nothing has to be built for it.
/// </summary>
/// <param name="name">The file's name, without its ending.</param>
/// <param name="folder">The namespace of the folder that it lies in.</param>
public sealed class WordBook(string name, string folder)
{
    private readonly ResourceManager _words = new($"{folder}.{name}", typeof(WordBook).Assembly);

    /// <summary>The words around lessons.</summary>
    public static WordBook Lessons { get; } = new("LessonText", "PixelLab.Web.Lessons");

    /// <summary>The words of the page on which learners write a pixel of their own.</summary>
    public static WordBook YourPixel { get; } = new("YourPixelText", "PixelLab.Web.Sandbox");

    /// <summary>The words of the lists of hits and of a single hit, wherever they stand.</summary>
    public static WordBook Panel { get; } = new("PanelText", "PixelLab.Web.Live");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WordBook> All { get; } = [Lessons, YourPixel, Panel];

    /// <summary>The file's name, without its ending.</summary>
    public string Name => name;

    /// <summary>The names of its words.</summary>
    public IReadOnlyList<string> Names =>
        [.. _words.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!.Cast<DictionaryEntry>().Select(entry => (string)entry.Key)];

    /// <summary>The word or sentence of that name in a language, or in English; null where there is none.</summary>
    public string? Find(string word, CultureInfo culture) => _words.GetString(word, culture);
}
