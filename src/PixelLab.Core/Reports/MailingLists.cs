using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Core.Town;
using PixelLab.Core.Town.Mail;

namespace PixelLab.Core.Reports;

/// <summary>
/// Who stands on which site's list. Somebody who signs up is on it; somebody who leaves by any message of the site is off
/// it, until the next sign-up. Whoever did neither may be written to: their addresses came with an order.
/// </summary>
public sealed class MailingLists : Reading
{
    private static readonly EventKinds Taken = EventKinds.Of(typeof(MailSent), typeof(AccountUsed), typeof(MailHandled));

    private readonly Dictionary<string, (string Person, string Site)> _recipients = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Person, string Site), bool> _on = [];

    /// <summary>Whether the person signed up with the site and has not left since.</summary>
    public bool HasSignedUp(Persona person, string site) => _on.GetValueOrDefault((person.Key, site));

    /// <summary>Whether the person left the site's list and has not signed up again.</summary>
    public bool HasLeft(Persona person, string site) => _on.TryGetValue((person.Key, site), out var on) && !on;

    /// <summary>Whether the mailing may be sent to the person: what is no advertising always may.</summary>
    public bool MaySend(Persona person, Mailing mailing) => mailing.IsTransactional || !HasLeft(person, mailing.Site);

    /// <inheritdoc />
    public override EventKinds Takes => Taken;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        switch (labEvent)
        {
            case MailSent sent when Mailings.Find(sent.Campaign) is { } mailing:
                _recipients[sent.Mail] = (sent.Person, mailing.Site);
                break;
            case AccountUsed { Action: "sign_up" } signUp:
                _on[(signUp.Person, signUp.Site)] = true;
                break;
            case MailHandled { What: "unsubscribed" } left when _recipients.TryGetValue(left.Mail, out var recipient):
                _on[recipient] = false;
                break;
            default:
                break;
        }
    }
}
