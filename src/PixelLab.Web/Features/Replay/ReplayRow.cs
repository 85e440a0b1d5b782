using System.Text.Json;
using PixelLab.Web.Live;

namespace PixelLab.Web.Features.Replay;

/// <summary>
/// An event as a table has columns for it, and as the panel's filter looks at it; what an event of its kind does not have is null.
/// </summary>
/// <param name="View">The event.</param>
public sealed record ReplayRow(EventView View)
{
    /// <summary>The site it happened on.</summary>
    public string? Site { get; init; }

    /// <summary>The vendor it concerns.</summary>
    public string? Vendor { get; init; }

    /// <summary>The field's name for what is reported.</summary>
    public string? Event { get; init; }

    /// <summary>The same in plain words.</summary>
    public string? Words { get; init; }

    /// <summary>Path and query of the page.</summary>
    public string? Page { get; init; }

    /// <summary>The page's or the message's title.</summary>
    public string? Title { get; init; }

    /// <summary>The URL as requested, or as planted.</summary>
    public string? Url { get; init; }

    /// <summary>The address that the request came from.</summary>
    public string? Address { get; init; }

    /// <summary>Why a pixel is missing, a request was refused or an ad was shown.</summary>
    public string? Reason { get; init; }

    /// <summary>What stopped a pixel in particular.</summary>
    public string? Detail { get; init; }

    /// <summary>The request, where the event is one.</summary>
    public RequestView? Request => View as RequestView;

    /// <summary>The row of an event. Every kind has its place here, also one that has nothing to put into it.</summary>
    public static ReplayRow Of(EventView view) => view switch
    {
        HitView hit => OfRequest(hit) with { Site = hit.Site, Vendor = hit.Vendor, Event = hit.Event, Words = hit.EventInWords },
        VisitView visit => OfRequest(visit) with { Site = visit.Site },
        PlantedView planted => new(view)
        {
            Site = planted.Site,
            Vendor = planted.Vendor,
            Event = planted.Event,
            Words = planted.EventInWords,
            Page = planted.Page,
            Url = planted.Url,
        },
        MissingView missing => new(view)
        {
            Site = missing.Site,
            Vendor = missing.Vendor,
            Event = missing.Event,
            Words = missing.EventInWords,
            Page = missing.Page,
            Reason = JsonNamingPolicy.SnakeCaseLower.ConvertName(missing.Reason.ToString()),
            Detail = missing.Detail,
        },
        RefusedView refused => new(view) { Vendor = refused.Vendor, Address = refused.Address, Reason = refused.Reason },
        ConsentView consent => new(view) { Site = consent.Site },
        AccountView account => new(view) { Site = account.Site },
        AdView ad => new(view) { Site = ad.Site, Vendor = ad.Vendor, Reason = ad.Reason },
        MailSentView sent => new(view) { Vendor = sent.Vendor, Title = sent.Title },
        MailView mail => new(view) { Site = mail.Site },
        SettingView or ExperimentStartedView or CookiesClearedView or WrittenView or KeptView or CaseView or ErasedView => new(view),
        _ => throw new InvalidOperationException($"{view.GetType().Name} has no place in a replay."),
    };

    private static ReplayRow OfRequest(RequestView request) =>
        new(request) { Page = request.Page, Title = request.Title, Url = request.Url, Address = request.Address };
}
