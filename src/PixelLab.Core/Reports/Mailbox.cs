using PixelLab.Core.Events;
using PixelLab.Core.Readings;

namespace PixelLab.Core.Reports;

/// <summary>A message in the inbox.</summary>
/// <param name="Sent">The message.</param>
/// <param name="IsRead">Whether it was opened.</param>
/// <param name="ImagesShown">Whether its pictures were asked for.</param>
/// <param name="Unsubscribed">Whether the reader left the list by it.</param>
public sealed record InboxMessage(MailSent Sent, bool IsRead, bool ImagesShown, bool Unsubscribed);

/// <summary>A seat's inbox: what was sent to it, and what its reader did.</summary>
public sealed class Mailbox : Reading
{
    private static readonly EventKinds Taken = EventKinds.Of(typeof(MailSent), typeof(MailHandled));

    private readonly List<InboxMessage> _messages = [];

    /// <summary>The messages, newest first.</summary>
    public IReadOnlyList<InboxMessage> Messages => [.. Enumerable.Reverse(_messages)];

    /// <summary>The message of that id, or null.</summary>
    public InboxMessage? Find(string? mail) => _messages.Find(message => message.Sent.Mail == mail);

    /// <inheritdoc />
    public override EventKinds Takes => Taken;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        switch (labEvent)
        {
            case MailSent sent:
                _messages.Add(new InboxMessage(sent, IsRead: false, ImagesShown: false, Unsubscribed: false));
                break;
            case MailHandled handled when _messages.FindIndex(message => message.Sent.Mail == handled.Mail) is >= 0 and var at:
                _messages[at] = handled.What switch
                {
                    "opened" or "plain_text" => _messages[at] with { IsRead = true },
                    "images_shown" => _messages[at] with { ImagesShown = true },
                    "unsubscribed" => _messages[at] with { Unsubscribed = true },
                    _ => _messages[at],
                };
                break;
            default:
                break;
        }
    }
}
