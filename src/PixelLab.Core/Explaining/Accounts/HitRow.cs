using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Explaining.Accounts;

/// <summary>A hit as one line of a list: what somebody did, and that a company was told of it.</summary>
/// <param name="Did">What was done, without who did it: <c>opened a page</c>.</param>
/// <param name="Who">Who did, as the seat's owner is told; null where nobody did anything, or where <paramref name="Did"/> says it.</param>
/// <param name="By">Who made the request.</param>
/// <param name="Badges">What stands beside it.</param>
/// <param name="Engaged">How long a page was in view since it was last told; null for any other event.</param>
public sealed record HitRow(string Did, string? Who, FetchedBy By, IReadOnlyList<HitBadge> Badges, TimeSpan? Engaged)
{
    /// <summary>The line of a hit.</summary>
    public static HitRow Of(Hit hit, Language language)
    {
        var wire = VendorList.Find(hit.Vendor);
        var by = FetchReader.Of(hit).By;
        if (by is FetchedBy.Preflight or FetchedBy.Check)
        {
            return new(language[AccountText.Words][by == FetchedBy.Preflight ? "Row.preflight" : "Row.check"], null, by, [], null);
        }

        var eventCode = VendorList.EventOf(hit);
        var detail = wire?.DetailOf(hit.Request) ?? EventDetail.None;
        return new(
            EventWords.InRow(eventCode, detail, language),
            Subject(eventCode, by, language),
            by,
            [.. BadgesOf(hit, wire, by)],
            eventCode == VendorEvents.Engagement ? detail.Engaged : null);
    }

    /// <summary>Who is to do what a planted pixel will tell, for its line until its hit has come.</summary>
    public static string? Subject(string eventCode, Language language) => Subject(eventCode, FetchedBy.Person, language);

    /// <summary>The whole line, with the company that was told.</summary>
    public string Line(string vendor, Language language) => Line(Who, Did, vendor, language);

    /// <summary>The whole line of its parts; without <paramref name="who"/> for whoever is not to be told who did it.</summary>
    public static string Line(string? who, string did, string vendor, Language language)
    {
        var words = language[AccountText.Words];
        return words["Row.Line", PlainText.Capital(who is null ? did : words["Row.Did", who, did]), PlainText.Shown(VendorList.TitleOf(vendor), 40)];
    }

    private static string? Subject(string eventCode, FetchedBy by, Language language) =>
        EventWords.IsDeed(eventCode, language) ? language[AccountText.Words][by == FetchedBy.Person ? "Row.You" : "Row.Somebody"] : null;

    private static IEnumerable<HitBadge> BadgesOf(Hit hit, IVendorWire? wire, FetchedBy by)
    {
        if (by is not FetchedBy.Person)
        {
            yield return by switch
            {
                FetchedBy.Proxy => HitBadge.MailService,
                FetchedBy.Robot => HitBadge.Robot,
                _ => HitBadge.PerhapsNobody,
            };
        }

        if (wire?.NumberSent(hit.Request) is not null)
        {
            yield return wire.IsNumberOfOneSite(hit.Request) ? HitBadge.AgainHere : HitBadge.Again;
        }

        if (wire is not null && hit.Request.Query.Any(pair => wire.ParameterOf(hit.Request, pair.Name) is { Tells: Telling.Person }))
        {
            yield return HitBadge.Account;
        }
    }
}
