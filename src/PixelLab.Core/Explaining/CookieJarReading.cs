using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Explaining.UserAgents;
using PixelLab.Core.Languages;
using PixelLab.Core.Readings;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Explaining;

/// <summary>
/// Tells from the advertising network's hits what kind of cookie jar a browser has. A fold, one state for each browser
/// (user agent and address); the browser that was last seen is the one the answer is about.
/// </summary>
public sealed class CookieJarReading : Reading
{
    /// <summary>The most browsers that are told apart; the one unseen for longest goes.</summary>
    private const int MostBrowsers = 32;

    /// <summary>The most page views whose order is remembered: far more than can still have hits on the way.</summary>
    private const int MostPageViews = 512;

    private readonly Dictionary<string, int> _pageViews = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldestPageViews = new();
    private readonly List<(string Key, UserAgent Agent, CookieJarEvidence Evidence)> _browsers = [];
    private int _lastPageView;

    /// <summary>The verdict after these events.</summary>
    public static CookieJar From(IEnumerable<LabEvent> events, Language language) => new CookieJarReading().AddAll(events).Snapshot(language);

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        switch (labEvent)
        {
            case Visit visit:
                OrderOf(visit.PageView);
                break;
            case PixelPlanted planted:
                OrderOf(planted.PageView);
                break;
            case Hit { Vendor: AdnetWire.VendorName, Site: not null } hit when IsBrowsersImage(hit) && PageViewOf(hit) is { } pageView:
                EvidenceOf(hit.Request).Add(hit, OrderOf(pageView));
                break;
        }
    }

    /// <summary>The verdict on the browser that was seen last, as of now.</summary>
    public CookieJar Snapshot(Language language)
    {
        if (_browsers.Count == 0)
        {
            var words = language[CookiesText.Words];
            return new CookieJar(CookieJarVerdict.Unknown, words["Jar.Nothing"], words["Jar.Nothing.Next"], [], null, null);
        }

        var (_, agent, evidence) = _browsers[^1];
        return evidence.Judge(language) with { Browser = agent.InWords(language) };
    }

    /// <summary>The verdicts on all browsers as of now, for hits of each.</summary>
    public Func<Hit, CookieJarVerdict> Verdicts()
    {
        var verdicts = _browsers.ToDictionary(browser => browser.Key, browser => browser.Evidence.Verdict, StringComparer.Ordinal);
        return hit => verdicts.GetValueOrDefault(KeyOf(hit.Request).Key);
    }

    private static (string Key, string UserAgent) KeyOf(CapturedRequest request)
    {
        var userAgent = PlainText.Head(request.Header("User-Agent") ?? "", TextLimits.UserAgent);
        return ($"{request.Address} {userAgent}", userAgent);
    }

    /// <summary>
    /// The page view that carried the pixel. A pixel without one proves nothing: its hit may have left before an earlier
    /// reply arrived.
    /// </summary>
    private static string? PageViewOf(Hit hit) =>
        VendorList.PlantOf(hit) is { Length: <= 64 } plant && plant.LastIndexOf('.') is > 0 and var dot ? plant[..dot] : null;

    /// <summary>A script's request may leave cookies out by its own choice, and what is no browser has no jar: so only browsers' images count.</summary>
    private static bool IsBrowsersImage(Hit hit) =>
        FetchReader.Of(hit) is { Means: FetchMeans.Image, IsNobodys: false, IsMailServices: false };

    private CookieJarEvidence EvidenceOf(CapturedRequest request)
    {
        var (key, userAgent) = KeyOf(request);
        var index = _browsers.FindIndex(browser => browser.Key == key);
        var browser = index < 0 ? (key, UserAgentReader.Read(userAgent), new CookieJarEvidence()) : _browsers[index];
        if (index >= 0)
        {
            _browsers.RemoveAt(index);
        }
        else if (_browsers.Count == MostBrowsers)
        {
            _browsers.RemoveAt(0);
        }

        _browsers.Add(browser);
        return browser.Item3;
    }

    /// <summary>The page view's place in the order in which pages were asked for.</summary>
    private int OrderOf(string pageView)
    {
        if (_pageViews.TryGetValue(pageView, out var order))
        {
            return order;
        }

        if (_pageViews.Count == MostPageViews)
        {
            _pageViews.Remove(_oldestPageViews.Dequeue());
        }

        _oldestPageViews.Enqueue(pageView);
        return _pageViews[pageView] = ++_lastPageView;
    }
}
