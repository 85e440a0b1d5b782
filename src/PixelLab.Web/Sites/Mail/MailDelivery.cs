using System.Globalization;
using System.Security.Cryptography;
using PixelLab.Core.Events;
using PixelLab.Core.Reports;
using PixelLab.Core.Rules;
using PixelLab.Core.Town;
using PixelLab.Core.Town.Mail;
using PixelLab.Core.Vendors.Postbox;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Addressing;
using PixelLab.Web.Limits;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Sites.Mail;

/// <summary>What came of a delivery.</summary>
public enum MailOutcome
{
    /// <summary>The message is in the inbox.</summary>
    Delivered,

    /// <summary>The recipient has left the sender's list, so nothing was sent.</summary>
    HasLeft,

    /// <summary>The inbox holds as many messages as it can.</summary>
    Full,
}

/// <summary>Brings messages into a seat's inbox, and notes what its reader does with them.</summary>
public sealed class MailDelivery(IEventWriter log, SeatReadings readings, MailProxy proxy, TimeProvider time) : IDisposable
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int IdLength = 20;

    /// <summary>
    /// How long the letters have lain in an inbox that is opened for the first time: else whoever reads one at once, as the story leads to,
    /// would be taken for a machine that fetched it at delivery.
    /// </summary>
    private static readonly TimeSpan Lain = TimeSpan.FromMinutes(10);

    private readonly DeliveryGates _gates = new();

    /// <summary>Delivers what a new inbox begins with. An inbox that has it already stays as it is.</summary>
    public async Task FillAsync(TownRequest town, MailClient client, CancellationToken cancellation)
    {
        var arrived = new List<MailLetter>();
        using (await _gates.EnterAsync(town.Seat, cancellation))
        {
            if (await readings.AskAsync(town.Seat, (Mailbox box) => HasBegun(box), cancellation))
            {
                return;
            }

            foreach (var mailing in Mailings.First)
            {
                if (await TrySendAsync(town, Personas.All[0], mailing, time.GetUtcNow() - Lain, cancellation) is (MailOutcome.Delivered, { } letter))
                {
                    arrived.Add(letter);
                }
            }
        }

        foreach (var letter in arrived)
        {
            await PrefetchAsync(letter, client, cancellation);
        }
    }

    /// <summary>Delivers a mailing to a person, unless the person has left the sender's list.</summary>
    public async Task<MailOutcome> DeliverAsync(
        TownRequest town, Persona person, Mailing mailing, MailClient client, CancellationToken cancellation)
    {
        (MailOutcome Outcome, MailLetter? Letter) sent;
        using (await _gates.EnterAsync(town.Seat, cancellation))
        {
            sent = await TrySendAsync(town, person, mailing, time.GetUtcNow(), cancellation);
        }

        await PrefetchAsync(sent.Letter, client, cancellation);
        return sent.Outcome;
    }

    /// <summary>
    /// Puts a person on the list of the site that the request is for, and delivers the site's welcome. Whoever is on it
    /// already gets no second one.
    /// </summary>
    public async Task SignUpAsync(TownRequest town, Persona person, MailClient client, CancellationToken cancellation)
    {
        var site = town.Host.Name;
        MailLetter? welcome = null;
        using (await _gates.EnterAsync(town.Seat, cancellation))
        {
            if (await readings.AskAsync(town.Seat, (MailingLists lists) => lists.HasSignedUp(person, site), cancellation))
            {
                return;
            }

            await log.AppendAsync(
                [new AccountUsed { At = time.GetUtcNow(), Seat = town.Seat, Site = site, Person = person.Key, Action = "sign_up" }],
                CancellationToken.None);
            if (Mailings.Welcome(site) is { } mailing)
            {
                welcome = (await TrySendAsync(town, person, mailing, time.GetUtcNow(), cancellation)).Letter;
            }
        }

        await PrefetchAsync(welcome, client, cancellation);
    }

    /// <inheritdoc />
    public void Dispose() => _gates.Dispose();

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

    /// <summary>The message's pixel, as it is planted now.</summary>
    public PixelPlanted Planted(MailLetter letter) => new()
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

    private static bool HasBegun(Mailbox box) =>
        box.Messages.Any(message => Mailings.First.Any(mailing => mailing.Campaign == message.Sent.Campaign));

    private async Task<(MailOutcome Outcome, MailLetter? Letter)> TrySendAsync(
        TownRequest town, Persona person, Mailing mailing, DateTimeOffset at, CancellationToken cancellation)
    {
        if (!await readings.AskAsync(town.Seat, (MailingLists lists) => lists.MaySend(person, mailing), cancellation))
        {
            return (MailOutcome.HasLeft, null);
        }

        if (await readings.AskAsync(town.Seat, (Mailbox box) => box.Messages.Count, cancellation) >= RoomLimits.Messages)
        {
            return (MailOutcome.Full, null);
        }

        var sent = new MailSent
        {
            At = at,
            Seat = town.Seat,
            Mail = RandomNumberGenerator.GetString(Letters, IdLength),
            Campaign = mailing.Campaign,
            Subject = string.Format(CultureInfo.InvariantCulture, mailing.Subject, person.FirstName),
            Person = person.Key,
        };
        var letter = new MailLetter(sent, mailing, person, town);
        await log.AppendAsync([sent, Planted(letter), Missing(letter, MissingReason.Unread)], CancellationToken.None);
        return (MailOutcome.Delivered, letter);
    }

    /// <summary>A relay fetches the pictures as soon as a message arrives, whether or not anybody will read it.</summary>
    private async Task PrefetchAsync(MailLetter? letter, MailClient client, CancellationToken cancellation)
    {
        if (letter is null || client != MailClients.Relay)
        {
            return;
        }

        await NoteAsync(letter, "prefetched", client);
        for (var place = 0; place < letter.Pictures.Count; place++)
        {
            await proxy.GetAsync(letter, place, client, cancellation);
        }
    }

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
