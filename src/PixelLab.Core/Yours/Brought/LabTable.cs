using System.Text.RegularExpressions;
using PixelLab.Core.Events;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Yours.Brought;

/// <summary>
/// Reads the lab's own table of events (Features/Replay): every field is quoted (RFC 4180), and none holds a line end. Of a hit it has method, address
/// and cookies; that other headers are not in it is told.
/// </summary>
internal static partial class LabTable
{
    private const string Kind = "kind";

    /// <summary>Whether a text is one.</summary>
    public static bool IsOne(string text) => Head().IsMatch(text);

    /// <summary>The hits in it.</summary>
    public static IEnumerable<BroughtItem> Read(string text, Language language)
    {
        var words = language[BroughtText.Words];
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var (number, hits) = (0, 0);
        foreach (var line in text.Split('\n'))
        {
            number++;
            var fields = Field().Matches(line).Select(match => match.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal)).ToList();
            string Of(string column) => columns.GetValueOrDefault(column, -1) is >= 0 and var place && place < fields.Count ? fields[place] : "";
            if (columns.Count == 0)
            {
                columns = fields.Select((name, place) => (name, place)).DistinctBy(column => column.name).ToDictionary(column => column.name, column => column.place, StringComparer.Ordinal);
            }
            else if (Of(Kind) == "hit" && Of("url") is { Length: > 0 } url && ++hits <= BroughtLimits.Requests)
            {
                NameValue[] headers = Of("cookies sent") is { Length: > 0 } cookies ? [new("Cookie", cookies)] : [];
                foreach (var item in Bounded.Items(new BroughtRequest(Of("method"), url, headers, null, words["Where.Line", language.Number(number)]), language))
                {
                    yield return item;
                }
            }
        }

        yield return new BroughtItem.OfProblem(new BroughtProblem(words["Where.File"], words[hits > 0 ? "Csv.OfTheLab" : "Csv.NoHits"]) { IsNothingRead = hits == 0 });
    }

    /// <summary>Its first columns.</summary>
    [GeneratedRegex("^\uFEFF?\"id\",\"time \\(UTC\\)\",\"kind\"")]
    private static partial Regex Head();

    /// <summary>One field after the other; it goes back over none, however they are made.</summary>
    [GeneratedRegex("\\G\uFEFF?\"((?>(?:[^\"]|\"\")*))\"(?:,|\\s*$)")]
    private static partial Regex Field();
}
