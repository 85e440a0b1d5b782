using System.Text;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Web.Features.Replay;

/// <summary>
/// Puts events that were numbered elsewhere into the log: a replay's, a simulated town's. The log gives them numbers of its own,
/// so what names an event by its number (why an ad was shown, how a vendor mentions its hits) is made to name the new one.
/// </summary>
/// <param name="log">The log.</param>
/// <param name="now">From when on the events' age counts; they may have happened long ago.</param>
/// <param name="kept">Told of each event as the log holds it now.</param>
internal sealed class EventImport(IEventWriter log, DateTimeOffset now, Action<LabEvent>? kept = null)
{
    private const int GroupSize = 500;

    /// <summary>The letters of its requests from which on a group is full: it lies in memory several times while it is kept.</summary>
    private const int GroupLetters = 512 * 1024;

    private readonly List<LabEvent> _group = new(GroupSize);
    private readonly Dictionary<long, long> _newIds = [];
    private readonly Dictionary<string, HitMention> _mentions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _starts = new(StringComparer.Ordinal);
    private int _letters;

    /// <summary>Whether anything was given to the log.</summary>
    public bool HasKept { get; private set; }

    /// <summary>Keeps one more event, or lets it wait for others.</summary>
    public async Task KeepAsync(LabEvent labEvent, CancellationToken cancellation)
    {
        // What names an earlier event needs that one's new number first.
        if (_group.Count >= GroupSize || _letters >= GroupLetters || (_group.Count > 0 && (labEvent is AdServed { Because.Count: > 0 } || MentionsWaitingHit(labEvent))))
        {
            await FlushAsync(cancellation);
        }

        _group.Add(labEvent with { KeptSince = now });
        _letters += (TextOf(labEvent)?.Length ?? 0) + (labEvent switch
        {
            Hit { Request.Body: { } body } => body.Length,
            ThingsKept kept => kept.Locked.Length,
            PageWritten written => written.Html.Length,
            _ => 0,
        });
        if (labEvent is Hit hit && VendorList.Find(hit.Vendor)?.MentionOf(hit) is { } mention)
        {
            _mentions[mention.ToString()] = mention;
            _starts.Add(mention.Stem[..(mention.Stem.IndexOf('.', StringComparison.Ordinal) + 1)]);
        }
    }

    /// <summary>Keeps what waits.</summary>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        if (_group.Count == 0)
        {
            return;
        }

        var numbered = await log.AppendAsync([.. _group.Select(Renumbered)], cancellation);
        HasKept = true;
        for (var place = 0; place < numbered.Count; place++)
        {
            if (numbered[place].Id == 0)
            {
                throw new ReplayException(ReplayText.Text["Refused.Full"]);
            }

            _newIds[_group[place].Id] = numbered[place].Id;
            kept?.Invoke(numbered[place]);
        }

        _group.Clear();
        _letters = 0;
    }

    private static string? TextOf(LabEvent labEvent) => labEvent switch
    {
        Hit hit => hit.Request.Head,
        Visit visit => visit.Request.Head,
        PixelPlanted planted => planted.Url,
        _ => null,
    };

    private bool MentionsWaitingHit(LabEvent labEvent) =>
        _mentions.Count > 0 && TextOf(labEvent) is { } text && MentionsIn(text).Any(found => !_newIds.ContainsKey(found.Mention.Hit));

    private LabEvent Renumbered(LabEvent labEvent) => labEvent switch
    {
        AdServed ad => ad with { Because = [.. ad.Because.Where(_newIds.ContainsKey).Select(id => _newIds[id])] },
        Hit hit => hit with { Request = hit.Request.WithHead(Renumbered(hit.Request.Head)) },
        Visit visit => visit with { Page = Renumbered(visit.Page), Request = visit.Request.WithHead(Renumbered(visit.Request.Head)) },
        PixelPlanted planted => planted with { Page = Renumbered(planted.Page), Url = Renumbered(planted.Url) },
        PixelMissing missing => missing with { Page = Renumbered(missing.Page) },
        _ => labEvent,
    };

    private string Renumbered(string text)
    {
        if (_mentions.Count == 0)
        {
            return text;
        }

        var written = new StringBuilder();
        var end = 0;
        foreach (var (start, length, mention) in MentionsIn(text).OrderBy(found => found.Start))
        {
            if (start >= end && _newIds.TryGetValue(mention.Hit, out var newId))
            {
                written.Append(text, end, start - end).Append(mention with { Hit = newId });
                end = start + length;
            }
        }

        return end == 0 ? text : written.Append(text, end, text.Length - end).ToString();
    }

    /// <summary>Where a text mentions hits of these events by their old numbers.</summary>
    private IEnumerable<(int Start, int Length, HitMention Mention)> MentionsIn(string text)
    {
        foreach (var begins in _starts)
        {
            var end = 0;
            for (var start = text.IndexOf(begins, StringComparison.Ordinal); start >= 0; start = text.IndexOf(begins, end, StringComparison.Ordinal))
            {
                end = start + begins.Length;
                while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '.'))
                {
                    end++;
                }

                if (_mentions.TryGetValue(text[start..end], out var mention))
                {
                    yield return (start, end - start, mention);
                }
            }
        }
    }
}
