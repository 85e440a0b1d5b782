using System.Globalization;
using PixelLab.Core.Languages;
using PixelLab.Core.Lenses;
using PixelLab.Core.Reports;

namespace PixelLab.Web.Features.Reports;

/// <summary>Which state of a report is asked for.</summary>
/// <param name="Lens">How visitors are told apart.</param>
/// <param name="Counting">Which requests count.</param>
/// <param name="Until">The event after which, or null for now.</param>
public sealed record ReportChoice(Lens Lens, Counting Counting, long? Until)
{
    /// <summary>The report as most people read it.</summary>
    public static ReportChoice Usual { get; } = new(Lens.Both, Counting.Naive, null);

    /// <summary>The lenses with their names in addresses and in words.</summary>
    public static IReadOnlyList<(Lens Lens, string Name, string InWords)> Lenses =>
        [.. Enum.GetValues<Lens>().Select(lens => (lens, NameOf(lens), ReportPageText.Text[$"Lens.{lens}"]))];

    /// <summary>The ways to count with their names in addresses and in words.</summary>
    public static IReadOnlyList<(Counting Counting, string Name, string InWords)> Countings =>
        [.. Enum.GetValues<Counting>().Select(counting => (counting, NameOf(counting), Language.Asked[CountingText.Words][$"Name.{NameOf(counting)}"]))];

    /// <summary>Reads a choice from an address; what is wrong with it as a sentence, or null.</summary>
    public static string? TryRead(string? lens, string? counting, string? until, out ReportChoice choice)
    {
        choice = Usual;
        if (lens is { Length: > 0 })
        {
            if (!Lenses.Any(known => known.Name == lens))
            {
                return ReportPageText.Text["Refused.Lens"];
            }

            choice = choice with { Lens = Lenses.First(known => known.Name == lens).Lens };
        }

        if (counting is { Length: > 0 })
        {
            if (!Countings.Any(known => known.Name == counting))
            {
                return ReportPageText.Text["Refused.Counting"];
            }

            choice = choice with { Counting = Countings.First(known => known.Name == counting).Counting };
        }

        if (until is { Length: > 0 })
        {
            if (!long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            {
                return ReportPageText.Text["Refused.Until"];
            }

            choice = choice with { Until = last };
        }

        return null;
    }

    /// <summary>The choice as a query, beginning with a question mark; more pairs may follow after an ampersand.</summary>
    public string Query => "?lens=" + NameOf(Lens)
        + (Counting == Usual.Counting ? "" : "&counting=" + NameOf(Counting))
        + (Until is { } until ? string.Create(CultureInfo.InvariantCulture, $"&until={until}") : "");

    /// <summary>What the way of counting takes for a visit, in a sentence.</summary>
    public string CountingInWords(ReportEntry entry)
    {
        var words = Language.Asked[CountingText.Words];
        return (Counting, entry) switch
        {
            (Counting.Truth, { CountsPages: true }) => words["Says.truth.pages"],
            (Counting.Truth, { CountsItself: true }) => words["Says.truth.letters"],
            _ => words[$"Says.{NameOf(Counting)}"],
        };
    }

    private static string NameOf(Counting counting) => counting switch
    {
        Counting.Naive => "naive",
        Counting.Careful => "careful",
        Counting.Truth => "truth",
    };

    private static string NameOf(Lens lens) => lens switch
    {
        Lens.PixelOnly => "pixel",
        Lens.CookieOnly => "cookie",
        Lens.Both => "both",
    };
}
