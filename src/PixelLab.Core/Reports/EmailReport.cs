using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Readings;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Postbox;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Reports;

/// <summary>What a sender takes an opening for.</summary>
public enum OpenKind
{
    /// <summary>A person's own program fetched the pixel.</summary>
    Person,

    /// <summary>A mail service's proxy fetched it, perhaps because somebody opened the message.</summary>
    Proxy,

    /// <summary>A machine fetched it by itself: too soon after delivery, or by the name it gives.</summary>
    Machine,
}

/// <summary>A time at which a message's pixel was fetched.</summary>
/// <param name="Hit">The hit, by id.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What the sender takes it for.</param>
public sealed record MailOpen(long Hit, DateTimeOffset At, OpenKind Kind);

/// <summary>One message, as its sender believes and as it was.</summary>
public sealed record MailStory
{
    /// <summary>The message's id.</summary>
    public required string Mail { get; init; }

    /// <summary>The mailing.</summary>
    public required string Campaign { get; init; }

    /// <summary>Its subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The recipient's key.</summary>
    public required string Person { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The times its pixel was fetched.</summary>
    public IReadOnlyList<MailOpen> Opens { get; init; } = [];

    /// <summary>The hits of links that somebody followed, by id. Whoever follows one has read the message.</summary>
    public IReadOnlyList<long> Clicks { get; init; } = [];

    /// <summary>Hits that are kept and shown but not counted, by id: programs that only ask whether an address works, robots on links.</summary>
    public IReadOnlyList<long> LeftOut { get; init; } = [];

    /// <summary>Whether the recipient left the list.</summary>
    public bool Unsubscribed { get; init; }

    /// <summary>How often a person really opened it.</summary>
    public int ReallyOpened { get; init; }

    /// <summary>Whether a copy left the lab, as a file or by a mail server: what became of that one nobody here knows.</summary>
    public bool CopyLeft { get; init; }

    /// <summary>Whether the sender counts it as opened: any fetched pixel, as most reports do, or a followed link.</summary>
    public bool BelievedOpened => Opens.Count > 0 || Clicks.Count > 0;

    /// <summary>Whether the sender still counts it as opened after leaving out what looks like a machine.</summary>
    public bool BelievedOpenedByPerson => Clicks.Count > 0 || Opens.Any(open => open.Kind != OpenKind.Machine);

    /// <summary>Whether it counts as opened in one way of counting.</summary>
    public bool IsOpened(Counting counting) => counting switch
    {
        Counting.Naive => BelievedOpened,
        Counting.Careful => Clicks.Count > 0 || Opens.Any(open => open.Kind == OpenKind.Person),
        Counting.Truth => ReallyOpened > 0,
    };
}

/// <summary>
/// The sender's report on mailings, beside what really happened. Openings are sorted as the field does it: by the name the
/// fetching program gives, and by the seconds since delivery.
/// </summary>
public sealed class EmailReport : Reading
{
    private static readonly EventKinds Taken = EventKinds.Of(typeof(MailSent), typeof(MailHandled), typeof(Hit));

    /// <summary>A pixel that is fetched sooner after delivery than this was fetched by a machine.</summary>
    public static readonly TimeSpan TooSoon = TimeSpan.FromSeconds(2);

    private const int MostKept = 500;

    private readonly Dictionary<string, MailStory> _stories = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>Every message, oldest first.</summary>
    public IReadOnlyList<MailStory> Stories => [.. _order.Select(mail => _stories[mail])];

    /// <summary>The message of that id, or null.</summary>
    public MailStory? Find(string mail) => _stories.GetValueOrDefault(mail);

    /// <inheritdoc />
    public override EventKinds Takes => Taken;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        switch (labEvent)
        {
            case MailSent sent when !_stories.ContainsKey(sent.Mail):
                _order.Add(sent.Mail);
                _stories[sent.Mail] = new MailStory
                {
                    Mail = sent.Mail,
                    Campaign = sent.Campaign,
                    Subject = sent.Subject,
                    Person = sent.Person,
                    SentAt = sent.At,
                };
                break;
            case MailHandled { What: "opened" } opened:
                Change(opened.Mail, story => story with { ReallyOpened = story.ReallyOpened + 1 });
                break;
            case MailHandled { What: "downloaded" or "sent_on" } left:
                Change(left.Mail, story => story with { CopyLeft = true });
                break;
            case Hit { Vendor: PostboxWire.VendorName } hit when PostboxWire.MailOf(hit.Request) is { } mail:
                Change(mail, story => WithHit(story, hit));
                break;
            default:
                break;
        }
    }

    private static MailStory WithHit(MailStory story, Hit hit) => VendorList.EventOf(hit) switch
    {
        VendorEvents.EmailOpen when KindOf(FetchReader.Of(hit, story.SentAt, TooSoon)) is { } kind && story.Opens.Count < MostKept =>
            story with { Opens = [.. story.Opens, new MailOpen(hit.Id, hit.At, kind)] },
        VendorEvents.EmailClick when KindOf(FetchReader.Of(hit)) is OpenKind.Person or OpenKind.Proxy && story.Clicks.Count < MostKept =>
            story with { Clicks = [.. story.Clicks, hit.Id] },
        VendorEvents.EmailOpen or VendorEvents.EmailClick when story.LeftOut.Count < MostKept => story with { LeftOut = [.. story.LeftOut, hit.Id] },
        VendorEvents.EmailUnsubscribe => story with { Unsubscribed = true },
        _ => story,
    };

    /// <summary>What the sender takes a fetch for; null for one that asked for nothing.</summary>
    private static OpenKind? KindOf(Fetch fetch) => fetch.By switch
    {
        FetchedBy.Person or FetchedBy.Unknown => OpenKind.Person,
        FetchedBy.Proxy => OpenKind.Proxy,
        FetchedBy.Check or FetchedBy.Preflight => null,
        _ => OpenKind.Machine,
    };

    private void Change(string mail, Func<MailStory, MailStory> change)
    {
        if (_stories.TryGetValue(mail, out var story))
        {
            _stories[mail] = change(story);
        }
    }
}
