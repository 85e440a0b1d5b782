using Bogus;

namespace PixelLab.Core.Town.Feed;

/// <summary>The invented social network's feed: the same in every run and on every machine.</summary>
public static class FeedPosts
{
    private const int Seed = 9_120;

    /// <summary>Every post, the newest first.</summary>
    public static IReadOnlyList<FeedPost> All { get; } =
    [
        Post(1, "nora.w", "12 min", "running",
            ["Eleven kilometres along the breakwater before seven. Met one heron, two cyclists and my own bad decisions from last night’s pizza.",
             "The heron did not move aside. Neither would I in its place."],
            ("tobi", "Saw you from the ferry. You were overtaken by the heron."),
            ("amaia", "Is the breakwater lit in the morning?")),
        Post(2, "gus", "40 min", "weather",
            ["Pressure down nine points since midnight and the gulls are sitting on the school roof. If you have washing outside, this is your hour."],
            ("ida", "Took the tables in. Thank you, Gus."),
            ("leyla", "the gulls were on OUR roof, does that count")) with { HasPicture = true },
        Post(3, "leyla", "1 h", "local",
            ["Whoever lost a very serious small dog near the library: he is fine, he has eaten half a cheese sandwich, he is called Klaus according to his collar."],
            ("mr.ferrand", "Klaus belongs to the chemist. He does this every spring.")),
        Post(4, "mr.ferrand", "2 h", "commuting",
            ["Question for everybody who cycles to the east side: since the bridge works, is it faster over the hill or round by the mill? I have measured both and I do not like the answer."],
            ("nora.w", "Over the hill. It is only steep once."),
            ("priya", "Round by the mill after a night shift. Always.")),
        Post(5, "ida", "3 h", "food",
            ["Forty rye loaves left at closing yesterday, none today. I changed nothing but the sign. It now says “bread”."],
            ("harbourchoir", "We sang about it. Might have helped.")),
        Post(6, "owen", "4 h", "camping",
            ["Two nights on the north shore. It rained exactly until I had the tent up, then stopped, as if to make a point. Stars until three.",
             "Things I carried and did not need: the second book. Things I needed and did not carry: socks."],
            ("gus", "The rain stopped at 22:14. I have it in the book."),
            ("leyla", "how do you need socks and not carry socks")) with { HasPicture = true },
        Post(7, "priya", "5 h", "health",
            ["After nine night shifts: curtains that really close, no phone in the bedroom, and a walk before bed rather than after. It is not medicine. It is the first week in a year that I slept."],
            ("amaia", "The walk helped me too, when I had just moved here.")),
        Post(8, "harbourchoir", "6 h", "music",
            ["We are eleven altos and one bass. If you are a bass, or know one, or have ever spoken in a low voice on the telephone: Thursdays at seven, the old net loft."],
            ("tobi", "I can do ship’s horn.")),
        Post(9, "amaia", "8 h", "travel",
            ["First week by ferry instead of by car. I have read a whole novel and learnt the names of three dogs. Is it always like this or is it being nice to me because I am new?"],
            ("tobi", "It is being nice to you. Wait for February.")),
        Post(10, "tobi", "9 h", "sea",
            ["Fog so thick this morning that we docked by smell. Ida was baking. We were on time."],
            ("ida", "I accept payment in rope.")),
        Post(11, "nora.w", "1 day", "running",
            ["The Ten Kilometres Before Breakfast are in three weeks, and I have talked Luc into it. Training plan so far: he has bought laces."],
            ("mr.ferrand", "They are very good laces.")),
        Post(12, "gus", "1 day", "weather",
            ["People ask what changed in forty years of notebooks. The first frost used to be on page nine. Now it is on page eleven."]),
    ];

    /// <summary>The post of that number, or null.</summary>
    public static FeedPost? Find(int id) => All.FirstOrDefault(post => post.Id == id);

    /// <summary>What somebody wrote, the newest first.</summary>
    public static IEnumerable<FeedPost> Of(FeedPerson person) => All.Where(post => post.Author == person);

    private static FeedPost Post(
        int id, string author, string age, string subject, IReadOnlyList<string> text, params (string Author, string Text)[] comments)
    {
        var random = new Randomizer(Seed + id);
        return new FeedPost(
            id, Person(author), age, subject, text, random.Number(3, 140), [.. comments.Select(comment => new FeedComment(Person(comment.Author), comment.Text))]);
    }

    private static FeedPerson Person(string handle) =>
        FeedPeople.Find(handle) ?? throw new ArgumentException($"Nobody in the feed is called '{handle}'.", nameof(handle));
}
