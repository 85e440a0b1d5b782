using System.Globalization;
using System.Text;
using PixelLab.Core.Events;
using PixelLab.Core.Reports;
using PixelLab.Core.Rules;
using PixelLab.Core.Town;
using PixelLab.Core.Town.Mail;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;
using PixelLab.Web.Limits;
using PixelLab.Web.Pages;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Sites.Mail;

/// <summary>The webmail's routes.</summary>
public static class MailPages
{
    /// <summary>The path of a message.</summary>
    public static string MessagePath(string mail) => $"/messages/{mail}";

    /// <summary>The path of a picture that the mail service fetches.</summary>
    public static string PicturePath(string mail, int place) =>
        $"/messages/{mail}/pictures/{place.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Adds what the webmail needs.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MailProxy>();
        builder.Services.AddSingleton<MailDelivery>();
        builder.AddMailForwarding();
    }

    /// <summary>Maps the webmail.</summary>
    public static void Map(WebApplication app)
    {
        var mail = app.MapTownHost("mail");
        mail.MapGet("/", ShowInboxAsync);
        mail.MapPost("/client", ChooseClientAsync);
        mail.MapPost("/deliver", DeliverAsync);
        mail.MapGet("/messages/{id}", ShowMessageAsync);
        mail.MapGet("/messages/{id}/body", ShowBodyAsync);
        mail.MapPost("/messages/{id}/pictures", ShowPicturesAsync);
        mail.MapGet("/messages/{id}/pictures/{place:int}", GetPictureAsync);
        mail.MapGet("/messages/{id}/download", DownloadAsync);
        mail.MapMailForwarding();
        mail.MapSiteNotFound(ShowNothingAsync);
    }

    /// <summary>A message of this seat, or null.</summary>
    internal static async Task<MailLetter?> FindAsync(this SeatReadings readings, TownRequest town, string id, CancellationToken cancellation)
    {
        var message = await readings.AskAsync(town.Seat, (Mailbox box) => box.Find(id), cancellation);
        return message is null ? null : MailLetter.Of(message.Sent, town);
    }

    /// <summary>How the seat's inbox behaves.</summary>
    internal static Task<MailClient> MailClientAsync(this SeatReadings readings, TownRequest town, CancellationToken cancellation) =>
        readings.AskAsync(town.Seat, (SeatSettings settings) => MailClients.Find(settings.Value(SettingNames.MailClient)), cancellation);

    private static async Task<IResult> ShowInboxAsync(PageVisit visit, SeatReadings readings, MailDelivery delivery)
    {
        var client = MailClients.Find(visit.Settings.Value(SettingNames.MailClient));
        var cancellation = visit.Context.RequestAborted;
        await delivery.FillAsync(visit.Town, client, cancellation);
        visit.Title = MailText.Text["Inbox"];
        return await visit.ShowAsync<MailInbox>(new Dictionary<string, object?>
        {
            ["Messages"] = await readings.AskAsync(visit.Town.Seat, (Mailbox box) => box.Messages, cancellation),
            ["Client"] = client,
            ["Notice"] = await NoticeAsync(visit, readings),
        });
    }

    /// <summary>Why the message that was just asked for has not arrived; null where nothing hinders it.</summary>
    private static async Task<string?> NoticeAsync(PageVisit visit, SeatReadings readings)
    {
        var query = visit.Context.Request.Query;
        if (Mailings.Find(query["not"].FirstOrDefault()) is not { } mailing || Personas.Find(query["for"].FirstOrDefault()) is not { } person)
        {
            return null;
        }

        var (may, count) = (
            await readings.AskAsync(visit.Town.Seat, (MailingLists lists) => lists.MaySend(person, mailing), visit.Context.RequestAborted),
            await readings.AskAsync(visit.Town.Seat, (Mailbox box) => box.Messages.Count, visit.Context.RequestAborted));
        return (may, count) switch
        {
            (false, _) => MailText.Text["NotSent.Left", person.Name, Town.Get(mailing.Site).Title],
            (true, >= RoomLimits.Messages) => MailText.Text["NotSent.Full", RoomLimits.Messages],
            _ => null,
        };
    }

    private static async Task<IResult> ShowMessageAsync(
        PageVisit visit, string id, SeatReadings readings, MailDelivery delivery, MissingWatch watch)
    {
        var client = MailClients.Find(visit.Settings.Value(SettingNames.MailClient));
        var cancellation = visit.Context.RequestAborted;
        var message = await readings.AskAsync(visit.Town.Seat, (Mailbox box) => box.Find(id), cancellation);
        if (message is null || MailLetter.Of(message.Sent, visit.Town) is not { } letter)
        {
            return await ShowNothingAsync(visit);
        }

        var view = visit.Context.Request.Query["view"].FirstOrDefault() switch
        {
            "text" => MailView.Text,
            "source" => MailView.Source,
            _ => MailView.Html,
        };
        var withPictures = visit.Context.Request.Query.ContainsKey("pictures");

        // To look at a message in another way, or with its pictures, is no new opening.
        if (!message.IsRead || !(withPictures || visit.Context.Request.Query.ContainsKey("view")))
        {
            await delivery.NoteAsync(letter, "opened", client);
        }

        var hasReported = await readings.AskAsync(
            visit.Town.Seat, (EmailReport report) => report.Find(id)?.BelievedOpened == true, cancellation);

        // The browser is to fetch the pixel itself now; it may be stopped there, and only the page can see that.
        var expected = view == MailView.Html && IsFetchedByBrowser(client, withPictures) ? delivery.Planted(letter) : null;
        if (expected is not null)
        {
            watch.Expect(expected);
        }

        visit.Title = letter.Subject;
        var page = await visit.ShowAsync<MailMessage>(new Dictionary<string, object?>
        {
            ["Letter"] = letter,
            ["Client"] = client,
            ["View"] = view,
            ["PicturesShown"] = withPictures || client != MailClients.Ask,
            ["HasReported"] = hasReported,
            ["Pixel"] = expected,
        });

        // After the visit, so that the page's dock shows it. What its sender knows already is kept from nobody.
        if (view == MailView.Html && !hasReported && ReasonWithoutPixel(client, withPictures) is { } reason)
        {
            await delivery.NoteMissingAsync(letter, reason);
        }

        return page;
    }

    /// <summary>Why an open message's pixel is not fetched; null where it is.</summary>
    private static MissingReason? ReasonWithoutPixel(MailClient client, bool withPictures) => client.Name switch
    {
        "strip" => MissingReason.Stripped,
        "ask" when !withPictures => MissingReason.MailImagesOff,
        _ => null,
    };

    private static bool IsFetchedByBrowser(MailClient client, bool withPictures) => client.Name switch
    {
        "ask" => withPictures,
        "proxy" or "relay" or "strip" => false,
        _ => true,
    };

    private static async Task<IResult> ShowBodyAsync(HttpContext context, string id, TownRequest town, SeatReadings readings)
    {
        if (await readings.FindAsync(town, id, context.RequestAborted) is not { } letter)
        {
            return TypedResults.NotFound();
        }

        var client = await readings.MailClientAsync(town, context.RequestAborted);
        var withPictures = context.Request.Query.ContainsKey("pictures");
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";

        // The message is a stranger's HTML: no scripts, no forms, pictures from the town only, and in no page but the inbox.
        headers.ContentSecurityPolicy = string.Join("; ",
        [
            "default-src 'none'",
            $"img-src 'self' {town.Address.Origin(Town.Get("postbox"))} {town.Address.Origin(Town.Get("shop"))}",
            "style-src 'unsafe-inline'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
            "sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
        ]);
        return TypedResults.Text(
            MailHtml.Write(letter, PicturesFor(letter, client, withPictures)).Replace("<head>", "<head><base target=\"_top\">", StringComparison.Ordinal),
            "text/html; charset=utf-8",
            Encoding.UTF8);
    }

    private static MailPictures PicturesFor(MailLetter letter, MailClient client, bool shown) => client.Name switch
    {
        "ask" when !shown => MailPictures.None,
        "proxy" or "relay" => MailPictures.Proxied(letter, pixel: true),
        "strip" => MailPictures.Proxied(letter, pixel: false),
        _ => MailPictures.AsSent(letter),
    };

    /// <summary>Whether the mail service fetches that picture itself: otherwise nobody can have it fetched.</summary>
    private static bool IsFetchedByService(MailLetter letter, int place, MailClient client) =>
        place >= 0 && place < letter.Pictures.Count && client.Name switch
        {
            "proxy" or "relay" => true,
            "strip" => place > 0,
            _ => false,
        };

    private static async Task<IResult> ShowPicturesAsync(
        HttpContext context, string id, TownRequest town, SeatReadings readings, MailDelivery delivery)
    {
        if (await readings.FindAsync(town, id, context.RequestAborted) is { } letter)
        {
            await delivery.NoteAsync(letter, "images_shown", await readings.MailClientAsync(town, context.RequestAborted));
        }

        // The same opening goes on, now with pictures.
        return context.Response.SeeOther(town.Path(MessagePath(id) + "?pictures"));
    }

    private static async Task<IResult> GetPictureAsync(
        HttpContext context, string id, int place, TownRequest town, SeatReadings readings, MailProxy proxy)
    {
        var client = await readings.MailClientAsync(town, context.RequestAborted);
        if (await readings.FindAsync(town, id, context.RequestAborted) is not { } letter || !IsFetchedByService(letter, place, client))
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return await proxy.GetAsync(letter, place, client, context.RequestAborted) is { } picture
            ? TypedResults.Bytes(picture.Bytes, picture.Type)
            : TypedResults.NotFound();
    }

    private static async Task<IResult> DownloadAsync(
        HttpContext context, string id, TownRequest town, SeatReadings readings, MailDelivery delivery)
    {
        if (await readings.FindAsync(town, id, context.RequestAborted) is not { } letter)
        {
            return TypedResults.NotFound();
        }

        await delivery.NoteAsync(letter, "downloaded", await readings.MailClientAsync(town, context.RequestAborted));
        return TypedResults.File(Encoding.UTF8.GetBytes(MailMime.Source(letter)), "message/rfc822", $"{letter.Sent.Campaign}.eml");
    }

    private static async Task<IResult> ChooseClientAsync(HttpContext context, TownRequest town, IEventWriter log, TimeProvider time)
    {
        var form = await context.Request.ReadSmallFormAsync();
        var client = MailClients.Find(form["client"].FirstOrDefault());
        await log.AppendAsync(
            [new SettingChanged { At = time.GetUtcNow(), Seat = town.Seat, Name = SettingNames.MailClient, Value = client.Name }],
            CancellationToken.None);
        return context.Response.SeeOther(town.Path("/") + "#client");
    }

    private static async Task<IResult> DeliverAsync(
        HttpContext context, TownRequest town, SeatReadings readings, MailDelivery delivery)
    {
        var form = await context.Request.ReadSmallFormAsync();
        var person = Personas.Find(form["person"].FirstOrDefault()) ?? Personas.All[0];
        if (Mailings.Find(form["campaign"].FirstOrDefault()) is not { } mailing)
        {
            return context.Response.SeeOther(town.Path("/"));
        }

        var client = await readings.MailClientAsync(town, context.RequestAborted);
        var outcome = await delivery.DeliverAsync(town, person, mailing, client, context.RequestAborted);
        return context.Response.SeeOther(
            town.Path(outcome == MailOutcome.Delivered ? "/" : $"/?not={mailing.Campaign}&for={person.Key}"));
    }

    private static async Task<IResult> ShowNothingAsync(PageVisit visit)
    {
        visit.Title = MailText.Text["Nothing.Title"];
        return await visit.ShowAsync<MailNothing>(status: StatusCodes.Status404NotFound);
    }
}

/// <summary>How a message is shown.</summary>
public enum MailView
{
    /// <summary>As its sender designed it.</summary>
    Html,

    /// <summary>As plain text.</summary>
    Text,

    /// <summary>As it travelled.</summary>
    Source,
}
