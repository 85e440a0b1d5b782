using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PixelLab.Browser.Tests.Lessons;

/// <summary>A language that nobody speaks, made from the lab's English words letter by letter, as a translator would bring one: files in a folder, and no code.</summary>
internal static partial class MadeUpLanguage
{
    /// <summary>Its tag, of those that the standard keeps for private use.</summary>
    public const string Tag = "qaa";

    /// <summary>The tag of another, of which only a few words are written down.</summary>
    public const string Dialect = "io";

    /// <summary>The name of its lesson.</summary>
    public const string Lesson = "all-words";

    /// <summary>The name of a lesson without anything that scripts draw.</summary>
    public const string PlainLesson = "few-words";

    private static readonly string[] Books = ["Features/Lessons/LessonText", "Features/Sandbox/YourPixelText"];

    /// <summary>What scripts say stands in files of their own; a translation of some of them is one more resource file.</summary>
    private static readonly (string Book, string[] Subjects)[] ScriptBooks =
        [("PanelText", ["rows", "detail"]), ("CompareText", ["compare"]), ("RoomText", ["room", "answer"])];

    /// <summary>The words that the other has.</summary>
    private static readonly string[] InDialect = ["compare.lens.pixel", "compare.visitors.one", "compare.visitors.other", "rows.list"];

    /// <summary>Writes its words and lessons into a folder of lessons.</summary>
    public static void WriteTo(string folder, string labFolder)
    {
        foreach (var (book, words) in WordsOf(labFolder))
        {
            WriteWords(Path.Combine(folder, Tag), book, words);
            WriteWords(Path.Combine(folder, Dialect), book, words.Where(word => InDialect.Contains(word.Key)));
        }

        foreach (var language in new[] { Tag, Dialect })
        {
            WriteLesson(Path.Combine(folder, language), language);
        }

        File.WriteAllText(Path.Combine(folder, Tag, $"94-{PlainLesson}.md"), $"""
            ---
            title: Жж
            summary: Жжж жж.
            minutes: 6
            level: core
            language: {Tag}
            objectives: [Жжж]
            ---
            # Жж

            Жжж жж.
            """);
    }

    private static void WriteWords(string folder, string book, IEnumerable<KeyValuePair<string, string>> words)
    {
        Directory.CreateDirectory(folder);
        new XElement("root", words.Select(word => new XElement("data", new XAttribute("name", word.Key), new XElement("value", Of(word.Value)))))
            .Save(Path.Combine(folder, book + ".resx"));
    }

    private static void WriteLesson(string folder, string language) =>
        File.WriteAllText(Path.Combine(folder, $"93-{Lesson}.md"), $"""
            ---
            title: Жж жжж
            summary: Жжж жж.
            minutes: 6
            level: core
            language: {language}
            objectives: [Жжж]
            ---
            # Жж жжж

            ## Жжж

            ::: predict
            Жжж жжж?

            - Жж
            - Жжж
            :::

            ## Жжжж

            ::: do lab/your-pixel Жж
            Жжж.

            1. Жж
            2. Жж
            3. Жж
            :::

            ::: check zh
            Жжж.

                hit from metrics on shop where event = page_view and page starts /jackets/
                or 99 hit from adnet
            :::

            ::: panel from metrics
            Жжж.
            :::

            ::: hit from metrics
            Жжж.
            :::

            ::: compare specimens line profiles evidence clear_cookies email_click
            Жжж.
            :::

            ::: quiz one
            Жжж?

            - [x] Жж
              > Жж.
            - [ ] Жжж
              > Жж.

            Жжж.
            :::
            """);

    /// <summary>A word in the language; places for values stay.</summary>
    public static string Of(string english) => Letter().Replace(english, match => match.Value.Length > 1 ? match.Value : char.IsAsciiLetterUpper(match.Value[0]) ? "Ж" : "ж");

    /// <summary>Expressions that a text fits which still is the English word. Sentences with few letters of their own fit too much, and are left out.</summary>
    public static IReadOnlyList<Regex> EnglishOf(string labFolder) =>
    [
        .. WordsOf(labFolder).SelectMany(book => book.Words.Values)
            .Select(value => value.Trim())
            .Where(value => !value.Contains('{', StringComparison.Ordinal) || Place().Replace(value, "").Count(char.IsAsciiLetter) > 6)
            .Where(value => value.Any(char.IsAsciiLetter))
            .Select(value => new Regex("^" + string.Join(".+", Place().Split(value).Select(Regex.Escape)) + "$", RegexOptions.None, TimeSpan.FromSeconds(1))),
    ];

    private static IEnumerable<(string Book, IReadOnlyDictionary<string, string> Words)> WordsOf(string labFolder) =>
    [
        .. Books.Select(book => Path.Combine(labFolder, book + ".resx")).Concat(ExplanationsOf(labFolder)).Select(file => (
            Path.GetFileNameWithoutExtension(file),
            (IReadOnlyDictionary<string, string>)XDocument.Load(file).Root!.Elements("data")
                .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value))),
        .. ScriptBooks.Select(book => (book.Book, (IReadOnlyDictionary<string, string>)book.Subjects.SelectMany(subject =>
                JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(labFolder, "Client/Kit/Words/en", subject + ".json")))!
                    .Select(word => (Name: $"{subject}.{word.Key}", word.Value)))
            .ToDictionary(word => word.Name, word => word.Value))),
    ];

    /// <summary>The files of what is explained and concluded, beside what says it.</summary>
    private static IEnumerable<string> ExplanationsOf(string labFolder) =>
        Directory.EnumerateFiles(Path.Combine(labFolder, "..", "PixelLab.Core"), "*.resx", SearchOption.AllDirectories);

    [GeneratedRegex(@"\{\w+\}|[A-Za-z]")]
    private static partial Regex Letter();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();
}
