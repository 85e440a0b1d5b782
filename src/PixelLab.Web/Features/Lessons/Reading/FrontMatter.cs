using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PixelLab.Web.Features.Lessons.Reading;

/// <summary>Reads what stands in YAML above a lesson. Each mistake has its line; what is missing is filled in.</summary>
internal static class FrontMatter
{
    private const int MostCharacters = 8000;
    private const int MostText = 400;
    private const int MostItems = 12;
    private const int LeastMinutes = 6;
    private const int MostMinutes = 15;

    private static readonly string[] Known = ["title", "summary", "minutes", "level", "objectives", "needs", "language", "review-by", "standards", "misconceptions", "discuss", "paths"];

    /// <summary>Reads the head.</summary>
    /// <param name="yaml">The text between the lines of hyphens.</param>
    /// <param name="firstLine">The file's line on which it begins, from 1.</param>
    /// <param name="slug">The lesson's slug, which stands in for a missing title.</param>
    /// <param name="language">The language of the folder.</param>
    /// <param name="tell">Takes a mistake: its line and its words.</param>
    public static LessonHead Read(string? yaml, int firstLine, string slug, string language, Action<int, string> tell)
    {
        var entries = Entries(yaml, firstLine, tell);
        if (entries is null)
        {
            return new LessonHead(slug, "", LeastMinutes, LessonLevel.Core, language, [], []);
        }

        foreach (var (name, node) in entries.Where(entry => !Known.Contains(entry.Key)))
        {
            tell(LineOf(node, firstLine), AuthorText.Text["Head.Unknown", name, string.Join(", ", Known)]);
        }

        string Text(string name)
        {
            if (entries.GetValueOrDefault(name) is YamlScalarNode { Value: { } value } && value.Trim() is { Length: > 0 and <= MostText } text)
            {
                return text;
            }

            tell(entries.TryGetValue(name, out var node) ? LineOf(node, firstLine) : firstLine, AuthorText.Text["Head.Text", name, MostText]);
            return "";
        }

        IReadOnlyList<string> List(string name, bool isNeeded)
        {
            if (!entries.TryGetValue(name, out var node))
            {
                if (isNeeded)
                {
                    tell(firstLine, AuthorText.Text["Head.List", name]);
                }

                return [];
            }

            if (node is not YamlSequenceNode list || list.Children.Count > MostItems
                || list.Children.Any(child => child is not YamlScalarNode { Value.Length: > 0 and <= MostText })
                || (isNeeded && list.Children.Count == 0))
            {
                tell(LineOf(node, firstLine), AuthorText.Text["Head.Items", name, MostItems]);
                return [];
            }

            return [.. list.Children.Cast<YamlScalarNode>().Select(child => child.Value!)];
        }

        var title = Text("title");
        var minutes = Minutes(entries, firstLine, tell);
        var head = new LessonHead(
            title.Length > 0 ? title : slug,
            Text("summary"),
            minutes,
            Level(entries, firstLine, tell),
            Text("language") is { Length: > 0 } told ? told : language,
            List("objectives", isNeeded: true),
            List("needs", isNeeded: false))
        {
            ReviewBy = [.. List("review-by", isNeeded: false).Select(told => Claim(told, LineOf(entries["review-by"], firstLine), tell)).OfType<DatedClaim>()],
            Standards = List("standards", isNeeded: false),
            Misconceptions = List("misconceptions", isNeeded: false),
            Paths = [.. List("paths", isNeeded: false).Select(told => Step(told, minutes, LineOf(entries["paths"], firstLine), tell)).OfType<PathStep>()],
            Discuss = entries.ContainsKey("discuss") ? Text("discuss") : "",
        };
        if (head.Language != language)
        {
            tell(LineOf(entries["language"], firstLine), AuthorText.Text["Head.Language", head.Language, language]);
        }

        return head;
    }

    private static Dictionary<string, YamlNode>? Entries(string? yaml, int firstLine, Action<int, string> tell)
    {
        if (yaml is null)
        {
            tell(1, AuthorText.Text["Head.None"]);
            return null;
        }

        if (yaml.Length > MostCharacters)
        {
            tell(firstLine, AuthorText.Text["Head.Large", MostCharacters]);
            return null;
        }

        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }, ..])
            {
                return root.Children.Where(entry => entry.Key is YamlScalarNode { Value: not null })
                    .ToDictionary(entry => ((YamlScalarNode)entry.Key).Value!, entry => entry.Value, StringComparer.Ordinal);
            }

            tell(firstLine, AuthorText.Text["Head.NoValues"]);
        }
        catch (YamlException broken)
        {
            tell(firstLine + (int)Math.Max(0, broken.Start.Line - 1), AuthorText.Text["Head.NoYaml", broken.Message]);
        }

        return null;
    }

    private static DatedClaim? Claim(string told, int line, Action<int, string> tell)
    {
        if (told.Split(' ', 2, StringSplitOptions.TrimEntries) is [var day, { Length: > 0 } claim]
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            return new DatedClaim(read, claim);
        }

        tell(line, AuthorText.Text["Head.Claim", told]);
        return null;
    }

    private static PathStep? Step(string told, int minutes, int line, Action<int, string> tell)
    {
        if (PathStep.Read(told, minutes) is { } step)
        {
            return step;
        }

        tell(line, AuthorText.Text["Head.Path", told, string.Join(" and ", PathStep.Paths)]);
        return null;
    }

    private static int Minutes(Dictionary<string, YamlNode> entries, int firstLine, Action<int, string> tell)
    {
        var node = entries.GetValueOrDefault("minutes");
        if (node is YamlScalarNode { Value: { } text } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && minutes is >= LeastMinutes and <= MostMinutes)
        {
            return minutes;
        }

        tell(LineOf(node, firstLine), AuthorText.Text["Head.Minutes", LeastMinutes, MostMinutes]);
        return LeastMinutes;
    }

    private static LessonLevel Level(Dictionary<string, YamlNode> entries, int firstLine, Action<int, string> tell)
    {
        var node = entries.GetValueOrDefault("level");
        switch ((node as YamlScalarNode)?.Value)
        {
            case "core":
                return LessonLevel.Core;
            case "further":
                return LessonLevel.Further;
            case "guide":
                return LessonLevel.Guide;
            case "sheet":
                return LessonLevel.Sheet;
            case "questions":
                return LessonLevel.Questions;
            default:
                tell(LineOf(node, firstLine), AuthorText.Text["Head.Level"]);
                return LessonLevel.Core;
        }
    }

    private static int LineOf(YamlNode? node, int firstLine) => node is null ? firstLine : firstLine + (int)Math.Max(0, node.Start.Line - 1);
}
