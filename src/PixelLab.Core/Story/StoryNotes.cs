using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Story;

/// <summary>A thing that a company was told, for reading.</summary>
/// <param name="Value">What it said.</param>
/// <param name="What">What it is.</param>
public sealed record StoryNote(string Value, string What);

/// <summary>
/// What the network has of a browser that kept its number back: two notes, and what is the same in both. By that it may guess that they are
/// of one person; it cannot be sure.
/// </summary>
/// <param name="Shop">What only the shop's request told.</param>
/// <param name="News">What only the newspaper's told.</param>
/// <param name="Both">What both did.</param>
public sealed record StoryNotes(IReadOnlyList<StoryNote> Shop, IReadOnlyList<StoryNote> News, IReadOnlyList<StoryNote> Both)
{
    /// <summary>Those of the story as it stands.</summary>
    public static StoryNotes Of(StoryState state, Language language)
    {
        var writer = new AccountWriter(language);
        var words = language[StoryText.Words];
        var (shop, news) = (WithoutNumber(state.ToldInShop), WithoutNumber(state.ToldAtNews));
        StoryNote Number(string number, string what) =>
            new(writer.Value(new Told(Telling.Number, AdnetWire.IdCookie, number, ValueKind.Code)), words[what]);

        // The numbers are what the story turns on: they are told of each side by themselves, also where the shop's was only just given.
        var inShop = state.KeptInShop is { } kept ? Number(kept, "Files.Number") : state.Numbers is [.., var given] ? Number(given, "Files.Number.Given") : null;
        var atNews = state.Ad?.Visitor is { } visitor ? Number(visitor, "Files.Number") : new StoryNote(words["Files.Number.None"], words["Files.Number.None.What"]);
        IReadOnlyList<StoryNote> Notes(IEnumerable<Told> told) =>
            [.. told.Select(one => new StoryNote(writer.Value(one), writer.What(AdnetWire.VendorName, one))).Distinct()];
        return new(
            [.. inShop is null ? [] : new[] { inShop }, .. Notes(shop.Where(one => !Has(news, one)))],
            [atNews, .. Notes(news.Where(one => !Has(shop, one)))],
            Notes(shop.Where(one => Has(news, one))));
    }

    /// <summary>Whether both requests came from the same address and the same program, by their own account.</summary>
    public static bool IsSameSender(StoryState state) =>
        new[] { Telling.Address, Telling.Program }.All(telling => state.ToldInShop.Any(one => one.Telling == telling && Has(state.ToldAtNews, one)));

    private static IReadOnlyList<Told> WithoutNumber(IReadOnlyList<Told> told) => [.. told.Where(one => one.Telling != Telling.Number)];

    private static bool Has(IReadOnlyList<Told> told, Told one) => told.Any(other => (other.Telling, other.Value) == (one.Telling, one.Value));
}
