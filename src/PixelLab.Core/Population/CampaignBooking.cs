using PixelLab.Core.Reports;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Population;

/// <summary>
/// A campaign while a simulated town walks by: what it has cost so far, and who is left out by lot. Whoever is left out is noted where the ad would
/// have stood, so that both groups are of the same kind of people.
/// </summary>
/// <param name="campaign">The campaign.</param>
/// <param name="budget">What may be spent, in euros.</param>
/// <param name="seed">What stands for chance.</param>
public sealed class CampaignBooking(AdCampaign campaign, decimal budget, int seed)
{
    private const int Lot = -11;
    private const double LeftOut = 0.5;

    private readonly Dictionary<int, DateTimeOffset> _due = [];
    private readonly HashSet<int> _hasOrdered = [];
    private int _shown;
    private int _clicks;

    /// <summary>The campaign.</summary>
    public AdCampaign Campaign => campaign;

    /// <summary>What it has cost. Clicks on ads that were shown before the money was spent cost no more.</summary>
    public decimal Spent => Math.Min(budget, AdPrices.Spend(campaign.Key, _shown, _clicks));

    /// <summary>When the money was spent; null where some is left.</summary>
    public DateTimeOffset? SpentAt { get; private set; }

    /// <summary>The people for whom the ad was due, each with the moment of the first time.</summary>
    public IReadOnlyDictionary<int, DateTimeOffset> Due => _due;

    /// <summary>Orders that followed a click on the ad at once.</summary>
    public int OrdersByAd { get; private set; }

    /// <summary>Orders that people did not make any more, since the ad had brought them to order already.</summary>
    public int OrdersForgone { get; private set; }

    /// <summary>Whether the lot leaves somebody out.</summary>
    public bool IsLeftOut(int person) => new Dice(seed, person, 0, Lot).Happens(LeftOut);

    /// <summary>Whether the ad is shown where it is due: to somebody whom the lot takes, as long as there is money.</summary>
    internal bool Pays(DateTimeOffset at, Inhabitant person)
    {
        if (SpentAt is not null)
        {
            return false;
        }

        if (AdPrices.Spend(campaign.Key, _shown + 1, _clicks + 1) > budget)
        {
            SpentAt = at;
            return false;
        }

        _due.TryAdd(person.Number, at);
        if (IsLeftOut(person.Number))
        {
            return false;
        }

        _shown++;
        return true;
    }

    /// <summary>Somebody follows an ad.</summary>
    internal void Clicked(string key) => _clicks += key == campaign.Key ? 1 : 0;

    /// <summary>Somebody who followed an ad orders what it showed.</summary>
    internal void Orders(string key, Inhabitant person)
    {
        if (key == campaign.Key)
        {
            OrdersByAd++;
            _hasOrdered.Add(person.Number);
        }
    }

    /// <summary>
    /// Whether a step is left out: letters, and the order that somebody meant to make next and has made already, led by the ad.
    /// </summary>
    internal bool Leaves(Step step)
    {
        switch (step.Kind)
        {
            case StepKind.MailArrives or StepKind.MailOpened or StepKind.MailClicked:
                return true;
            case StepKind.ShopCart or StepKind.ShopCheckout:
                return _hasOrdered.Contains(step.Person);
            case StepKind.ShopOrder when _hasOrdered.Remove(step.Person):
                OrdersForgone++;
                return true;
            default:
                return false;
        }
    }
}
