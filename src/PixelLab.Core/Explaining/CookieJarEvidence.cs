using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Explaining;

/// <summary>
/// What one browser's hits have shown. Only a later page view counts against an earlier one, because the hits of one page
/// race their own replies. Where the browser's settings change on the way, the newest proof counts.
/// </summary>
internal sealed class CookieJarEvidence
{
    private const int MostSites = 16;
    private const int MostNumbers = 8;

    private readonly Dictionary<string, SiteNumbers> _sites = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SiteNumbers> _markedSites = new(StringComparer.Ordinal);
    private Proof? _open;
    private Proof? _blocked;
    private Proof? _partitioned;
    private Proof? _marked;
    private string? _storageAccess;
    private string _lastSite = "";

    /// <summary>Takes a hit into account.</summary>
    /// <param name="hit">A hit of the advertising network, on a site.</param>
    /// <param name="pageView">The place of its page view in the order of page views.</param>
    public void Add(Hit hit, int pageView)
    {
        var site = hit.Site!;
        _lastSite = site;
        _storageAccess = hit.Request.Header("Sec-Fetch-Storage-Access");
        if (hit.Request.Cookie(AdnetWire.IdCookie) is { Length: > 0 } number)
        {
            CameBack(hit, site, pageView, number);
        }
        else
        {
            StayedAway(hit, site, pageView);
        }

        CompareOtherSites(hit, site, pageView);
        Remember(_sites, hit, site, pageView, AdnetWire.IdCookie);
        AddMarked(hit, site, pageView);
    }

    /// <summary>The verdict alone.</summary>
    public CookieJarVerdict Verdict => Newest?.Verdict ?? CookieJarVerdict.Unknown;

    private Proof? Newest => new[] { _open, _partitioned, _blocked }.OfType<Proof>().MaxBy(proof => proof.At);

    /// <summary>The verdict on what has been seen.</summary>
    public CookieJar Judge(Language language)
    {
        var words = language[CookiesText.Words];
        var remark = _storageAccess is "active" or "none" or "inactive" ? words[$"Jar.Remark.{_storageAccess}"] : null;
        return Newest is not { } newest
            ? Undecided(words) with { Remark = remark }
            : new CookieJar(newest.Verdict, InWords(newest, language), null, newest.Hits, remark, null);
    }

    private void CameBack(Hit hit, string site, int pageView, string number)
    {
        // Whatever was missed before, perhaps in a race: a browser that blocks this cookie never sends it.
        _blocked = null;
        foreach (var (otherSite, other) in _sites)
        {
            if (otherSite != site && other.Holds(number))
            {
                other.Shared = true;
                other.AwayFrom = null;
                _open = new Proof(CookieJarVerdict.Open, hit.Id, [other.FirstHit, hit.Id], otherSite, site);
            }
        }

        if (_sites.TryGetValue(site, out var own) && own.Holds(number))
        {
            if (pageView > own.PageView)
            {
                own.BackAt ??= hit.Id;
            }
        }
        else
        {
            // Kept from before the log begins, or won a race against another reply.
            Put(_sites, site, new SiteNumbers(number, hit.Id, pageView) { Shared = _open?.At == hit.Id });
        }
    }

    private void StayedAway(Hit hit, string site, int pageView)
    {
        if (_sites.TryGetValue(site, out var own) && pageView > own.PageView)
        {
            _blocked = new Proof(CookieJarVerdict.Blocked, hit.Id, [own.FirstHit, hit.Id], site, site);
            own.BackAt = null;
            own.AwayFrom = null;
        }
    }

    /// <summary>
    /// A number that lives on its own site and was not sent on another shows that the jars are apart. One that has been
    /// sent on both before can only have been deleted.
    /// </summary>
    private void CompareOtherSites(Hit hit, string site, int pageView)
    {
        var number = hit.Request.Cookie(AdnetWire.IdCookie);
        foreach (var (otherSite, other) in _sites)
        {
            if (otherSite != site && pageView > other.PageView && (number is null || !other.Holds(number)))
            {
                other.AwayFrom = (site, hit.Id);
            }

            if (other is { Shared: false, BackAt: { } back, AwayFrom: ({ } awaySite, var away) })
            {
                long[] hits = [other.FirstHit, back, away];
                _partitioned = new Proof(CookieJarVerdict.Partitioned, Math.Max(back, away), [.. hits.Distinct().Order()], otherSite, awaySite);
            }
        }
    }

    private void AddMarked(Hit hit, string site, int pageView)
    {
        if (hit.Request.Cookie(AdnetWire.PartitionedIdCookie) is { Length: > 0 } number
            && _markedSites.TryGetValue(site, out var own) && pageView > own.PageView && own.Holds(number))
        {
            _marked = new Proof(CookieJarVerdict.Unknown, hit.Id, [own.FirstHit, hit.Id], site, site);
        }

        Remember(_markedSites, hit, site, pageView, AdnetWire.PartitionedIdCookie);
    }

    /// <summary>Two hits of one page view may each be given a number; the browser keeps whichever reply comes last.</summary>
    private static void Remember(Dictionary<string, SiteNumbers> sites, Hit hit, string site, int pageView, string cookie)
    {
        if (NumberSet(hit, cookie) is not { } number)
        {
            return;
        }

        if (sites.TryGetValue(site, out var own) && own.PageView == pageView)
        {
            own.Add(number, MostNumbers);
        }
        else if (own is null || pageView > own.PageView)
        {
            Put(sites, site, new SiteNumbers(number, hit.Id, pageView));
        }
    }

    private static void Put(Dictionary<string, SiteNumbers> sites, string site, SiteNumbers numbers)
    {
        if (sites.Count < MostSites || sites.ContainsKey(site))
        {
            sites[site] = numbers;
        }
    }

    private static string? NumberSet(Hit hit, string cookie)
    {
        var start = cookie + "=";
        return hit.SetCookies.FirstOrDefault(set => set.StartsWith(start, StringComparison.Ordinal)) is { } set
            ? set[start.Length..].Split(';', 2)[0]
            : null;
    }

    private string InWords(Proof proof, Language language)
    {
        var words = language[CookiesText.Words];
        return language.Sentences(
            words[$"Jar.{proof.Verdict}", proof.Site, proof.OtherSite],
            proof.Verdict == CookieJarVerdict.Blocked && _marked is { } marked ? words["Jar.Marked", marked.Site] : null);
    }

    private CookieJar Undecided(Words words) =>
        _sites.FirstOrDefault(site => site.Value.BackAt is not null) is { Key: { } known }
            ? Unknown(words["Jar.OneSite", known], words["Jar.OneSite.Next", Another(known)])
            : Unknown(words["Jar.OnePage", _lastSite], words["Jar.OnePage.Next", _lastSite, Another(_lastSite)]);

    private CookieJar Unknown(string why, string next) =>
        new(CookieJarVerdict.Unknown, PlainText.Shown(why, 400), PlainText.Shown(next, 200), [.. _sites.Values.Select(site => site.FirstHit).Order()], null, null);

    private static string Another(string site) => site == "shop" ? "news" : "shop";

    /// <summary>A verdict with the hits it rests on.</summary>
    private sealed record Proof(CookieJarVerdict Verdict, long At, IReadOnlyList<long> Hits, string Site, string OtherSite);

    /// <summary>The network's number or numbers for this browser, as last given or sent on one site.</summary>
    private sealed class SiteNumbers(string number, long firstHit, int pageView)
    {
        private readonly List<string> _numbers = [number];

        public long FirstHit { get; } = firstHit;

        public int PageView { get; } = pageView;

        /// <summary>The first hit of a later page view that sent it back on its own site.</summary>
        public long? BackAt { get; set; }

        /// <summary>The newest later page view on another site that did not send it.</summary>
        public (string Site, long Hit)? AwayFrom { get; set; }

        /// <summary>Whether it was sent on another site too.</summary>
        public bool Shared { get; set; }

        public bool Holds(string number) => _numbers.Contains(number);

        public void Add(string number, int most)
        {
            if (_numbers.Count < most)
            {
                _numbers.Add(number);
            }
        }
    }
}
