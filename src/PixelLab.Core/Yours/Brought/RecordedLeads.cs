using PixelLab.Core.Explaining;
using PixelLab.Core.Yours.Known;

namespace PixelLab.Core.Yours.Brought;

/// <summary>What a recording tells of a request beside the request itself: the page during which it was made, and who led to it.</summary>
internal sealed class RecordedLeads
{
    /// <summary>The most pages that are remembered; a long day in a browser has some hundreds.</summary>
    private const int MostPages = 1_000;

    /// <summary>The most redirects that are remembered: where one leads is asked for at once.</summary>
    private const int MostRedirects = 64;

    /// <summary>The most characters of an address by which a redirect is known again.</summary>
    private const int LongestTarget = 16 * 1024;

    private readonly Dictionary<string, string> _pages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _redirects = new(StringComparer.Ordinal);

    /// <summary>Notes a page of the recording's own list. Chromium's browsers give it its address as its title; any other title tells no host.</summary>
    public void NotePage(string? name, string? title)
    {
        if (name is not null && WebAddress.IsOfTheWeb(title) && BroughtAddress.Read(PlainText.Head(title!, BroughtLimits.Url)).Host is { Length: > 0 } host)
        {
            Remember(PlainText.Head(name, BroughtLimits.Name), host);
        }
    }

    /// <summary>The request with what is known of it; it is asked for each in the order of the recording.</summary>
    public BroughtRequest Of(RecordedRequest recorded, BroughtRequest request)
    {
        var target = TargetOf(recorded, request.Url);
        return request with { PageHost = PageOf(recorded, request, target), Lead = LeadOf(recorded, request.Url, target) };
    }

    /// <summary>
    /// The host of the page in the window. A page's document changes it, and whoever only leads elsewhere does not: who is passed through on the way is
    /// none whom somebody went to see.
    /// </summary>
    private string? PageOf(RecordedRequest recorded, BroughtRequest request, string? target)
    {
        var name = recorded.PageName is { } page ? PlainText.Head(page, BroughtLimits.Name) : null;
        var known = name is null ? null : _pages.GetValueOrDefault(name);
        var host = BroughtAddress.Read(request.Url).Host;
        var isPage = IsDocument(request, isFirst: known is null)
            && (target is null || RegistrableDomain.Of(BroughtAddress.Read(target).Host) == RegistrableDomain.Of(host));
        if (!isPage)
        {
            return known;
        }

        if (name is not null)
        {
            Remember(name, host);
        }

        return host;
    }

    private void Remember(string page, string host)
    {
        if (_pages.Count < MostPages || _pages.ContainsKey(page))
        {
            _pages[page] = host;
        }
    }

    /// <summary>To an address that is not secure browsers do not say what for (Fetch Metadata, section 2.1); then only a window's first document is sure to be its page.</summary>
    private static bool IsDocument(BroughtRequest request, bool isFirst) =>
        Header(request, "Sec-Fetch-Dest") is { } wanted
            ? wanted == "document"
            : isFirst && Header(request, "Accept")?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;

    private static string? Header(BroughtRequest request, string name) =>
        request.Headers.FirstOrDefault(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)).Value;

    private RecordedLead? LeadOf(RecordedRequest recorded, string url, string? target)
    {
        var lead = _redirects.Remove(WithoutFragment(url), out var from) ? new RecordedLead(LeadMeans.Redirect, from)
            : recorded.IsByScript && (recorded.Caller ?? recorded.InitiatorUrl) is { } script ? new RecordedLead(LeadMeans.Script, script)
            : recorded.InitiatorUrl is { } document ? new RecordedLead(LeadMeans.Document, document)
            : null;
        if (target is { Length: <= LongestTarget })
        {
            if (_redirects.Count == MostRedirects)
            {
                _redirects.Clear();
            }

            _redirects[target] = PlainText.Head(url, BroughtLimits.LeadUrl);
        }

        return lead is not null && WebAddress.IsOfTheWeb(lead.Url) ? lead with { Url = PlainText.Head(lead.Url, BroughtLimits.LeadUrl) } : null;
    }

    private static string? TargetOf(RecordedRequest recorded, string url) =>
        recorded.RedirectsTo is { Length: > 0 and <= LongestTarget } to && Uri.TryCreate(url, UriKind.Absolute, out var from)
        && WebAddress.Of(to, from, out _) is { } target
            ? WithoutFragment(target)
            : null;

    private static string WithoutFragment(string url) => url.Split('#', 2)[0];
}
