using System.Globalization;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Population;

/// <summary>
/// What somebody does with an open page, as far as scripts can tell: how far they scroll, how long it is in view, whether they
/// see its ads and follow one. Both roads ask it, and nothing in it depends on what trackers can see.
/// </summary>
public sealed record PageStay
{
    /// <summary>How often the analytics script says that the page is still in view, in milliseconds.</summary>
    public const int Heartbeat = 15_000;

    private const int Occasion = -3;
    private const int ShortestStay = 1_500;
    private const double SeesTop = 0.8;
    private const double SeesMiddle = 0.5;

    private static readonly int[] Depths = [25, 50, 75, 100];

    private double _clicks;

    /// <summary>How long the page is in view, in milliseconds.</summary>
    public required int InView { get; init; }

    /// <summary>How far down the page somebody scrolls, in steps of 25 percent up to 100; 0 for not at all.</summary>
    public required int Depth { get; init; }

    /// <summary>Whether the ads in the first and in the second slot are looked at for a second.</summary>
    public required (bool First, bool Second) Sees { get; init; }

    /// <summary>Whether somebody who followed an ad orders what it showed.</summary>
    public required bool OrdersAfterAd { get; init; }

    /// <summary>The page before the first of a visit, as its address; null where none is told.</summary>
    public required string? ArrivesFrom { get; init; }

    /// <summary>The depths that the script reports.</summary>
    private IEnumerable<ScriptReport> Scrolls => Depths.Where(depth => depth <= Depth).Select(depth => new ScriptReport(
        InView * depth / 125, VendorEvents.Scroll, [("epn.percent_scrolled", Text(depth))], IsBeacon: false));

    /// <summary>The times in view that the script reports: one at each heartbeat, and the rest as the page is left.</summary>
    private IEnumerable<ScriptReport> Times
    {
        get
        {
            for (var beat = Heartbeat; beat < InView; beat += Heartbeat)
            {
                yield return Time(Heartbeat, beat, isLeaving: false);
            }

            var rest = InView % Heartbeat;
            yield return Time(rest == 0 ? Heartbeat : rest, InView, isLeaving: true);
        }
    }

    /// <summary>What somebody does with the page that a step opens.</summary>
    public static PageStay Of(PopulationPlan plan, Step step, Inhabitant person)
    {
        var dice = new Dice(plan.Seed, person.Number, (int)(step.At - DayPlanner.Start).TotalSeconds, Occasion);
        var patience = dice.Share();
        var longest = Math.Max(step.Seconds, 1) * 1000;
        return new PageStay
        {
            // Most pages are left soon, a few are read to the end.
            InView = Math.Min(longest, ShortestStay + (int)(patience * patience * longest)),
            Depth = dice.Below(5) * 25,
            Sees = (dice.Happens(SeesTop), dice.Happens(SeesMiddle)),
            OrdersAfterAd = dice.Happens(person.Buys),
            ArrivesFrom = dice.Share() switch
            {
                < 0.45 => null,
                < 0.8 => "https://search.example/",
                < 0.9 => "https://friends.example/",
                _ => "https://blog.example/",
            },
            _clicks = dice.Share(),
        };
    }

    /// <summary>Whether somebody follows the ad in a slot: an ad for what they looked at does more than another.</summary>
    /// <param name="slot">The slot's place, from 1.</param>
    /// <param name="isRetargeting">Whether the ad shows what they looked at.</param>
    public bool Clicks(int slot, bool isRetargeting)
    {
        // One page is left by one ad at most: the slots share the throw.
        var share = isRetargeting ? 0.03 : 0.008;
        return slot == 1 ? Sees.First && _clicks < share : Sees.Second && _clicks >= 1 - share;
    }

    /// <summary>Whether the ad in a slot is looked at.</summary>
    public bool SeesSlot(int slot) => slot == 1 ? Sees.First : Sees.Second;

    /// <summary>All that the analytics script reports after the opening of the page, in the order of its time.</summary>
    /// <param name="link">What is clicked to leave the page, or null.</param>
    /// <param name="url">The address of a path on the page's site.</param>
    public IEnumerable<ScriptReport> Reports(PageLink? link, Func<string, string> url)
    {
        // The click is what makes the browser leave, so the script tells it before it tells the rest of the time.
        ScriptReport[] clicks = link is null
            ? []
            : [new(InView, VendorEvents.Click, [("ep.link_text", link.Text), ("ep.link_url", link.Path is { } path ? url(path) : null)], IsBeacon: true)];
        return Scrolls.Concat(clicks).Concat(Times).OrderBy(report => report.After);
    }

    private static ScriptReport Time(int milliseconds, int after, bool isLeaving) =>
        new(after, VendorEvents.Engagement, [("_et", Text(milliseconds))], isLeaving);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
