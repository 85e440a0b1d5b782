using PixelLab.Core.Languages;

namespace PixelLab.Core.Vendors.Adnet;

/// <summary>
/// The drawers into which the network sorts people and pages: what a page is about, as its pixels and slots say, in one
/// small list of words.
/// </summary>
public static class Segments
{
    /// <summary>Running and sport.</summary>
    public const string Running = "running";

    /// <summary>Rain, wind and what to wear in it.</summary>
    public const string Weather = "weather";

    /// <summary>Getting about: work, school, journeys.</summary>
    public const string Travel = "travel";

    /// <summary>Nights outside.</summary>
    public const string Outdoors = "outdoors";

    /// <summary>Body and health.</summary>
    public const string Health = "health";

    /// <summary>What happens in town.</summary>
    public const string Local = "local";

    private const int MostText = 400;
    private const int MostWords = 12;

    /// <summary>The segments that a comma-separated text names, in its order; words nobody knows are left out.</summary>
    public static IReadOnlyList<string> Of(string? text)
    {
        if (text is not { Length: > 0 and <= MostText })
        {
            return [];
        }

        var found = new List<string>();
        foreach (var word in text.Split(',', MostWords + 1, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            if (Of(word.ToLowerInvariant().AsSpan()) is { } segment && !found.Contains(segment))
            {
                found.Add(segment);
            }
        }

        return found;
    }

    /// <summary>The segment in plain words, to follow “interested in”.</summary>
    public static string InWords(string segment, Language language)
    {
        var words = language[AdnetText.Words];
        return words.Find($"Segment.{segment}") ?? words["Segment.unknown"];
    }

    private static string? Of(ReadOnlySpan<char> word) => word switch
    {
        "running" or "sport" or "sports" or "shoes" or "fitness" => Running,
        "weather" or "rain" or "jackets" or "climate" or "sea" => Weather,
        "travel" or "commuting" or "transport" or "backpacks" or "cycling" or "school" => Travel,
        "outdoors" or "camp" or "camping" or "nature" or "hiking" => Outdoors,
        "health" or "symptoms" or "sleep" or "wellbeing" => Health,
        "local" or "town" or "harbour" or "culture" or "politics" or "food" or "music" or "business" => Local,
        _ => null,
    };
}
