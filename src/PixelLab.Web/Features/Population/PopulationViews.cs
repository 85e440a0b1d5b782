using System.Text.Json.Serialization;
using PixelLab.Core.Lenses;
using PixelLab.Core.Population;
using PixelLab.Core.Reports;
using PixelLab.Core.Rules;

namespace PixelLab.Web.Features.Population;

/// <summary>What the page asks for.</summary>
public sealed record PopulationRequest
{
    /// <summary><c>glance</c>, <c>score</c>, <c>keep</c>, <c>curve</c> or <c>walk</c>.</summary>
    public string? What { get; init; }

    /// <summary>How many people.</summary>
    public int People { get; init; }

    /// <summary>How many days.</summary>
    public int Days { get; init; }

    /// <summary>The seed.</summary>
    public int Seed { get; init; }

    /// <summary>The kind of banner, as <see cref="Regimes"/> writes it.</summary>
    public string? Regime { get; init; }

    /// <summary>The shares by their sliders' names.</summary>
    public IReadOnlyDictionary<string, double>? Shares { get; init; }

    /// <summary>The slider that a curve follows, or <c>regime</c> for the kinds of banner.</summary>
    public string? Along { get; init; }

    /// <summary>The plan; null where a name is none of the page's.</summary>
    public PopulationPlan? Plan()
    {
        if (Regimes.Parse(Regime ?? "none") is not { } regime || Shares?.Count > PlanSliders.All.Count)
        {
            return null;
        }

        var plan = new PopulationPlan { People = People, Days = Days, Seed = Seed, Regime = regime };
        foreach (var (name, share) in Shares ?? new Dictionary<string, double>())
        {
            if (PlanSliders.Find(name) is not { } slider)
            {
                return null;
            }

            plan = slider.With(plan, share);
        }

        return plan;
    }
}

/// <summary>A lens's score as the page reads it.</summary>
/// <param name="Lens">Which tracker.</param>
/// <param name="Visitors">The visitors it counts.</param>
/// <param name="Precision">Pairwise, people, 0 to 1.</param>
/// <param name="Recall">Pairwise, people, 0 to 1.</param>
/// <param name="BrowserPrecision">Pairwise, browsers, 0 to 1.</param>
/// <param name="BrowserRecall">Pairwise, browsers, 0 to 1.</param>
/// <param name="Ads">Ads shown because of what it believed.</param>
/// <param name="AfterPurchase">Of these, for what the person had bought.</param>
/// <param name="WrongPerson">Of these, meant for somebody else.</param>
/// <param name="Wasted">The share wasted, 0 to 1.</param>
/// <param name="Spent">What the ads cost, in euros of the invented price list.</param>
/// <param name="WastedEuros">How much of it was wasted.</param>
public sealed record LensScoreView(
    Lens Lens, int Visitors, double Precision, double Recall, double BrowserPrecision, double BrowserRecall,
    long Ads, long AfterPurchase, long WrongPerson, double Wasted, decimal Spent, decimal WastedEuros)
{
    /// <summary>The view of a score.</summary>
    public static LensScoreView Of(LensScore score) => new(
        score.Lens,
        score.Visitors, score.People.Precision, score.People.Recall, score.Browsers.Precision, score.Browsers.Recall,
        score.AdsShown, score.AdsAfterPurchase, score.AdsToWrongPerson, score.WastedShare,
        AdPrices.ForShowing(score.AdsShown), AdPrices.ForShowing(score.AdsWasted));
}

/// <summary>A result as the page reads it.</summary>
public sealed record ResultView(
    int People, int Browsers, long Pages, long Planted, long Hits, IReadOnlyList<LensScoreView> Lenses, OpenScore Opens)
{
    /// <summary>The view of a result.</summary>
    public static ResultView Of(PopulationResult result) => new(
        result.ActivePeople, result.ActiveBrowsers, result.Pages, result.Planted, result.Hits, [.. result.Lenses.Select(LensScoreView.Of)], result.Opens);
}

/// <summary>A point of a curve as the page reads it.</summary>
public sealed record PointView(double Share, string Label, int People, IReadOnlyList<LensScoreView> Lenses, OpenScore Opens);

/// <summary>Where a walk can be looked at.</summary>
public sealed record WalkView(string Seat, string Panel, string Reports, string Compare);

/// <summary>How a run stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunState>))]
public enum RunState
{
    /// <summary>It is under way.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>It has come to its end.</summary>
    [JsonStringEnumMemberName("done")]
    Done,

    /// <summary>It was given up.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    /// <summary>It broke off.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}

/// <summary>A run as the page reads it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="State">How it stands.</param>
/// <param name="Share">The share that is done.</param>
/// <param name="Result">The result.</param>
/// <param name="Curve">The curve.</param>
/// <param name="Walk">Where the walk can be looked at.</param>
public sealed record RunView(
    string Id, RunState State, double Share, ResultView? Result = null, IReadOnlyList<PointView>? Curve = null, WalkView? Walk = null)
{
    /// <summary>The slider that the curve follows, or <c>regime</c>.</summary>
    public string? Along { get; init; }

    /// <summary>Why it broke off, where that is for the person to know.</summary>
    public string? Problem { get; init; }
}
