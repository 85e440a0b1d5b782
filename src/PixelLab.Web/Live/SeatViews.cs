using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;

namespace PixelLab.Web.Live;

/// <summary>What companies know of a seat.</summary>
/// <param name="Companies">Each company that was told something.</param>
public sealed record KnownView(IReadOnlyList<KnownCompany> Companies);

/// <summary>A seat just made.</summary>
/// <param name="Seat">Its name. Whoever knows it may read it.</param>
/// <param name="Sites">The address of each site's front page for this seat, by the site's name.</param>
/// <param name="Vendors">The address of each vendor for this seat, by the vendor's name.</param>
/// <param name="Panel">The address of the seat's panel.</param>
public sealed record SeatMade(
    string Seat, IReadOnlyDictionary<string, string> Sites, IReadOnlyDictionary<string, string> Vendors, string Panel);

/// <summary>Some of a seat's events.</summary>
/// <param name="Events">Oldest first.</param>
/// <param name="Next">The cursor for what comes after them.</param>
/// <param name="NewLog">Whether the lab has another log than the cursor is of, so that these are its first events; left out where it has not.</param>
public sealed record EventPage(IReadOnlyList<EventView> Events, Cursor Next, bool? NewLog = null);

/// <summary>The verdict on the browser's cookie jar, from what really happened.</summary>
/// <param name="Verdict"><c>open</c>, <c>partitioned</c>, <c>blocked</c> or <c>unknown</c>.</param>
/// <param name="Sentence">Why, in plain words.</param>
/// <param name="Next">What to do to learn more; left out where the verdict stands.</param>
/// <param name="Remark">What this lab’s addresses cannot show, and what the browser itself says about it; left out where there is neither.</param>
/// <param name="Browser">The browser it is about; left out before the first hit.</param>
/// <param name="Hits">The hits it rests on, by id.</param>
public sealed record CookieJarView(
    CookieJarVerdict Verdict, string Sentence, string? Next, string? Remark, string? Browser, IReadOnlyList<long> Hits);

/// <summary>What a page's dock saw of a pixel that did not arrive.</summary>
/// <param name="Plant">The planted pixel.</param>
/// <param name="Reason">Why, as far as the browser tells.</param>
public sealed record MissingReport(string Plant, MissingReason Reason);

/// <summary>A browser that is to forget what it keeps of the town.</summary>
/// <param name="Then">The page of the town to which it comes back.</param>
public sealed record ClearingWanted(string Then);

/// <summary>The way on which a browser forgets.</summary>
/// <param name="Way">The address at which it begins.</param>
public sealed record Clearing(string Way);
