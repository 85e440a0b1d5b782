using PixelLab.Core.Events;
using PixelLab.Core.Population;
using PixelLab.Core.Rules;
using PixelLab.Core.Town.Mail;
using PixelLab.Core.Vendors.Postbox;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Features.Population;

/// <summary>Mail: letters that arrive, are opened and followed.</summary>
public sealed partial class RealWalk
{
    private async Task GetMailAsync(Walk walk, WalkedBrowser browser, Step step, CancellationToken cancellation)
    {
        await UseMailClientAsync(walk, browser, step, cancellation);
        await SendAsync(walk, browser, step, new("mail", "mail", walk.Url("mail", "/deliver"))
        {
            Form = [("person", AccountOf(browser.Person)), ("campaign", Mailings.First[step.Thing].Campaign)],
            Follows = false,
        }, cancellation);
        if ((await TakeInAsync(walk, browser, step, cancellation)).OfType<MailSent>().LastOrDefault() is { } sent)
        {
            walk.Mails[step.Person] = sent.Mail;
        }
    }

    private async Task OpenMailAsync(Walk walk, WalkedBrowser browser, Step step, CancellationToken cancellation)
    {
        // An inbox that is full takes no more: then there is nothing to open.
        if (!walk.Mails.TryGetValue(step.Person, out var mail))
        {
            return;
        }

        await UseMailClientAsync(walk, browser, step, cancellation);
        await SendAsync(walk, browser, step, new("mail", "mail", walk.Url("mail", $"/messages/{mail}")), cancellation);
        var client = browser.Person.Mail;
        if (client == MailClients.Direct)
        {
            await SendAsync(walk, browser, step, new(PostboxWire.VendorName, "mail", walk.Url(PostboxWire.VendorName, PostboxWire.OpenPath(mail))), cancellation);
        }
        else if (client == MailClients.Proxy || client == MailClients.Relay)
        {
            // The browser asks its mail service, which fetches the pixel or has done so before.
            await SendAsync(walk, browser, step, new("mail", "mail", walk.Url("mail", $"/messages/{mail}/pictures/0")), cancellation);
        }

        await TakeInAsync(walk, browser, step, cancellation);
    }

    private async Task ClickMailAsync(Walk walk, WalkedBrowser browser, Step step, CancellationToken cancellation)
    {
        if (walk.Mails.TryGetValue(step.Person, out var mail))
        {
            browser.Page = walk.Town.Origin(Town.Get("mail")) + "/";
            await SendAsync(
                walk, browser, step,
                new(PostboxWire.VendorName, PostboxWire.VendorName, walk.Url(PostboxWire.VendorName, PostboxWire.ClickPath(mail, 0))), cancellation);
            await LookAtPageAsync(walk, browser, step, PageStay.Of(walk.Plan, step, browser.Person), cancellation);
        }
    }

    /// <summary>The inbox behaves as that person's mail program does. All share one inbox, so it is turned from one to the next.</summary>
    private static async Task UseMailClientAsync(Walk walk, WalkedBrowser browser, Step step, CancellationToken cancellation)
    {
        var client = browser.Person.Mail.Name;
        if (walk.MailClient != client)
        {
            walk.MailClient = client;
            await SendAsync(
                walk, browser, step, new("mail", "mail", walk.Url("mail", "/client")) { Form = [("client", client)], Follows = false }, cancellation);
        }
    }
}
