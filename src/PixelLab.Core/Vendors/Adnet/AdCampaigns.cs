using PixelLab.Core.Town;

namespace PixelLab.Core.Vendors.Adnet;

/// <summary>Everything that is booked at the network. A new campaign is one more entry.</summary>
public static class AdCampaigns
{
    private const string Shop = "shop";
    private const string ShopBrand = "Fernweh Outdoor";

    /// <summary>The shop's dynamic campaign: it shows people what they have looked at.</summary>
    public static AdCampaign Retargeting { get; } = new()
    {
        Key = "look-again",
        Advertiser = Shop,
        Brand = ShopBrand,
        Headline = "Still thinking about it?",
        CallToAction = "Back to the shop",
    };

    /// <summary>Campaigns for a segment, whether the visitor is in it or the page is about it.</summary>
    public static IReadOnlyList<AdCampaign> BySegment { get; } =
    [
        Goods("for-runners", Segments.Running, "shoes", "Grip for the last wet kilometre"),
        Goods("rain-or-shine", Segments.Weather, "jackets", "Rain was not in the forecast"),
        Goods("on-the-way", Segments.Travel, "backpacks", "Everything for the day on your back"),
        Goods("a-night-outside", Segments.Outdoors, "camp", "One good night outside"),
        new()
        {
            Key = "check-up-week",
            Advertiser = "clinic",
            Brand = "Lindenhof Clinic",
            Headline = "A question about your health?",
            Text = "Short waiting times this week. Book online, day or night.",
            CallToAction = "See free times",
            Segment = Segments.Health,
        },
        new()
        {
            Key = "four-weeks-of-news",
            Advertiser = "news",
            Brand = "The Harbour Post",
            Headline = "Your town, every morning",
            Text = "Read the Harbour Post for four weeks and pay for one.",
            CallToAction = "Start reading",
            Segment = Segments.Local,
        },
    ];

    /// <summary>What the learner can book for the shop, one at a time; whatever is always booked comes after it.</summary>
    public static IReadOnlyList<AdCampaign> Bookable { get; } =
    [
        ToBook(AdAudience.Everybody, "hundred-everybody", "Out there it is better"),
        ToBook(AdAudience.BesideRunning, "hundred-beside-running", "Shoes that like the mud") with { Segment = Segments.Running },
        ToBook(AdAudience.Looked, "hundred-looked", "You had a good look at it"),
        ToBook(AdAudience.LeftInCart, "hundred-left-in-cart", "It is still in your cart"),
    ];

    /// <summary>What stands in a slot that nobody has booked.</summary>
    public static IReadOnlyList<AdCampaign> House { get; } =
    [
        new()
        {
            Key = "house-kreis",
            Advertiser = "social",
            Brand = "Kreis",
            Headline = "Your people are already here",
            Text = "A small network for a small town.",
            CallToAction = "Have a look",
        },
        new()
        {
            Key = "house-adnet",
            Advertiser = AdnetWire.VendorName,
            Brand = "AdNet",
            Headline = "Your ad could stand here",
            Text = "AdNet finds the people for it. This place is still free.",
            CallToAction = "What advertisers see",
            Landing = "/report",
        },
    ];

    /// <summary>Every campaign.</summary>
    public static IReadOnlyList<AdCampaign> All { get; } = [Retargeting, .. BySegment, .. Bookable, .. House];

    /// <summary>The campaign of that name, or null.</summary>
    public static AdCampaign? Find(string? key) => All.FirstOrDefault(campaign => campaign.Key == key);

    /// <summary>The advertiser whose pixel carries that account number, or null.</summary>
    public static string? AdvertiserOf(string? account) => account switch
    {
        "448122" => Shop,
        _ => null,
    };

    private static AdCampaign ToBook(AdAudience audience, string key, string headline) => new()
    {
        Key = key,
        Advertiser = Shop,
        Brand = ShopBrand,
        Headline = headline,
        CallToAction = "Back to the shop",
        Goods = Catalogue.FindCategory("shoes"),
        Audience = audience,
        Cap = new(8, 10),
    };

    private static AdCampaign Goods(string key, string segment, string category, string headline) => new()
    {
        Key = key,
        Advertiser = Shop,
        Brand = ShopBrand,
        Headline = headline,
        CallToAction = "Take a look",
        Goods = Catalogue.FindCategory(category),
        Segment = segment,
    };
}
