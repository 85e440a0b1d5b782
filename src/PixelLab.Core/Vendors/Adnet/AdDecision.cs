using PixelLab.Core.People;

namespace PixelLab.Core.Vendors.Adnet;

/// <summary>A slot that asks for an ad.</summary>
/// <param name="Context">The segments that the page is about, as the slot says.</param>
/// <param name="Seed">What stands for chance: the same seed chooses the same ad.</param>
public sealed record AdQuestion(IReadOnlyList<string> Context, int Seed)
{
    /// <summary>The campaigns that stand on the same page already.</summary>
    public IReadOnlySet<string> CampaignsOnPage { get; init; } = new HashSet<string>();

    /// <summary>The products that stand on the same page already.</summary>
    public IReadOnlySet<int> ProductsOnPage { get; init; } = new HashSet<int>();

    /// <summary>The site that has the slot: nobody advertises a site on itself.</summary>
    public string? Site { get; init; }
}

/// <summary>The ad for a slot.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Product">The product it shows, or null.</param>
/// <param name="Reason">One of <see cref="AdReasons"/>.</param>
/// <param name="Because">The hits that led to it, oldest first.</param>
public sealed record AdChoice(AdCampaign Campaign, Product? Product, string Reason, IReadOnlyList<long> Because);

/// <summary>
/// Chooses the ad: first what the visitor looked at and did not buy, then what the visitor seems to like, then what the
/// page is about, then something of the house's own. What has been shown too often makes way for the next best.
/// </summary>
public static class AdDecision
{
    /// <summary>The ad for a slot.</summary>
    /// <param name="question">The slot.</param>
    /// <param name="profile">What is known of the browser; null where no number came with the request.</param>
    public static AdChoice Choose(AdQuestion question, AdnetProfile? profile) =>
        Retarget(question, profile)
        ?? ByInterest(question, profile)
        ?? ByContext(question, profile)
        ?? OfTheHouse(question);

    private static AdChoice? Retarget(AdQuestion question, AdnetProfile? profile)
    {
        if (profile is null || profile.IsCapped(AdBook.Retargeting) || question.Site == AdBook.Retargeting.Advertiser)
        {
            return null;
        }

        var view = profile.Unbought.FirstOrDefault(view => !question.ProductsOnPage.Contains(view.Product));
        return view is null
            ? null
            : new AdChoice(AdBook.Retargeting, Catalogue.Find(view.Product), AdReasons.Retargeting, view.Hits);
    }

    private static AdChoice? ByInterest(AdQuestion question, AdnetProfile? profile)
    {
        foreach (var (segment, hits) in profile?.Interests ?? [])
        {
            if (Booked(segment, question, profile) is { } campaign)
            {
                return new AdChoice(campaign, ProductOf(campaign, question), AdReasons.Interest, hits);
            }
        }

        return null;
    }

    private static AdChoice? ByContext(AdQuestion question, AdnetProfile? profile)
    {
        foreach (var segment in question.Context)
        {
            if (Booked(segment, question, profile) is { } campaign)
            {
                return new AdChoice(campaign, ProductOf(campaign, question), AdReasons.Context, []);
            }
        }

        return null;
    }

    private static AdChoice OfTheHouse(AdQuestion question)
    {
        var free = AdBook.House.Where(campaign => MayStand(campaign, question)).ToList();
        var choices = free.Count > 0 ? free : AdBook.House;
        return new AdChoice(choices[Place(question.Seed, choices.Count)], null, AdReasons.House, []);
    }

    private static AdCampaign? Booked(string segment, AdQuestion question, AdnetProfile? profile) =>
        AdBook.BySegment.FirstOrDefault(campaign =>
            campaign.Segment == segment && MayStand(campaign, question) && profile?.IsCapped(campaign) != true);

    private static bool MayStand(AdCampaign campaign, AdQuestion question) =>
        campaign.Advertiser != question.Site && !question.CampaignsOnPage.Contains(campaign.Key);

    private static Product? ProductOf(AdCampaign campaign, AdQuestion question)
    {
        if (campaign.Goods is not { } goods)
        {
            return null;
        }

        var all = Catalogue.In(goods).ToList();
        var free = all.Where(product => !question.ProductsOnPage.Contains(product.Id)).ToList();
        var choices = free.Count > 0 ? free : all;
        return choices[Place(question.Seed, choices.Count)];
    }

    private static int Place(int seed, int count) => (int)((uint)seed % (uint)count);
}
