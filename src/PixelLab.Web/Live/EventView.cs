using System.Text.Json;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Live;

/// <summary>An event as the API and the hub send it. Members that an event of its kind does not have are left out.</summary>
public sealed record EventView
{
    /// <summary>The event's place in the log; it only grows. Also the cursor after this event.</summary>
    public required long Id { get; init; }

    /// <summary>What happened: the <c>kind</c> of <see cref="LabEvent"/>, or <c>erased</c> (over the hub only).</summary>
    public required string Kind { get; init; }

    /// <summary>When it reached the lab, ISO 8601 UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The seat it belongs to.</summary>
    public required string Seat { get; init; }

    /// <summary>The site it happened on.</summary>
    public string? Site { get; init; }

    /// <summary>The vendor it concerns.</summary>
    public string? Vendor { get; init; }

    /// <summary>Path and query of the page on its site.</summary>
    public string? Page { get; init; }

    /// <summary>The page's title.</summary>
    public string? Title { get; init; }

    /// <summary>The id of one view of a page.</summary>
    public string? PageView { get; init; }

    /// <summary>The planted pixel.</summary>
    public string? Plant { get; init; }

    /// <summary>The field's name for what is reported, for example <c>page_view</c>.</summary>
    public string? Event { get; init; }

    /// <summary>The same in plain words.</summary>
    public string? EventInWords { get; init; }

    /// <summary>How a planted pixel is fired.</summary>
    public PixelTrigger? Trigger { get; init; }

    /// <summary>Why a pixel is missing or a request was refused.</summary>
    public string? Reason { get; init; }

    /// <summary>Who noticed that a pixel is missing.</summary>
    public MissingWitness? Witness { get; init; }

    /// <summary>What stopped a pixel in particular.</summary>
    public string? Detail { get; init; }

    /// <summary>A switch of the lab.</summary>
    public string? Name { get; init; }

    /// <summary>The switch's new value.</summary>
    public string? Value { get; init; }

    /// <summary>The kind of banner a choice was made at.</summary>
    public string? Regime { get; init; }

    /// <summary>The purposes agreed to.</summary>
    public IReadOnlyList<string>? Granted { get; init; }

    /// <summary>The purposes refused.</summary>
    public IReadOnlyList<string>? Denied { get; init; }

    /// <summary>How something was done, as a code.</summary>
    public string? How { get; init; }

    /// <summary>An invented person's key.</summary>
    public string? Person { get; init; }

    /// <summary>One showing of an ad.</summary>
    public string? Ad { get; init; }

    /// <summary>The campaign of an ad or a mailing.</summary>
    public string? Campaign { get; init; }

    /// <summary>The product an ad shows.</summary>
    public string? Product { get; init; }

    /// <summary>The ad slot.</summary>
    public string? Slot { get; init; }

    /// <summary>The hits that led to an ad, by their ids.</summary>
    public IReadOnlyList<long>? Because { get; init; }

    /// <summary>A message.</summary>
    public string? Mail { get; init; }

    /// <summary>The kind of mail program.</summary>
    public string? Client { get; init; }

    /// <summary>The bound that was reached.</summary>
    public long? Limit { get; init; }

    /// <summary>The request's method.</summary>
    public string? Method { get; init; }

    /// <summary>The URL as requested; of a planted pixel, as planted.</summary>
    public string? Url { get; init; }

    /// <summary>The path as the vendor or site knows it, without the lab's seat.</summary>
    public string? Path { get; init; }

    /// <summary>The query's pairs, in order.</summary>
    public IReadOnlyList<NameValue>? Query { get; init; }

    /// <summary>The header lines, in order. Not sent over the hub: a list of rows has no use for them.</summary>
    public IReadOnlyList<NameValue>? Headers { get; init; }

    /// <summary>The cookies that were sent, in order.</summary>
    public IReadOnlyList<NameValue>? Cookies { get; init; }

    /// <summary>The address the request came from.</summary>
    public string? Address { get; init; }

    /// <summary>The <c>Set-Cookie</c> values of the reply, in order.</summary>
    public IReadOnlyList<string>? SetCookies { get; init; }

    /// <summary>The protocol, for example <c>HTTP/1.1</c>.</summary>
    public string? Protocol { get; init; }

    /// <summary>Bytes of the request's head on the wire.</summary>
    public int? HeadBytes { get; init; }

    /// <summary>Bytes of the request's body.</summary>
    public int? BodyBytes { get; init; }

    /// <summary>What was cut or could not be read, as codes.</summary>
    public IReadOnlyList<string>? Notes { get; init; }

    /// <summary>The request's head as text. Not sent over the hub.</summary>
    public string? Head { get; init; }

    /// <summary>The request's body as text. Not sent over the hub.</summary>
    public string? Body { get; init; }

    /// <summary>What the tracker just learned, in plain words. Not sent over the hub.</summary>
    public string? Sentence { get; init; }

    /// <summary>Every field with where it came from, what it gives away and what would stop it. Not sent over the hub.</summary>
    public IReadOnlyList<ExplainedField>? Explained { get; init; }

    /// <summary>The cookies set in reply, explained. Not sent over the hub.</summary>
    public IReadOnlyList<ExplainedField>? CookiesSet { get; init; }

    /// <summary>The notes in plain words. Not sent over the hub.</summary>
    public IReadOnlyList<string>? NotesInWords { get; init; }

    /// <summary>What was answered. Not sent over the hub.</summary>
    public ReplyView? Reply { get; init; }
}

/// <summary>Turns events into what is sent.</summary>
public static class EventViews
{
    /// <summary>The event as a row: without headers and explanation.</summary>
    public static EventView Row(LabEvent labEvent, TownAddress address, Language language) => labEvent switch
    {
        Hit hit => OfRequest(Start(hit, "hit"), hit.Request) with
        {
            Vendor = hit.Vendor,
            Site = hit.Site,
            Page = PageOf(hit, address),
            Title = VendorList.Find(hit.Vendor)?.TitleOf(hit.Request),
            Event = VendorList.EventOf(hit),
            EventInWords = EventWords.InRow(
                VendorList.EventOf(hit), VendorList.Find(hit.Vendor)?.DetailOf(hit.Request) ?? EventDetail.None, language),
            Plant = VendorList.PlantOf(hit),
            SetCookies = hit.SetCookies,
        },
        Visit visit => OfRequest(Start(visit, "visit"), visit.Request) with
        {
            Site = visit.Site,
            Page = visit.Page,
            Title = visit.Title,
            PageView = visit.PageView,
        },
        PixelPlanted planted => Start(planted, "planted") with
        {
            Plant = planted.Plant,
            PageView = planted.PageView,
            Site = planted.Site,
            Page = planted.Page,
            Vendor = planted.Vendor,
            Event = planted.Event,
            EventInWords = EventWords.InRow(planted.Event, EventDetail.None, language),
            Trigger = planted.Trigger,
            Url = planted.Url,
        },
        PixelMissing missing => Start(missing, "missing") with
        {
            Plant = missing.Plant,
            Site = missing.Site,
            Page = missing.Page,
            Vendor = missing.Vendor,
            Event = missing.Event,
            EventInWords = EventWords.InRow(missing.Event, EventDetail.None, language),
            Reason = JsonNamingPolicy.SnakeCaseLower.ConvertName(missing.Reason.ToString()),
            Witness = missing.Witness,
            Detail = missing.Detail,
        },
        RequestRefused refused => Start(refused, "refused") with
        {
            Vendor = refused.Vendor,
            Address = refused.Address,
            Reason = refused.Reason,
            Limit = refused.Limit,
        },
        SettingChanged changed => Start(changed, "setting") with { Name = changed.Name, Value = changed.Value },
        ConsentChoice choice => Start(choice, "consent") with
        {
            Site = choice.Site,
            Regime = choice.Regime,
            Granted = choice.Granted,
            Denied = choice.Denied,
            How = choice.How,
        },
        AccountUsed used => Start(used, "account") with { Site = used.Site, Person = used.Person, How = used.Action },
        AdServed ad => Start(ad, "ad") with
        {
            Ad = ad.Ad,
            Campaign = ad.Campaign,
            Product = ad.Product,
            Site = ad.Site,
            Slot = ad.Slot,
            PageView = ad.PageView,
            Vendor = "adnet",
            Reason = ad.Reason,
            Because = ad.Because,
        },
        MailSent sent => Start(sent, "mail_sent") with
        {
            Mail = sent.Mail,
            Campaign = sent.Campaign,
            Title = sent.Subject,
            Person = sent.Person,
            Vendor = "postbox",
        },
        MailHandled handled => Start(handled, "mail") with { Site = "mail", Mail = handled.Mail, How = handled.What, Client = handled.Client },
        ExperimentStarted started => Start(started, "experiment") with { Name = started.Experiment },
        CookiesCleared cleared => Start(cleared, "cookies_cleared"),
        PageWritten written => Start(written, "written") with { BodyBytes = written.Html.Length },
        SeatErased erased => Start(erased, "erased"),
        _ => throw new InvalidOperationException($"{labEvent.GetType().Name} has no view."),
    };

    /// <summary>The event whole.</summary>
    public static EventView Whole(LabEvent labEvent, TownAddress address, Language language) => labEvent switch
    {
        Hit hit => Explained(WithRequest(Row(hit, address, language), hit.Request), hit, language),
        Visit visit => WithRequest(Row(visit, address, language), visit.Request),
        _ => Row(labEvent, address, language),
    };

    private static EventView Start(LabEvent labEvent, string kind) => new()
    {
        Id = labEvent.Id,
        Kind = kind,
        At = labEvent.At.UtcDateTime,
        Seat = labEvent.Seat.Value,
    };

    private static EventView OfRequest(EventView view, CapturedRequest request) => view with
    {
        Method = request.Method,
        Url = request.Url,
        Path = request.Path,
        Query = request.Query,
        Cookies = request.Cookies,
        Address = request.Address,
        Protocol = request.Protocol,
        HeadBytes = request.HeadBytes,
        BodyBytes = request.BodyBytes,
        Notes = request.Notes,
    };

    private static EventView WithRequest(EventView view, CapturedRequest request) => view with
    {
        Headers = request.Headers,
        Head = request.Head,
        Body = request.Body,
    };

    private static EventView Explained(EventView view, Hit hit, Language language)
    {
        var explained = HitExplainer.Explain(hit, language);
        return view with
        {
            Sentence = explained.Sentence,
            Explained = explained.Fields,
            CookiesSet = explained.CookiesSet,
            NotesInWords = explained.Notes,
            Reply = ReplyView.Of(hit, language),
        };
    }

    private static string? PageOf(Hit hit, TownAddress address) =>
        address.Read(VendorList.Find(hit.Vendor)?.PageOf(hit.Request))?.PathAndQuery;
}
