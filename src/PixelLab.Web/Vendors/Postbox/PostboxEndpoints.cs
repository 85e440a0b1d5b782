using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Events;
using PixelLab.Core.Reports;
using PixelLab.Core.Town.Mail;
using PixelLab.Core.Vendors.Postbox;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Vendors.Postbox;

/// <summary>The email service's host: the pixel in each message, the way of each link, the way off the list, the sender's report.</summary>
public static class PostboxEndpoints
{
    private const string MailSite = "mail";

    private static readonly PostboxWire Wire = new();

    /// <summary>Maps the vendor.</summary>
    public static void Map(WebApplication app)
    {
        var host = app.MapTownHost(PostboxWire.VendorName);
        host.Map("/o/{mail}.gif", TakeOpenAsync);
        host.MapGet("/c/{mail}/{link:int}", TakeClickAsync);
        host.MapPost("/u/{mail}", UnsubscribeAsync);
        host.MapGet("/u/{mail}", AskUnsubscribeAsync);
        host.MapPostboxReport();
    }

    private static async Task TakeOpenAsync(HttpContext context, HitKeeper intake)
    {
        if (await intake.KeepAsync(context, Wire, site: MailSite) is not null)
        {
            HitKeeper.Answer(context);
        }
    }

    private static async Task TakeClickAsync(
        HttpContext context, string mail, int link, HitKeeper intake, TownRequest town, SeatReadings readings)
    {
        if (await intake.KeepAsync(context, Wire, site: MailSite) is null)
        {
            return;
        }

        // The way leads where the message's own link leads, and nowhere that the address could name.
        var message = await readings.AskAsync(town.Seat, (Mailbox box) => box.Find(mail), context.RequestAborted);
        if (Mailings.Find(message?.Sent.Campaign) is { } mailing && link >= 0 && link < mailing.Links.Count)
        {
            var target = mailing.Links[link];
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = town.Url(
                target.Site, $"{target.Path}?utm_source=postbox&utm_medium=email&utm_campaign={mailing.Campaign}");
            return;
        }

        await PlainPage.WriteAsync(
            context, StatusCodes.Status404NotFound, PostboxPageText.Text["Link.None"], PostboxPageText.Text["Link.None.Text"], town.LabUrl("/"));
    }

    private static async Task<IResult> AskUnsubscribeAsync(HttpContext context, string mail, TownRequest town, SeatReadings readings) =>
        UnsubscribePage(
            context, town, await readings.AskAsync(town.Seat, (Mailbox box) => box.Find(mail), context.RequestAborted), done: false);

    private static async Task<IResult> UnsubscribeAsync(
        HttpContext context, string mail, HitKeeper intake, TownRequest town, SeatReadings readings, IEventWriter log, TimeProvider time)
    {
        if (await intake.KeepAsync(context, Wire, site: MailSite) is null)
        {
            return TypedResults.Empty;
        }

        var message = await readings.AskAsync(town.Seat, (Mailbox box) => box.Find(mail), context.RequestAborted);
        if (message is not null)
        {
            await log.AppendAsync(
                [new MailHandled { At = time.GetUtcNow(), Seat = town.Seat, Mail = mail, What = "unsubscribed", Client = "" }],
                CancellationToken.None);
        }

        return UnsubscribePage(context, town, message, done: true);
    }

    private static RazorComponentResult<UnsubscribePage> UnsubscribePage(
        HttpContext context, TownRequest town, InboxMessage? message, bool done)
    {
        PostboxPagePolicy.Write(context);
        return new(new Dictionary<string, object?> { ["Town"] = town, ["Message"] = message?.Sent, ["Done"] = done });
    }
}
