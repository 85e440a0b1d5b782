using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.Json;
using System.Text.RegularExpressions;
using PixelLab.Core.Case;
using PixelLab.Core.Compare;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Explaining.Headers;
using PixelLab.Core.Languages;
using PixelLab.Core.Reports;
using PixelLab.Core.Rules;
using PixelLab.Core.Story;
using PixelLab.Core.Vendors;
using PixelLab.Core.Yours.Brought;
using PixelLab.Core.Yours.Known;

namespace PixelLab.Web.Languages;

/// <summary>
/// The words of one part of the lab in English, and their translations. A language may bring its own along in the folder of its lessons
/// (<c>lessons/LANGUAGE/NAME.resx</c>), where nothing has to be built for it.
/// </summary>
public abstract partial class WordList
{
    private WordList(string name) => Name = name;

    private const string Ending = "Text.resources";

    /// <summary>The files of pages, by name. Those of the terminal are in English alone.</summary>
    private static readonly Dictionary<string, WordList> Pages = typeof(WordList).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(Ending, StringComparison.Ordinal) && !name.StartsWith("PixelLab.Web.Running.", StringComparison.Ordinal)
            && !name.StartsWith("PixelLab.Web.Storage.", StringComparison.Ordinal))
        .Select(name => name[..name.LastIndexOf('.')]).Order(StringComparer.Ordinal)
        .Select(name => new OfPages(name)).ToDictionary(file => file.Name, file => (WordList)file, StringComparer.Ordinal);

    /// <summary>The words around lessons.</summary>
    public static WordList Lessons { get; } = Pages["LessonText"];

    /// <summary>The words of the page on which learners write a pixel of their own.</summary>
    public static WordList YourPixel { get; } = Pages["YourPixelText"];

    /// <summary>The words of the page to which people bring their own web.</summary>
    public static WordList Yours { get; } = Pages["YoursText"];

    /// <summary>The words of the table of what is known of real vendors.</summary>
    public static WordList Known { get; } = Pages["KnownPageText"];

    /// <summary>The words of the lists of hits and of a single hit, wherever they stand.</summary>
    public static WordList Panel { get; } = new OfScripts("PanelText", ["rows", "detail"]);

    /// <summary>The words of the comparison inside lessons.</summary>
    public static WordList Compare { get; } = new OfScripts("CompareText", ["compare"]);

    /// <summary>The words of what a student in a room sees of it on every page.</summary>
    public static WordList Room { get; } = new OfScripts("RoomText", ["room", "answer"]);

    /// <summary>What is explained and concluded from hits, and how a language writes numbers and lists.</summary>
    public static IReadOnlyList<WordList> Explanations { get; } =
    [
        .. new[]
        {
            WritingText.Words, ExplainingText.Words, AccountText.Words, HeaderText.Words, ParameterText.Words, CookiesText.Words, GifText.Words, AdStoryText.Words,
            LanguageNames.Words, ExperimentText.Words, ComparingText.Words, CountingText.Words, SheetText.Words, SettingsText.Words, BroughtText.Words, KnownText.Words, ShapeText.Words, StoryText.Words, CaseText.Words,
        }.Concat(VendorList.All.Select(wire => wire.Words).Distinct().OrderBy(file => file.Name, StringComparer.Ordinal)).Select(file => new OfCore(file)),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WordList> All { get; } = [.. Pages.Values, Panel, Compare, Room, .. Explanations];

    /// <summary>The file's name, without its ending.</summary>
    public string Name { get; }

    /// <summary>The names of its words.</summary>
    public abstract IReadOnlyCollection<string> Names { get; }

    /// <summary>The word or sentence of that name in a language, or in English; null where there is none.</summary>
    public abstract string? Find(string word, CultureInfo culture);

    /// <summary>Whether there is a word of that name, be it in a plural form that English has not (Unicode CLDR, plural rules).</summary>
    public bool Knows(string word) => Names.Contains(word) || (PluralForm().Match(word) is { Success: true } form && Names.Contains(word[..form.Index] + ".other"));

    [GeneratedRegex(@"\.(zero|one|two|few|many)$")]
    private static partial Regex PluralForm();

    /// <summary>Words that pages are written with: a resource file in English, and one beside it for each other language (<c>NAME.LANGUAGE.resx</c>).</summary>
    /// <param name="name">The file's name with its namespace, without its ending.</param>
    private sealed class OfPages(string name) : WordList(name[(name.LastIndexOf('.') + 1)..])
    {
        private readonly ResourceManager _words = new(name, typeof(WordList).Assembly);

        public override IReadOnlyCollection<string> Names =>
            [.. _words.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!.Cast<DictionaryEntry>().Select(entry => (string)entry.Key)];

        public override string? Find(string word, CultureInfo culture) => _words.GetString(word, culture);
    }

    /// <summary>Words that stand in the core, beside what says them.</summary>
    /// <param name="file">The file.</param>
    private sealed class OfCore(WordFile file) : WordList(file.Name)
    {
        public override IReadOnlyCollection<string> Names => file.Names;

        public override string? Find(string word, CultureInfo culture) => file.Translated(word, culture.Name) ?? file.English(word);
    }

    /// <summary>Words that scripts say (<c>Client/Kit/Words/en</c>). The scripts know their translations too; here they are English.</summary>
    /// <param name="name">The name that a translation's file has.</param>
    /// <param name="subjects">The files. A word's name begins with its file's.</param>
    private sealed class OfScripts(string name, IReadOnlyList<string> subjects) : WordList(name)
    {
        private readonly Dictionary<string, string> _words = subjects.SelectMany(Read).ToDictionary(StringComparer.Ordinal);

        public override IReadOnlyCollection<string> Names => _words.Keys;

        public override string? Find(string word, CultureInfo culture) => _words.GetValueOrDefault(word);

        private static IEnumerable<KeyValuePair<string, string>> Read(string subject)
        {
            using var file = typeof(WordList).Assembly.GetManifestResourceStream($"words/{subject}.json")!;
            return JsonSerializer.Deserialize(file, LanguageJson.Default.IReadOnlyDictionaryStringString)!
                .Select(word => KeyValuePair.Create($"{subject}.{word.Key}", word.Value))
                .ToList();
        }
    }
}
