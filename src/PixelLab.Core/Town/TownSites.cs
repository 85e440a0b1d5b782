namespace PixelLab.Core.Town;

/// <summary>An invented website, as far as others have to know of it.</summary>
/// <param name="Name">Its name, which is its host's first label.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Place">Its place in the town, which no other host has: in port mode its port's distance from the lab's, so that it is never changed.</param>
public sealed record TownSite(string Name, string Title, int Place)
{
    /// <summary>What there is to see, for a stranger.</summary>
    public required string About { get; init; }

    /// <summary>The path of a picture of it.</summary>
    public required string Picture { get; init; }

    /// <summary>Whether strangers are not led to it: the case's shop is one that nobody has seen.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The vendors that its privacy policy names, in the policy's order; none for a site whose pages carry no pixel.</summary>
    public required IReadOnlyList<string> Carries { get; init; }
}

/// <summary>Every site of the town, in the order in which a stranger is shown around. Adding a site is one entry here.</summary>
public static class TownSites
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<TownSite> All { get; } =
    [
        new("shop", "Fernweh Outdoor", Place: 1)
        {
            About = "Running shoes, jackets, tents. It tells an advertiser what you looked at.",
            Picture = "/icons/door-shop.svg",
            Carries = ["metrics", "adnet", "broker", "postbox"],
        },
        new("news", "The Harbour Post", Place: 2)
        {
            About = "A local paper with room for advertisements. The same advertiser is here too.",
            Picture = "/news/the-bridge-that-waits.svg",
            Carries = ["metrics", "adnet", "broker", "postbox"],
        },
        new("social", "Kreis", Place: 5)
        {
            About = "People, posts, and between them the shoes that you looked at in the shop.",
            Picture = "/icons/door-social.svg",
            Carries = ["metrics", "adnet", "broker"],
        },
        new("mail", "Brieftaube Mail", Place: 7)
        {
            About = "An inbox. Open a letter, and see whether its sender knows.",
            Picture = "/icons/door-mail.svg",
            Carries = [],
        },
        new("clinic", "Lindenhof Clinic", Place: 6)
        {
            About = "A health site. The same harmless pixel, and what it tells here.",
            Picture = "/icons/door-clinic.svg",
            Carries = ["metrics", "adnet", "broker"],
        },
        new("market", "9 Market Row", Place: 11)
        {
            About = "A small shop that is another one in every case.",
            Picture = "/icons/market.svg",
            IsHidden = true,
            Carries = [],
        },
    ];
}
