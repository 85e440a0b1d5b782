using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Languages;
using PixelLab.Core.Lenses;
using PixelLab.Core.Reports.Sheets;
using PixelLab.Core.Town.Mail;

namespace PixelLab.Core.Reports;

/// <summary>The shop's mailings: what their sender believes of openings and clicks, beside what really happened.</summary>
/// <param name="counting">Which of these stands on top.</param>
public sealed class NewsletterReport(Counting counting) : BusinessReport
{
    private const int MostRows = 20;
    private const int MostText = 80;
    private const int MostMessages = 20_000;

    private readonly EmailReport _report = new();
    private readonly Dictionary<string, Message> _messages = new(StringComparer.Ordinal);
    private readonly List<MailStory> _others = [];

    /// <summary>Makes one as most senders have it.</summary>
    public NewsletterReport() : this(Counting.Naive)
    {
    }

    /// <inheritdoc />
    public override EventKinds Takes => _report.Takes;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        _report.Add(labEvent);
        switch (labEvent)
        {
            case MailSent sent when _messages.Count < MostMessages:
                _messages.TryAdd(sent.Mail, new Message(sent.Id));
                break;
            case MailHandled { What: "opened" } opened when _messages.TryGetValue(opened.Mail, out var message):
                message.Opened ??= opened.Id;
                break;
            default:
                break;
        }
    }

    private static Words Words => Language.Asked[SheetText.Words];

    private IEnumerable<MailStory> Everybody => _report.Stories.Concat(_others);

    /// <inheritdoc />
    public override void TakeIn(BusinessReport others)
    {
        var other = (NewsletterReport)others;
        _others.AddRange(other.Everybody.Where(story => other._messages.TryGetValue(story.Mail, out var message) && _messages.TryAdd(story.Mail, message)));
    }

    /// <inheritdoc />
    public override ReportSheet Sheet(Lens lens)
    {
        var stories = Everybody.Where(story => _messages.ContainsKey(story.Mail)).ToList();
        var believed = stories.Count(story => story.BelievedOpened);
        var really = stories.Count(story => _messages[story.Mail].Opened is not null);
        var others = believed == really && stories.Exists(story => story.BelievedOpened != (_messages[story.Mail].Opened is not null));
        var clicked = stories.Count(story => story.Clicks.Count > 0);
        return new ReportSheet
        {
            Headline = new(
                Language.Asked[CountingText.Words][$"Opened.{NameOf(counting)}"],
                ReportText.Share(stories.Count(story => story.IsOpened(counting)), stories.Count),
                ReportUnit.Percent),
            Bought = stories.Count == 0
                ? Words["Letters.None"]
                : Words.Count(others ? "Letters.BoughtOthers" : "Letters.Bought", stories.Count, believed, really, clicked),
            Summary = stories.Count == 0
                ? Words["Letters.Summary.None"]
                : Words["Letters.Summary", stories.Count, believed, really, clicked],
            Tables = [new("mailings", Words["Letters.Table"], Words["Letters.Rows"],
                [
                    new("sent", Words["Letters.Sent"]),
                    new("believed", Words["Letters.Believed"]),
                    new("machine", Words["Letters.Machine"]),
                    new("person", Words["Letters.Person"]),
                    new("really", Words["Letters.Really"]),
                    new("clicked", Words["Letters.Clicked"]),
                    new("left", Words["Letters.Left"]),
                ],
                [.. stories.GroupBy(story => story.Campaign).Take(MostRows).Select(Row)]), Tools(stories)],
            Plot = new("mailings", ["sent", "believed", "person", "really", "clicked"], Words["Letters.Plot"], Words["Letters.Axis"]),
            Limits =
            [
                Words["Letters.Limit.Believed"],
                Words["Letters.Limit.Machine", EmailReport.TooSoon.TotalSeconds],
                Words["Letters.Limit.Really"],
            ],
            HasAnything = stories.Count > 0,
        };
    }

    /// <summary>The three ways to count beside each other, each with the requests that it leaves out.</summary>
    private ReportTable Tools(List<MailStory> stories)
    {
        var words = Language.Asked[CountingText.Words];
        return new("tools", words["Tools"], words["Tools.By"], [new("opened", words["Tools.Opened"]), new("left-out", words["Tools.LeftOut"])],
        [
            .. Enum.GetValues<Counting>().Select(way => new ReportRow(NameOf(way), words[$"Name.{NameOf(way)}"],
            [
                way == Counting.Truth
                    ? ReportCell.Of(HitsBehind.Of(stories.Select(story => _messages[story.Mail].Opened).OfType<long>()))
                    : Believed(stories.Where(story => story.IsOpened(way))),
                ReportCell.Of(HitsBehind.Of(stories.SelectMany(story => LeftOut(story, way)).Order())),
            ])),
        ]);
    }

    private static IEnumerable<long> LeftOut(MailStory story, Counting way) => story.LeftOut.Concat(way switch
    {
        Counting.Naive => [],
        Counting.Careful => story.Opens.Where(open => open.Kind != OpenKind.Person).Select(open => open.Hit),
        Counting.Truth => story.Opens.Select(open => open.Hit),
    });

    private static string NameOf(Counting way) => way.ToString().ToLowerInvariant();

    private ReportRow Row(IGrouping<string, MailStory> mailing)
    {
        var stories = mailing.ToList();
        return new(PlainText.Shown(mailing.Key, MostText), PlainText.Shown(SubjectOf(stories), MostText),
        [
            ReportCell.Of(HitsBehind.Of(stories.Select(story => _messages[story.Mail].Sent))),
            Believed(stories.Where(story => story.BelievedOpened)),
            Believed(stories.Where(story => story is { BelievedOpened: true, BelievedOpenedByPerson: false })),
            Believed(stories.Where(story => story.BelievedOpenedByPerson)),
            ReportCell.Of(HitsBehind.Of(stories.Select(story => _messages[story.Mail].Opened).OfType<long>())),
            Counted(stories.Where(story => story.Clicks.Count > 0), story => story.Clicks),
            ReportCell.Of(HitsBehind.Of(stories.Where(story => story.Unsubscribed).Select(story => _messages[story.Mail].Sent))),
        ], PlainText.Shown(mailing.Key, MostText));
    }

    /// <summary>The subject; where it was written to each by name, without the name.</summary>
    private static string SubjectOf(List<MailStory> stories) =>
        stories.TrueForAll(story => story.Subject == stories[0].Subject) || Mailings.Find(stories[0].Campaign) is not { } mailing
            ? stories[^1].Subject
            : string.Format(CultureInfo.InvariantCulture, mailing.Subject, "…");

    private static ReportCell Believed(IEnumerable<MailStory> stories) => Counted(stories, story => [.. story.Opens.Select(open => open.Hit), .. story.Clicks]);

    /// <summary>Counts messages; the evidence are their hits, of which a message may have many.</summary>
    private static ReportCell Counted(IEnumerable<MailStory> stories, Func<MailStory, IEnumerable<long>> hits)
    {
        var counted = stories.ToList();
        return new(counted.Count, HitsBehind.Of(counted.SelectMany(hits).Order()));
    }

    private sealed record Message(long Sent)
    {
        public long? Opened { get; set; }
    }
}
