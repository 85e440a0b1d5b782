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
        var (shop, news) = (state.ToldInShop, state.ToldAtNews);
        IReadOnlyList<StoryNote> Notes(IEnumerable<Told> told) =>
            [.. told.Select(one => new StoryNote(writer.Value(one), writer.What(AdnetWire.VendorName, one))).Distinct()];
        return new(
            Notes(shop.Where(one => !Has(news, one))), Notes(news.Where(one => !Has(shop, one))), Notes(shop.Where(one => Has(news, one))));
    }

    /// <summary>Whether both requests came from the same address and the same program, by their own account.</summary>
    public static bool IsSameSender(StoryState state) =>
        new[] { Telling.Address, Telling.Program }.All(telling => state.ToldInShop.Any(one => one.Telling == telling && Has(state.ToldAtNews, one)));

    private static bool Has(IReadOnlyList<Told> told, Told one) => told.Any(other => (other.Telling, other.Value) == (one.Telling, one.Value));
}
