using System.Globalization;
using PixelLab.Core.Lenses;

namespace PixelLab.Web.Features.Reports;

/// <summary>Which state of a report is asked for.</summary>
/// <param name="Lens">How visitors are told apart.</param>
/// <param name="Until">The event after which, or null for now.</param>
public sealed record ReportChoice(Lens Lens, long? Until)
{
    /// <summary>The lenses with their names in addresses and in words.</summary>
    public static IReadOnlyList<(Lens Lens, string Name, string InWords)> Lenses { get; } =
        [.. Enum.GetValues<Lens>().Select(lens => (lens, NameOf(lens), InWords(lens)))];

    /// <summary>Reads a choice from an address; what is wrong with it as a sentence, or null.</summary>
    public static string? TryRead(string? lens, string? until, out ReportChoice choice)
    {
        choice = new ReportChoice(Lens.Both, null);
        if (lens is { Length: > 0 })
        {
            if (!Lenses.Any(known => known.Name == lens))
            {
                return "‘lens’ is pixel, cookie or both, or left out.";
            }

            choice = choice with { Lens = Lenses.First(known => known.Name == lens).Lens };
        }

        if (until is { Length: > 0 })
        {
            if (!long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            {
                return "‘until’ is the id of an event, a whole number, or left out.";
            }

            choice = choice with { Until = last };
        }

        return null;
    }

    /// <summary>The choice as a query, beginning with a question mark; more pairs may follow after an ampersand.</summary>
    public string Query => "?lens=" + NameOf(Lens)
        + (Until is { } until ? string.Create(CultureInfo.InvariantCulture, $"&until={until}") : "");

    private static string NameOf(Lens lens) => lens switch
    {
        Lens.PixelOnly => "pixel",
        Lens.CookieOnly => "cookie",
        Lens.Both => "both",
    };

    private static string InWords(Lens lens) => lens switch
    {
        Lens.PixelOnly => "pixels alone",
        Lens.CookieOnly => "cookies alone",
        Lens.Both => "both",
    };
}
