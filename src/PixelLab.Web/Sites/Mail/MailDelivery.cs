using System.Security.Cryptography;
using PixelLab.Core.Events;
using PixelLab.Core.People;
using PixelLab.Core.People.Mail;
using PixelLab.Core.Settings;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Postbox;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Sites.Mail;

/// <summary>Brings messages into a seat's inbox, and notes what its reader does with them.</summary>
public sealed class MailDelivery(IEventWriter log, MailProxy proxy, TimeProvider time)
{
    /// <summary>The most messages in one inbox.</summary>
    public const int Most = 60;

    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int IdLength = 20;

    /// <summary>Delivers mailings to a person. A relay fetches the pictures now, whether or not anybody will read.</summary>
    public async Task DeliverAsync(
        TownRequest town, Persona person, IEnumerable<Mailing> mailings, MailClient client, CancellationToken cancellation)
    {
        foreach (var mailing in mailings)
        {
            var sent = new MailSent
            {
                At = time.GetUtcNow(),
                Seat = town.Seat,
                Mail = RandomNumberGenerator.GetString(Letters, IdLength),
                Campaign = mailing.Campaign,
                Subject = string.Format(System.Globalization.CultureInfo.InvariantCulture, mailing.Subject, person.FirstName),
                Person = person.Key,
            };
            var letter = new MailLetter(sent, mailing, person, town);
            await log.AppendAsync([sent, Planted(letter), Missing(letter, MissingReason.Unread)], CancellationToken.None);
            if (client == MailClients.Relay)
            {
                await NoteAsync(letter, "prefetched", client);
                for (var place = 0; place < letter.Pictures.Count; place++)
                {
                    await proxy.GetAsync(letter, place, client, cancellation);
                }
            }
        }
    }

    /// <summary>Notes what really happened to a message.</summary>
    public Task NoteAsync(MailLetter letter, string what, MailClient client) => log.AppendAsync(
        [
            new MailHandled
            {
                At = time.GetUtcNow(),
                Seat = letter.Sent.Seat,
                Mail = letter.Sent.Mail,
                What = what,
                Client = client.Name,
            },
        ],
        CancellationToken.None);

    /// <summary>Notes why a message's pixel does not come although the message is open.</summary>
    public Task NoteMissingAsync(MailLetter letter, MissingReason reason) =>
        log.AppendAsync([Missing(letter, reason)], CancellationToken.None);

    private PixelPlanted Planted(MailLetter letter) => new()
    {
        At = time.GetUtcNow(),
        Seat = letter.Sent.Seat,
        Plant = letter.Sent.Mail,
        PageView = letter.Sent.Mail,
        Site = "mail",
        Page = MailPages.MessagePath(letter.Sent.Mail),
        Vendor = PostboxWire.VendorName,
        Event = VendorEvents.EmailOpen,
        Trigger = PixelTrigger.Image,
        Url = letter.PixelUrl,
    };

    private PixelMissing Missing(MailLetter letter, MissingReason reason) => new()
    {
        At = time.GetUtcNow(),
        Seat = letter.Sent.Seat,
        Plant = letter.Sent.Mail,
        Site = "mail",
        Page = MailPages.MessagePath(letter.Sent.Mail),
        Vendor = PostboxWire.VendorName,
        Event = VendorEvents.EmailOpen,
        Reason = reason,
        Witness = MissingWitness.Lab,
        Detail = letter.Subject,
    };
}
