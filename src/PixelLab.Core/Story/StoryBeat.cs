using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Town;

namespace PixelLab.Core.Story;

/// <summary>A page on which the story says something of its own.</summary>
public enum StoryPlace
{
    /// <summary>A page that is no part of it.</summary>
    Elsewhere,

    /// <summary>The shop, with the shoe.</summary>
    Shop,

    /// <summary>The newspaper, with the ad.</summary>
    News,

    /// <summary>The ad network's answer to “why this ad?”.</summary>
    Why,

    /// <summary>The mailbox, with a letter.</summary>
    Letter,
}

/// <summary>Where the story goes on.</summary>
public enum StoryStep
{
    /// <summary>To the shoe.</summary>
    Shoe,

    /// <summary>To the newspaper.</summary>
    News,

    /// <summary>To the ad network's answer.</summary>
    Why,

    /// <summary>To a letter, where the network could not tell who it was.</summary>
    Letter,

    /// <summary>To its end.</summary>
    End,
}

/// <summary>What the story says on a page at a moment.</summary>
/// <param name="Says">What has happened, in a sentence or two.</param>
/// <param name="Next">Where it goes on.</param>
/// <param name="IsTold">Whether what the page is there to show has happened; before, it is still awaited.</param>
public sealed record StoryBeat(string Says, StoryStep Next, bool IsTold)
{
    private static readonly string ShoeName = Catalogue.Find(int.Parse(StoryReading.Shoe, CultureInfo.InvariantCulture))!.Name;

    /// <summary>The hit that shows it; null where none does.</summary>
    public long? Hit { get; init; }

    /// <summary>What the way on is called here; null where it is called as everywhere.</summary>
    public string? Called { get; init; }

    /// <summary>Whether the class is in step and waits: the way on opens when its instructor goes on.</summary>
    public bool Waits { get; init; }

    /// <summary>What it says there; null where the story is not told.</summary>
    public static StoryBeat? Of(StoryState state, StoryPlace place, Language language)
    {
        var beat = state.Round == StoryRound.None ? null : place switch
        {
            StoryPlace.Shop => InShop(state, language),
            StoryPlace.News => AtNews(state, language),
            StoryPlace.Why => Asked(state, language),
            StoryPlace.Letter when state is { Round: StoryRound.Walk, IsTakenForAnother: true } => WithLetter(state, language),
            _ => Away(state, language),
        };
        return beat?.Next > state.Led && state.Led < StoryStep.Why ? beat with { Waits = true } : beat;
    }

    /// <summary>What the way on is called, or that the class goes on together.</summary>
    public string Way(StoryRound round, Language language) => Waits ? language[StoryText.Words]["Next.Together"] : Called ?? WayOf(Next, round, language);

    /// <summary>What the way to a step is called.</summary>
    public static string WayOf(StoryStep step, StoryRound round, Language language) =>
        language[StoryText.Words][step == StoryStep.End && round == StoryRound.Stopped ? "Next.End.Stopped" : $"Next.{step}"];

    private static StoryBeat InShop(StoryState state, Language language)
    {
        var words = language[StoryText.Words];
        return state switch
        {
            { Told: { } hit } => new StoryBeat(words["Shop.Told", ShoeName], StoryStep.News, IsTold: true) { Hit = hit },
            { NotTold: { } missing } => new StoryBeat(Why(words, missing, "Shop.NotTold", "Shop.NotTold.Blocker", "Shop.NotTold.Consent"), StoryStep.News, IsTold: true),
            _ => new StoryBeat(words["Shop.Waits"], StoryStep.News, IsTold: false),
        };
    }

    private static StoryBeat AtNews(StoryState state, Language language)
    {
        var words = language[StoryText.Words];
        return state switch
        {
            { HasFollowed: true } => new StoryBeat(words["News.Followed"], StoryStep.Why, IsTold: true) { Hit = state.Asked },
            { NoAd: { } missing } => new StoryBeat(Why(words, missing, "News.NoAd", "News.NoAd.Blocker", "News.NoAd.Consent"), StoryStep.End, IsTold: true),
            { IsTakenForAnother: true } => new StoryBeat(words.Count("News.Kept", state.Notes), StoryStep.Why, IsTold: true) { Hit = state.Asked },
            { Ad: not null, Told: not null } => new StoryBeat(words["News.OtherAd"], StoryStep.Why, IsTold: true) { Hit = state.Asked },
            { Told: null, NotTold: null } => new StoryBeat(words["News.TooSoon"], StoryStep.Shoe, IsTold: true),
            { Ad: not null } => new StoryBeat(words["News.Unknown"], StoryStep.Why, IsTold: true) { Hit = state.Asked },
            _ => new StoryBeat(words["News.Waits"], StoryStep.Why, IsTold: false),
        };
    }

    /// <summary>Where the number did not come along, what did is said; and the letter is still to come.</summary>
    private static StoryBeat Asked(StoryState state, Language language)
    {
        var words = language[StoryText.Words];
        return state is { Round: StoryRound.Walk, IsTakenForAnother: true }
            ? new(language.Sentences(NotesOf(state, language), words[state.Ad!.Visitor is null ? "Why.Unsure" : "Why.Unsure.OtherNumber"], StoryNotes.IsSameSender(state) ? words["Why.Same"] : null), StoryStep.Letter, IsTold: true)
            : new(Sum(state, language), StoryStep.End, IsTold: true);
    }

    private static StoryBeat WithLetter(StoryState state, Language language)
    {
        var words = language[StoryText.Words];
        return state.Letter is { } hit
            ? new StoryBeat(Personas.Find(state.Mail?.Person) is { } reader ? words["Letter.Told", reader.FirstName] : words["Letter.Told.Somebody"], StoryStep.End, IsTold: true) { Hit = hit, Called = words["Next.End.Letter"] }
            : new StoryBeat(words["Letter.Waits"], StoryStep.End, IsTold: false);
    }

    /// <summary>On other pages it says where it goes on, until it is over; its blocker it names for as long as that is on.</summary>
    private static StoryBeat? Away(StoryState state, Language language) => state is ({ Ad: not null } or { NoAd: not null }) and { HasTurnedBlocker: false } ? null : new(
        language[StoryText.Words][state.HasTurnedBlocker ? "Away.Blocker" : "Away"],
        StepOf(state),
        IsTold: true);

    /// <summary>Where it goes on.</summary>
    public static StoryStep StepOf(StoryState state) =>
        state switch
        {
            { Ad: not null } or { NoAd: not null } => StoryStep.End,
            { Told: not null } or { NotTold: not null } => StoryStep.News,
            _ => StoryStep.Shoe,
        };

    /// <summary>How much the network noted, and whether that led to the shoe.</summary>
    public static string Sum(StoryState state, Language language) =>
        language.Sentences(NotesOf(state, language), state.IsTakenForAnother ? language[StoryText.Words]["Unjoined"] : null);

    /// <summary>How much the network noted, and in how long.</summary>
    private static string NotesOf(StoryState state, Language language)
    {
        var words = language[StoryText.Words];
        return state is { First: { } first, Last: { } last }
            ? words.Count("Notes", state.Notes, language.Duration(last - first))
            : words["Notes.none"];
    }

    /// <summary>Why the network could not join what it noted; null where it could.</summary>
    public static string? WhyUnjoined(StoryState state, Language language) =>
        state.IsTakenForAnother ? language[StoryText.Words][state.Ad!.Visitor is null ? "Unjoined.Kept" : "Unjoined.OtherNumber"] : null;

    private static string Why(Words words, PixelMissing missing, string unknown, string blocker, string consent) => words[missing.Reason switch
    {
        MissingReason.BlockedByRule => blocker,
        MissingReason.RefusedConsent => consent,
        _ => unknown,
    }];
}
