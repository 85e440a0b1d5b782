using PixelLab.Core.Town;

namespace PixelLab.Core.Vendors.Adnet;

/// <summary>Why an ad was chosen, as <see cref="Events.AdServed.Reason"/> writes it.</summary>
public static class AdReasons
{
    /// <summary>The visitor looked at this very product.</summary>
    public const string Retargeting = "retargeting";

    /// <summary>The visitor has read or looked at things of this kind.</summary>
    public const string Interest = "interest";

    /// <summary>The page is about this.</summary>
    public const string Context = "context";

    /// <summary>It is for everybody.</summary>
    public const string Everybody = "everybody";

    /// <summary>There was nothing else to show.</summary>
    public const string House = "house";
}

/// <summary>How often one visitor is shown one campaign.</summary>
/// <param name="Most">So many showings at most…</param>
/// <param name="Of">…among so many of the latest ads.</param>
public sealed record FrequencyCap(int Most, int Of);

/// <summary>What an advertiser has booked at the network.</summary>
public sealed record AdCampaign
{
    /// <summary>Its name in records and in the landing page's address.</summary>
    public required string Key { get; init; }

    /// <summary>The advertiser: a host of the town.</summary>
    public required string Advertiser { get; init; }

    /// <summary>The advertiser's name on the ad.</summary>
    public required string Brand { get; init; }

    /// <summary>The ad's headline.</summary>
    public required string Headline { get; init; }

    /// <summary>What the button says.</summary>
    public required string CallToAction { get; init; }

    /// <summary>A line for ads without a product.</summary>
    public string Text { get; init; } = "";

    /// <summary>The landing page of an ad without a product: a path on the advertiser's site.</summary>
    public string Landing { get; init; } = "/";

    /// <summary>The goods it shows; null where it shows none.</summary>
    public Category? Goods { get; init; }

    /// <summary>The segment it is booked for, or null.</summary>
    public string? Segment { get; init; }

    /// <summary>Whom it is for, where the learner can book it; null for what is always booked.</summary>
    public AdAudience? Audience { get; init; }

    /// <summary>Whether it is for people whom the network has to know again.</summary>
    public bool KnowsPeople => Audience is AdAudience.Looked or AdAudience.LeftInCart;

    /// <summary>Whether it shows people what they themselves have looked at.</summary>
    public bool ShowsWhatWasLookedAt => KnowsPeople || Key == AdCampaigns.Retargeting.Key;

    /// <summary>How often one visitor is shown it, as far as the network can tell visitors apart; what the house puts in has no bound.</summary>
    public FrequencyCap Cap { get; init; } = new(3, 10);

    /// <summary>The landing page of an ad: never anything but the advertiser's own.</summary>
    public string LandingFor(Product? product) => product is null ? Landing : $"/{product.Category.Slug}/{product.Id}";
}
