using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PixelLab.Browser.Tests.Lessons;

/// <summary>A language that nobody speaks, made from the lab's English words letter by letter, as a translator would bring one: files in a folder, and no code.</summary>
internal static partial class MadeUpLanguage
{
    /// <summary>Its tag, of those that the standard keeps for private use.</summary>
    public const string Tag = "qaa";

    /// <summary>The name of its lesson.</summary>
    public const string Lesson = "all-words";

    private static readonly string[] Books = ["Lessons/LessonText", "Sandbox/YourPixelText"];

    /// <summary>What scripts say stands in files of their own; a translation of them is one more resource file.</summary>
    private static readonly string[] Subjects = ["rows", "detail"];

    /// <summary>Writes its words and a lesson into a folder of lessons.</summary>
    public static void WriteTo(string folder, string labFolder)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, Tag));
        foreach (var (book, words) in WordsOf(labFolder))
        {
            new XElement("root", words.Select(word => new XElement("data", new XAttribute("name", word.Key), new XElement("value", Of(word.Value)))))
                .Save(Path.Combine(own.FullName, book + ".resx"));
        }

        File.WriteAllText(Path.Combine(own.FullName, $"93-{Lesson}.md"), $"""
            ---
            title: Жж жжж
            summary: Жжж жж.
            minutes: 6
            level: core
            language: {Tag}
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

            ::: quiz one
            Жжж?

            - [x] Жж
              > Жж.
            - [ ] Жжж
              > Жж.

            Жжж.
            :::
            """);
    }

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
        ("PanelText", Subjects.SelectMany(subject =>
                JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(labFolder, "Client/src/words/en", subject + ".json")))!
                    .Select(word => (Name: $"{subject}.{word.Key}", word.Value)))
            .ToDictionary(word => word.Name, word => word.Value)),
    ];

    /// <summary>The files of what is explained and concluded, beside what says it.</summary>
    private static IEnumerable<string> ExplanationsOf(string labFolder) =>
        Directory.EnumerateFiles(Path.Combine(labFolder, "..", "PixelLab.Core"), "*.resx", SearchOption.AllDirectories);

    [GeneratedRegex(@"\{\w+\}|[A-Za-z]")]
    private static partial Regex Letter();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();
}
