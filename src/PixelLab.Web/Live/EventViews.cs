using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Live;

/// <summary>Turns events into what is sent.</summary>
public static class EventViews
{
    /// <summary>The event as a row: without headers and explanation. Every kind has its row here; <c>EveryKindTests</c> names one that has not.</summary>
    public static EventView Row(LabEvent labEvent, TownAddress address, Language language)
    {
        var (id, at, seat) = (labEvent.Id, labEvent.At.UtcDateTime, labEvent.Seat.Value);
        return labEvent switch
        {
            Hit hit => Row(hit, address, language),
            Visit visit => Row(visit),
            PixelPlanted planted => new PlantedView
            {
                Id = id,
                At = at,
                Seat = seat,
                Plant = planted.Plant,
                PageView = planted.PageView,
                Site = planted.Site,
                Page = planted.Page,
                Vendor = planted.Vendor,
                Event = planted.Event,
                EventInWords = EventWords.InRow(planted.Event, EventDetail.None, language),
                Who = HitRow.Subject(planted.Event, language),
                Trigger = planted.Trigger,
                Url = planted.Url,
            },
            PixelMissing missing => new MissingView
            {
                Id = id,
                At = at,
                Seat = seat,
                Plant = missing.Plant,
                Site = missing.Site,
                Page = missing.Page,
                Vendor = missing.Vendor,
                Event = missing.Event,
                EventInWords = EventWords.InRow(missing.Event, EventDetail.None, language),
                Who = HitRow.Subject(missing.Event, language),
                Reason = missing.Reason,
                Witness = missing.Witness,
                Detail = missing.Detail,
            },
            RequestRefused refused => new RefusedView
            {
                Id = id,
                At = at,
                Seat = seat,
                Vendor = refused.Vendor,
                Address = refused.Address,
                Reason = refused.Reason,
                Limit = refused.Limit,
            },
            SettingChanged changed => new SettingView { Id = id, At = at, Seat = seat, Name = changed.Name, Value = changed.Value },
            ConsentChoice choice => new ConsentView
            {
                Id = id,
                At = at,
                Seat = seat,
                Site = choice.Site,
                Regime = choice.Regime,
                Granted = choice.Granted,
                Denied = choice.Denied,
                How = choice.How,
            },
            AccountUsed used => new AccountView { Id = id, At = at, Seat = seat, Site = used.Site, Person = used.Person, How = used.Action },
            AdServed ad => new AdView
            {
                Id = id,
                At = at,
                Seat = seat,
                Site = ad.Site,
                Vendor = "adnet",
                Ad = ad.Ad,
                Campaign = ad.Campaign,
                Product = ad.Product,
                Slot = ad.Slot,
                PageView = ad.PageView,
                Reason = ad.Reason,
                Because = ad.Because,
            },
            MailSent sent => new MailSentView
            {
                Id = id,
                At = at,
                Seat = seat,
                Vendor = "postbox",
                Mail = sent.Mail,
                Campaign = sent.Campaign,
                Title = sent.Subject,
                Person = sent.Person,
            },
            MailHandled handled => new MailView { Id = id, At = at, Seat = seat, Site = "mail", Mail = handled.Mail, How = handled.What, Client = handled.Client },
            ExperimentStarted started => new ExperimentStartedView { Id = id, At = at, Seat = seat, Name = started.Experiment },
            CookiesCleared => new CookiesClearedView { Id = id, At = at, Seat = seat },
            ThingsKept => new KeptView { Id = id, At = at, Seat = seat },
            PageWritten written => new WrittenView { Id = id, At = at, Seat = seat, BodyBytes = written.Html.Length },
            CaseAnswered answered => new CaseView { Id = id, At = at, Seat = seat, Name = answered.Step },
            SeatErased => new ErasedView { Id = id, At = at, Seat = seat },
            _ => throw new InvalidOperationException($"{labEvent.GetType().Name} has no view."),
        };
    }

    /// <summary>The event as a row of a stream, with the cursor after it.</summary>
    public static EventView Row(LabEvent labEvent, EventBatch batch, TownAddress address, Language language) =>
        Row(labEvent, address, language) with { Cursor = batch.After(labEvent).ToString() };

    /// <summary>Tells whoever follows one seat, or many, that all comes from the beginning of another log.</summary>
    public static ErasedView NewLog(SeatId? seat, EventBatch batch, DateTimeOffset now) => new()
    {
        Id = 0,
        At = now.UtcDateTime,
        Seat = seat?.Value ?? "",
        NewLog = true,
        Cursor = new Cursor(0, batch.Log).ToString(),
    };

    /// <summary>The event whole.</summary>
    /// <param name="labEvent">The event.</param>
    /// <param name="address">How the lab is reached.</param>
    /// <param name="language">What is said is said in it.</param>
    /// <param name="letter">The message that a hit is about, where the sender's list is at hand.</param>
    /// <param name="isOwn">Whether it is told to whoever did it.</param>
    /// <param name="jarOf">What is known of the cookie jar of the browser that made a hit; null where it was not asked.</param>
    public static EventView Whole(
        LabEvent labEvent, TownAddress address, Language language, MailSent? letter = null, bool isOwn = true, Func<Hit, CookieJarVerdict>? jarOf = null) =>
        labEvent switch
        {
            Hit hit => Whole(hit, address, language, letter, isOwn, jarOf?.Invoke(hit) ?? CookieJarVerdict.Unknown),
            Visit visit => WithHead(Row(visit), visit.Request),
            _ => Row(labEvent, address, language),
        };

    /// <summary>A hit whole.</summary>
    public static HitView Whole(
        Hit hit, TownAddress address, Language language, MailSent? letter = null, bool isOwn = true, CookieJarVerdict jar = CookieJarVerdict.Unknown)
    {
        var explained = HitExplainer.Explain(hit, language, letter, isOwn, jar);
        return WithHead(Row(hit, address, language), hit.Request) with
        {
            Account = explained.Account,
            Explained = explained.Fields,
            CookiesSet = explained.CookiesSet,
            NotesInWords = explained.Notes,
            Reply = ReplyView.Of(hit, language),
        };
    }

    private static HitView Row(Hit hit, TownAddress address, Language language)
    {
        var wire = VendorList.Find(hit.Vendor);
        var row = HitRow.Of(hit, language);
        return new HitView
        {
            Id = hit.Id,
            At = hit.At.UtcDateTime,
            Seat = hit.Seat.Value,
            Vendor = hit.Vendor,
            Site = hit.Site,
            Page = address.Read(wire?.PageOf(hit.Request))?.PathAndQuery,
            Title = wire?.TitleOf(hit.Request),
            Event = VendorList.EventOf(hit),
            EventInWords = row.Did,
            Who = row.Who,
            By = row.By,
            Badges = row.Badges,
            Engaged = row.Engaged?.TotalMilliseconds,
            Plant = VendorList.PlantOf(hit),
            SetCookies = hit.SetCookies,
            Method = hit.Request.Method,
            Url = hit.Request.Url,
            Path = hit.Request.Path,
            Query = hit.Request.Query,
            Cookies = hit.Request.Cookies,
            Address = hit.Request.Address,
            Protocol = hit.Request.Protocol,
            HeadBytes = hit.Request.HeadBytes,
            BodyBytes = hit.Request.BodyBytes,
            Notes = hit.Request.Notes,
        };
    }

    private static VisitView Row(Visit visit) => new()
    {
        Id = visit.Id,
        At = visit.At.UtcDateTime,
        Seat = visit.Seat.Value,
        Site = visit.Site,
        Page = visit.Page,
        Title = visit.Title,
        PageView = visit.PageView,
        Method = visit.Request.Method,
        Url = visit.Request.Url,
        Path = visit.Request.Path,
        Query = visit.Request.Query,
        Cookies = visit.Request.Cookies,
        Address = visit.Request.Address,
        Protocol = visit.Request.Protocol,
        HeadBytes = visit.Request.HeadBytes,
        BodyBytes = visit.Request.BodyBytes,
        Notes = visit.Request.Notes,
    };

    private static TView WithHead<TView>(TView view, CapturedRequest request) where TView : RequestView => (TView)(view with
    {
        Headers = request.Headers,
        Head = request.Head,
        Body = request.Body,
    });
}
