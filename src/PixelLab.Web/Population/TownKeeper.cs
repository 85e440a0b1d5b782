using System.Globalization;
using PixelLab.Core.Consent;
using PixelLab.Core.Events;
using PixelLab.Core.People.Population;
using PixelLab.Core.Settings;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Web.Population;

/// <summary>
/// Keeps what happens in a simulated town in a seat of its own, straight through capture: no request is made, yet panel, reports
/// and comparison read it like every other seat. The log gives the events numbers of its own, so what names an event by its
/// number gets the new one.
/// </summary>
/// <param name="log">The log.</param>
/// <param name="seat">The fresh seat.</param>
/// <param name="now">From when on the events' age counts; they happen on simulated days.</param>
internal sealed class TownKeeper(IEventWriter log, SeatId seat, DateTimeOffset now)
{
    private const int GroupSize = 500;
    private const string ClickStart = "a1.";

    private readonly List<LabEvent> _group = new(GroupSize);
    private readonly Dictionary<long, long> _newIds = [];
    private readonly Dictionary<string, string> _clicks = new(StringComparer.Ordinal);

    /// <summary>Notes before anything else who walks there, and by which banners.</summary>
    public Task BeginAsync(PopulationPlan plan) => log.AppendAsync(Openings(plan, seat, DayPlanner.Start, now), CancellationToken.None);

    /// <summary>What a seat with a simulated town begins with.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="seat">The seat.</param>
    /// <param name="at">When it begins.</param>
    /// <param name="since">From when on its age counts.</param>
    public static IReadOnlyList<LabEvent> Openings(PopulationPlan plan, SeatId seat, DateTimeOffset at, DateTimeOffset since)
    {
        SettingChanged Said(string name, string value) => new() { At = at, Seat = seat, Name = name, Value = value, KeptSince = since };
        return
        [
            Said(SettingNames.People, plan.People.ToString(CultureInfo.InvariantCulture)),
            .. plan.Regime == Regime.None
                ? []
                : PolicyBook.Sites.Select(site => Said(SettingNames.RegimePrefix + site, plan.Regime.Name())),
        ];
    }

    /// <summary>Keeps one more event.</summary>
    public async Task KeepAsync(LabEvent happened, CancellationToken cancellation)
    {
        // An ad names the hits that led to it, and an ad's click is named by what follows: those need their new numbers first.
        if (_group.Count >= GroupSize || (happened is AdServed && _group.Count > 0))
        {
            await FlushAsync(cancellation);
        }

        _group.Add(happened with { Seat = seat, KeptSince = now });
        if (happened is Hit hit && VendorBook.EventOf(hit) == VendorEvents.AdClick && hit.Request.Parameter("ad") is { } ad)
        {
            await FlushAsync(cancellation);
            _clicks[new ClickId(ad, hit.Id).ToString()] = new ClickId(ad, _newIds[hit.Id]).ToString();
        }
    }

    /// <summary>Keeps what waits.</summary>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        if (_group.Count == 0)
        {
            return;
        }

        var kept = await log.AppendAsync([.. _group.Select(Renumbered)], cancellation);
        for (var place = 0; place < kept.Count; place++)
        {
            _newIds[_group[place].Id] = kept[place].Id;
        }

        _group.Clear();
    }

    private LabEvent Renumbered(LabEvent happened) => happened switch
    {
        AdServed ad => ad with { Because = [.. ad.Because.Where(_newIds.ContainsKey).Select(id => _newIds[id])] },
        Hit hit when ClickIn(hit.Request.Head) is { } click => hit with { Request = Renumbered(hit.Request, click) },
        Visit visit when ClickIn(visit.Request.Head) is { } click => visit with
        {
            Page = visit.Page.Replace(click, _clicks[click], StringComparison.Ordinal),
            Request = Renumbered(visit.Request, click),
        },
        PixelPlanted planted when ClickIn(planted.Url) is { } click =>
            planted with { Url = planted.Url.Replace(click, _clicks[click], StringComparison.Ordinal) },
        _ => happened,
    };

    /// <summary>Made anew, since a request remembers what was read from its head.</summary>
    private CapturedRequest Renumbered(CapturedRequest request, string click)
    {
        var head = request.Head.Replace(click, _clicks[click], StringComparison.Ordinal);
        return new CapturedRequest
        {
            Head = head,
            Scheme = request.Scheme,
            Path = request.Path,
            Address = request.Address,
            HeadBytes = request.HeadBytes + head.Length - request.Head.Length,
            Notes = request.Notes,
        };
    }

    /// <summary>The first click id in a text that names a click of this town by its old number, or null.</summary>
    private string? ClickIn(string text)
    {
        for (var start = text.IndexOf(ClickStart, StringComparison.Ordinal); start >= 0; start = text.IndexOf(ClickStart, start + 1, StringComparison.Ordinal))
        {
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '.'))
            {
                end++;
            }

            if (_clicks.ContainsKey(text[start..end]))
            {
                return text[start..end];
            }
        }

        return null;
    }
}
