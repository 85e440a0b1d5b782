using PixelLab.Core.Town;

namespace PixelLab.Core.Vendors.Adnet;

/// <summary>A slot that asks for an ad.</summary>
/// <param name="Context">The segments that the page is about, as the slot says.</param>
/// <param name="Seed">What stands for chance: the same for all slots of a page, and the same seed chooses the same ads.</param>
public sealed record AdQuestion(IReadOnlyList<string> Context, int Seed)
{
    /// <summary>The slot's rank on its page, 1 for the best place; the best place gets the best ad.</summary>
    public int Position { get; init; } = 1;

    /// <summary>The site that has the slot: nobody advertises a site on itself.</summary>
    public string? Site { get; init; }

    /// <summary>What the learner has booked; null for nothing.</summary>
    public AdCampaign? Booked { get; init; }

    /// <summary>The advertiser whose other ads rest; null where none do.</summary>
    public string? Resting { get; init; }

    /// <summary>The view of the page; what stands on it already does not count as shown before, nor as looked at before.</summary>
    public string? PageView { get; init; }

    /// <summary>
    /// Products that an ad not chosen by them leaves out. The lab names those that its visitor looked at under whichever number: by chance
    /// such an ad would look as if the network had known the visitor again.
    /// </summary>
    public IReadOnlySet<int> NotByChance { get; init; } = new HashSet<int>();
}

/// <summary>The ad for a slot.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Product">The product it shows, or null.</param>
/// <param name="Reason">One of <see cref="AdReasons"/>.</param>
/// <param name="Because">The hits that led to it, oldest first.</param>
public sealed record AdChoice(AdCampaign Campaign, Product? Product, string Reason, IReadOnlyList<long> Because);

/// <summary>
/// Chooses ads: first what the learner has booked, then what the visitor looked at and did not buy, then what the visitor seems to like, then what the
/// page is about, then something of the house's own. What has been shown too often makes way for the next best.
/// </summary>
public static class AdDecision
{
    /// <summary>
    /// The ad for a slot. The slots of a page ask at the same moment, each by itself; since each takes the place in the
    /// ranking that its position names, no two get the same.
    /// </summary>
    /// <param name="question">The slot.</param>
    /// <param name="profile">What is known of the browser; null where no number came with the request.</param>
    public static AdChoice Choose(AdQuestion question, AdnetProfile? profile)
    {
        var ranking = Rank(question, profile);
        return ranking[Math.Clamp(question.Position, 1, ranking.Count) - 1];
    }

    /// <summary>Every ad that could stand there, the best first; never empty.</summary>
    public static IReadOnlyList<AdChoice> Rank(AdQuestion question, AdnetProfile? profile)
    {
        var ranking = new List<AdChoice>();
        foreach (var choice in Booked(question, profile)
            .Concat(Retargeted(profile).Concat(Fitting(question, profile)).Where(choice => choice.Campaign.Advertiser != question.Resting))
            .Where(choice => choice.Campaign.Advertiser != question.Site)
            .Where(choice => profile?.IsCapped(choice.Campaign, question.PageView) != true))
        {
            // A product stands on a page once, and so does a campaign, unless it is there to show several products.
            if (!ranking.Exists(better => choice.Product is null ? better.Campaign == choice.Campaign : better.Product == choice.Product)
                && (choice.Reason == AdReasons.Retargeting || !ranking.Exists(better => better.Campaign == choice.Campaign)))
            {
                ranking.Add(choice);
            }
        }

        ranking.AddRange(OfTheHouse(question));
        return ranking;
    }

    private static IEnumerable<AdChoice> Booked(AdQuestion question, AdnetProfile? profile)
    {
        if (question.Booked is not { Audience: { } audience } campaign)
        {
            return [];
        }

        return audience switch
        {
            AdAudience.Everybody => [new AdChoice(campaign, ProductOf(campaign, question, []), AdReasons.Everybody, [])],
            AdAudience.BesideRunning => question.Context.Contains(campaign.Segment!)
                ? [new AdChoice(campaign, ProductOf(campaign, question, []), AdReasons.Context, [])]
                : [],
            AdAudience.Looked => Again(campaign, profile?.Unbought),
            AdAudience.LeftInCart => Again(campaign, profile?.LeftInCart),
        };
    }

    private static IEnumerable<AdChoice> Again(AdCampaign campaign, IEnumerable<AdnetProfile.ProductView>? views) =>
        (views ?? []).Take(1).Select(view => new AdChoice(campaign, Catalogue.Find(view.Product), AdReasons.Retargeting, view.Hits));

    private static IEnumerable<AdChoice> Retargeted(AdnetProfile? profile) =>
        (profile?.Unbought ?? [])
            .Take(AdCampaigns.Retargeting.Cap.Most)
            .Select(view => new AdChoice(AdCampaigns.Retargeting, Catalogue.Find(view.Product), AdReasons.Retargeting, view.Hits));

    private static IEnumerable<AdChoice> Fitting(AdQuestion question, AdnetProfile? profile)
    {
        var looked = (profile?.Unbought ?? []).Select(view => view.Product).ToList();
        foreach (var (segment, hits) in profile?.Interests ?? [])
        {
            // The pixel of this very page has just told what the page is about, perhaps sooner than the slot asked.
            var isOfThisPage = profile!.IsOnlyOf(segment, question.PageView);
            foreach (var campaign in BookedFor(segment))
            {
                yield return isOfThisPage
                    ? new AdChoice(campaign, ProductOf(campaign, question, looked), AdReasons.Context, [])
                    : new AdChoice(campaign, ProductOf(campaign, question, looked), AdReasons.Interest, hits);
            }
        }

        foreach (var campaign in question.Context.SelectMany(BookedFor))
        {
            yield return new AdChoice(campaign, ProductOf(campaign, question, looked), AdReasons.Context, []);
        }
    }

    private static IEnumerable<AdChoice> OfTheHouse(AdQuestion question)
    {
        var own = AdCampaigns.House.Where(campaign => campaign.Advertiser != question.Site).ToList();
        return own.Select((_, place) => new AdChoice(own[Place(question.Seed + place, own.Count)], null, AdReasons.House, []));
    }

    private static IEnumerable<AdCampaign> BookedFor(string segment) =>
        AdCampaigns.BySegment.Where(campaign => campaign.Segment == segment);

    /// <summary>One of the campaign's goods, rather one that the visitor has not looked at yet.</summary>
    private static Product? ProductOf(AdCampaign campaign, AdQuestion question, IReadOnlyCollection<int> looked)
    {
        if (campaign.Goods is not { } goods)
        {
            return null;
        }

        var all = Catalogue.In(goods).ToList();
        var fresh = all.Where(product => !looked.Contains(product.Id) && !question.NotByChance.Contains(product.Id)).ToList();
        var choices = fresh.Count > 0 ? fresh : all;
        return choices[Place(question.Seed, choices.Count)];
    }

    private static int Place(int seed, int count) => (int)((uint)seed % (uint)count);
}
