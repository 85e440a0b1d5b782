namespace PixelLab.Core.Lenses;

/// <summary>What a tracker believed, held against what was.</summary>
public sealed record LensScore
{
    /// <summary>The tracker.</summary>
    public required Lens Lens { get; init; }

    /// <summary>The visitors that it counts.</summary>
    public required int Visitors { get; init; }

    /// <summary>The hits that it could count to anybody.</summary>
    public required long Hits { get; init; }

    /// <summary>How well it put the hits of one person together.</summary>
    public required PairScore People { get; init; }

    /// <summary>How well it put the hits of one browser together: what a cookie can know at best.</summary>
    public required PairScore Browsers { get; init; }

    /// <summary>The ads that it showed because it believed that the visitor had looked at the product.</summary>
    public required long AdsShown { get; init; }

    /// <summary>Of these, the ads for something that the person had bought by then.</summary>
    public required long AdsAfterPurchase { get; init; }

    /// <summary>Of these, the ads for something that the person had never looked at: they were meant for somebody else.</summary>
    public required long AdsToWrongPerson { get; init; }

    /// <summary>The ads that were paid for and could not work.</summary>
    public long AdsWasted => AdsAfterPurchase + AdsToWrongPerson;

    /// <summary>The share of the spending that was wasted, 0 to 1, each ad costing the same; 0 where none was shown.</summary>
    public double WastedShare => AdsShown == 0 ? 0 : (double)AdsWasted / AdsShown;
}
