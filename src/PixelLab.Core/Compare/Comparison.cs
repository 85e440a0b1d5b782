using PixelLab.Core.Lenses;

namespace PixelLab.Core.Compare;

/// <summary>A seat's visits as three trackers read them, beside what really happened: the state after an event.</summary>
public sealed record Comparison
{
    /// <summary>How many events are in it.</summary>
    public required int Events { get; init; }

    /// <summary>How many of them are hits.</summary>
    public required int Hits { get; init; }

    /// <summary>The last event's id; 0 before the first.</summary>
    public required long Last { get; init; }

    /// <summary>When the last event happened; null before the first.</summary>
    public required DateTimeOffset? At { get; init; }

    /// <summary>The newest pixel's hit, by its id; null before the first.</summary>
    public required long? Image { get; init; }

    /// <summary>The advertising network's cookie, the one that reaches furthest; null where none has been seen.</summary>
    public required CookieSpecimen? Tracking { get; init; }

    /// <summary>A cookie of the shop's own that keeps what the visitor prefers; null where none has been seen.</summary>
    public required CookieSpecimen? Preference { get; init; }

    /// <summary>The newest page that reported to both kinds of tracker, or null.</summary>
    public required LastVisit? LastVisit { get; init; }

    /// <summary>What each tracker concludes, in the order of <see cref="Lens"/>.</summary>
    public required IReadOnlyList<LensView> Lenses { get; init; }

    /// <summary>The browsers that really were used, in words, in the order of their first hit.</summary>
    public required IReadOnlyList<string> Browsers { get; init; }

    /// <summary>How many invented people walked here; null in a seat that is a learner's own.</summary>
    public required int? People { get; init; }

    /// <summary>The newest part of the time line.</summary>
    public required IReadOnlyList<TimeRun> Runs { get; init; }

    /// <summary>How many hits lie before the part of the time line that is shown.</summary>
    public required int EarlierHits { get; init; }

    /// <summary>The evidence table, one row for each thing to try.</summary>
    public required IReadOnlyList<EvidenceRow> Evidence { get; init; }

    /// <summary>The experiment that is going on, by name; null before the first.</summary>
    public required string? Trying { get; init; }

    /// <summary>The events that stand behind each line of the summary table, by the line's name.</summary>
    public required SummaryEvidence Summary { get; init; }
}

/// <summary>One page view as a pixel without a cookie reported it, and as one with a cookie did.</summary>
/// <param name="Page">The page's title, or what is known of it.</param>
/// <param name="Site">The site.</param>
/// <param name="Pixel">The hit of web analytics, which works without cookies.</param>
/// <param name="Cookie">The hit of the advertising network, which works with one.</param>
public sealed record LastVisit(string Page, string? Site, long Pixel, long Cookie);

/// <summary>What one tracker concludes.</summary>
/// <param name="Lens">Which tracker.</param>
/// <param name="Count">How many visitors it believes to have had.</param>
/// <param name="Visitors">The newest of them, bounded, in the order of their first hit.</param>
public sealed record LensView(Lens Lens, int Count, IReadOnlyList<VisitorProfile> Visitors);

/// <summary>What a tracker holds about somebody it believes to be one visitor.</summary>
/// <param name="Number">Its place among the tracker's visitors, from 1; the same in the time line.</param>
/// <param name="Hits">How many hits it counts to the visitor.</param>
/// <param name="First">Its first hit, by id.</param>
/// <param name="Last">Its last hit, by id.</param>
/// <param name="Sites">The sites it saw the visitor on.</param>
/// <param name="Interests">What the visitor looked at or searched for, most often first.</param>
/// <param name="Purchases">What was bought, by its worth.</param>
/// <param name="Opens">How many messages it saw opened.</param>
/// <param name="Person">The account or recipient that it links, or null.</param>
public sealed record VisitorProfile(
    int Number,
    int Hits,
    long First,
    long Last,
    IReadOnlyList<string> Sites,
    IReadOnlyList<string> Interests,
    IReadOnlyList<string> Purchases,
    int Opens,
    string? Person);

/// <summary>Hits in a row about which nobody changed their mind: same site, same browser, same visitor for each tracker.</summary>
/// <param name="First">The first hit, by id.</param>
/// <param name="Last">The last hit, by id.</param>
/// <param name="Hits">How many there are.</param>
/// <param name="Site">The site, or null where the hits do not tell.</param>
/// <param name="Browser">The browser that really was used, as a place in the list of browsers.</param>
/// <param name="Pixel">The visitor's number for the tracker without cookies; 0 where it never saw the hits.</param>
/// <param name="Cookie">The same for the tracker with cookies alone.</param>
/// <param name="Both">The same for the tracker with both.</param>
public sealed record TimeRun(long First, long Last, int Hits, string? Site, int Browser, int Pixel, int Cookie, int Both);

/// <summary>A row of the evidence table.</summary>
/// <param name="Experiment">What is tried, as <see cref="Experiments"/> names it.</param>
/// <param name="Pixel">What came of it for the tracker without cookies.</param>
/// <param name="Cookie">For the tracker with cookies alone.</param>
/// <param name="Both">For the tracker with both.</param>
/// <param name="Unjoined">The sites from which the ad network heard while it was tried, where its number for all sites came along from none of several.</param>
public sealed record EvidenceRow(string Experiment, EvidenceCell Pixel, EvidenceCell Cookie, EvidenceCell Both, IReadOnlyList<string> Unjoined);

/// <summary>The newest event behind each statement of the summary table; null where this seat has not shown it yet.</summary>
/// <param name="Image">A hit: an invisible image was fetched.</param>
/// <param name="Stored">A hit whose reply set a cookie.</param>
/// <param name="SentBack">A hit that carried a cookie back: it was stored in the browser meanwhile.</param>
/// <param name="Counted">A hit that served to count a page view.</param>
/// <param name="Advertised">A hit that served to choose, show or measure an ad.</param>
/// <param name="Remembered">A request that carried what somebody is remembered by: the shop’s preference cookie, or a company’s number.</param>
/// <param name="WithoutCookie">A hit that carried no cookie and set none.</param>
/// <param name="Refused">A hit whose reply set a cookie that a later hit of the same browser did not bring back.</param>
/// <param name="Together">A hit that carried both: what the pixel says, and the number from the cookie.</param>
public sealed record SummaryEvidence(
    long? Image,
    long? Stored,
    long? SentBack,
    long? Counted,
    long? Advertised,
    long? Remembered,
    long? WithoutCookie,
    long? Refused,
    long? Together);
