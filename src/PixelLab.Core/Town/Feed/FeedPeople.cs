using Bogus;

namespace PixelLab.Core.Town.Feed;

/// <summary>The people of the feed: names, lines and faces are chosen by hand, the rest is made from a fixed seed.</summary>
public static class FeedPeople
{
    private const int Seed = 7_301;

    private static readonly (string Handle, string Name, string About, int Face)[] Written =
    [
        ("nora.w", "Nora Weidmann", "Runs before work, regrets it until coffee.", 1),
        ("tobi", "Tobi Alander", "Ferry deckhand. The sea was like this when I got here.", 6),
        ("leyla", "Leyla Sarin", "Year ten. Mostly here for the dogs.", 20),
        ("mr.ferrand", "Luc Ferrand", "Teaches maths, repairs bicycles, in that order on weekdays.", 27),
        ("ida", "Ida Mikkelsen", "Bakery at the old crane. Open when the light is on.", 4),
        ("owen", "Owen Castellan", "Tents, maps, one good knife.", 63),
        ("priya", "Priya Menon", "Nurse on nights. Send me your sunrises.", 41),
        ("harbourchoir", "Harbour Choir", "Thursdays at seven. No audition, we promise.", 34),
        ("gus", "Gustav Brehm", "Weather watcher since 1981. Same notebook brand throughout.", 75),
        ("amaia", "Amaia Etxe", "New in town, asking too many questions.", 32),
    ];

    /// <summary>All of them, in a fixed order.</summary>
    public static IReadOnlyList<FeedPerson> All { get; } = [.. Written.Select(Make)];

    /// <summary>The person of that name in addresses, or null.</summary>
    public static FeedPerson? Find(string? handle) => All.FirstOrDefault(person => person.Handle == handle);

    private static FeedPerson Make((string Handle, string Name, string About, int Face) written, int place)
    {
        var random = new Randomizer(Seed + place);
        return new FeedPerson(written.Handle, written.Name, written.About, random.Number(2014, 2025), written.Face);
    }
}
