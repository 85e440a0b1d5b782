using PixelLab.Core.Explaining;
using PixelLab.Core.Yours.Known;

namespace PixelLab.Core.Yours.Brought;

/// <summary>What a recording tells of a request beside the request itself: the page during which it was made, and who led to it.</summary>
internal sealed class RecordedLeads
{
    /// <summary>The most pages that are remembered; a long day in a browser has some hundreds.</summary>
    private const int MostPages = 1_000;

    /// <summary>The most hosts of which is remembered where they were asked for; a long day in a browser has some thousands.</summary>
    private const int MostHosts = 10_000;

    /// <summary>The most redirects that are remembered: where one leads is asked for at once.</summary>
    private const int MostRedirects = 64;

    /// <summary>The most characters of an address by which a redirect is known again.</summary>
    private const int LongestTarget = 16 * 1024;

    /// <summary>By a page's name in the recording, the host that its title tells. Firefox has one page for all of a recording, with the address that was open last.</summary>
    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal);

    /// <summary>By the same name, the host of the document that was opened last.</summary>
    private readonly Dictionary<string, string> _documents = new(StringComparer.Ordinal);

    /// <summary>By host, the page during which it was asked for: itself where it was opened as a page, and for a frame or a style sheet the page around it.</summary>
    private readonly Dictionary<string, string> _askedOn = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _redirects = new(StringComparer.Ordinal);

    /// <summary>Notes a page of the recording's own list. Chromium's browsers give it its address as its title; any other title tells no host.</summary>
    public void NotePage(string? name, string? title)
    {
        if (name is not null && WebAddress.IsOfTheWeb(title) && BroughtAddress.Read(PlainText.Head(title!, BroughtLimits.Url)).Host is { Length: > 0 } host)
        {
            Remember(_titles, MostPages, PlainText.Head(name, BroughtLimits.Name), host);
        }
    }

    /// <summary>The request with what is known of it; it is asked for each in the order of the recording.</summary>
    public BroughtRequest Of(RecordedRequest recorded, BroughtRequest request)
    {
        var target = TargetOf(recorded, request.Url);
        return request with { PageHost = PageOf(recorded, request, target), Lead = LeadOf(recorded, request.Url, target), IsForDocument = recorded.IsForDocument };
    }

    /// <summary>
    /// The host of the page that it was asked for on. A page's document is one, and whoever only leads elsewhere is not: who is passed through on the
    /// way is none whom somebody went to see. Any other request says by itself whose page asked, before the window or its title does.
    /// </summary>
    private string? PageOf(RecordedRequest recorded, BroughtRequest request, string? target)
    {
        var name = recorded.PageName is { } page ? PlainText.Head(page, BroughtLimits.Name) : "";
        var (document, title) = (_documents.GetValueOrDefault(name), _titles.GetValueOrDefault(name));
        var host = BroughtAddress.Read(request.Url).Host;
        var wanted = Header(request, "Sec-Fetch-Dest");
        if (IsDocument(request, wanted, isFirst: document is null && (title is null || Header(request, "Referer") is null))
            && (target is null || RegistrableDomain.Of(BroughtAddress.Read(target).Host) == RegistrableDomain.Of(host)))
        {
            if (name.Length > 0)
            {
                Remember(_documents, MostPages, name, host);
            }

            Remember(_askedOn, MostHosts, host, host);
            return host;
        }

        var askedOn = AskedBy(recorded, request, document) ?? document ?? title;
        // A page that was opened stays one, until somebody shows it in a frame.
        if (askedOn is not null && (wanted is "iframe" or "frame" || _askedOn.GetValueOrDefault(host) != host))
        {
            Remember(_askedOn, MostHosts, host, askedOn);
        }

        return askedOn;
    }

    /// <summary>The page of whoever asked, as the request says it. Before a window's first document whoever is named first is taken for the page.</summary>
    private string? AskedBy(RecordedRequest recorded, BroughtRequest request, string? document)
    {
        foreach (var by in (ReadOnlySpan<string?>)[Header(request, "Referer"), Header(request, "Origin"), recorded.IsByScript ? null : recorded.InitiatorUrl])
        {
            if (WebAddress.IsOfTheWeb(by) && BroughtAddress.Read(PlainText.Head(by!, BroughtLimits.Url)).Host is { Length: > 0 } host)
            {
                return host == document ? host : _askedOn.GetValueOrDefault(host) ?? (document is null ? host : null);
            }
        }

        return null;
    }

    private static void Remember(Dictionary<string, string> hosts, int most, string name, string host)
    {
        if (hosts.Count < most || hosts.ContainsKey(name))
        {
            hosts[name] = host;
        }
    }

    /// <summary>To an address that is not secure browsers do not say what for (Fetch Metadata, section 2.1); then only a window's first document is sure to be its page.</summary>
    private static bool IsDocument(BroughtRequest request, string? wanted, bool isFirst) =>
        wanted is not null ? wanted == "document" : isFirst && Header(request, "Accept")?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;

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
