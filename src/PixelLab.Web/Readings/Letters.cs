using PixelLab.Core.Events;
using PixelLab.Core.Reports;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Web.Readings;

/// <summary>The senders' lists of a seat: which message a hit is about, and whose that is.</summary>
public static class Letters
{
    /// <summary>What tells the message of a hit of these events; the lists are read only where one of them is about a message.</summary>
    public static async Task<Func<LabEvent, MailSent?>> LettersOfAsync(
        this SeatReadings readings, SeatId seat, IReadOnlyList<LabEvent> events, CancellationToken cancellation)
    {
        if (!events.Any(labEvent => IdOf(labEvent) is not null))
        {
            return _ => null;
        }

        var sent = await readings.AskAsync(
            seat, (Mailbox mailbox) => mailbox.Messages.Select(message => message.Sent).DistinctBy(sent => sent.Mail).ToDictionary(sent => sent.Mail, StringComparer.Ordinal), cancellation);
        return labEvent => IdOf(labEvent) is { } id ? sent.GetValueOrDefault(id) : null;
    }

    private static string? IdOf(LabEvent labEvent) =>
        labEvent is Hit hit && VendorList.Find(hit.Vendor)?.PathTells(hit.Request) is (Telling.Letter, var id) ? id : null;
}
