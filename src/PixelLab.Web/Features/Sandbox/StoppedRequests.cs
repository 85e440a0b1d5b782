using PixelLab.Core.Languages;
using PixelLab.Core.Yours;
using PixelLab.Core.Yours.Brought;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Features.Sandbox;

/// <summary>
/// What a learner's page would ask for and may not. It is read off the page's source: a report of the browser would need a script beside the learner's
/// own, or a way in for whoever likes to send reports, and would name nothing that was never tried, as what stands in <c>noscript</c>.
/// </summary>
/// <param name="Shown">The first of them.</param>
/// <param name="More">How many more there are.</param>
public sealed record StoppedRequests(IReadOnlyList<StoppedRequest> Shown, int More)
{
    /// <summary>The most that are shown; a real page's own tags are a handful.</summary>
    private const int Most = 30;

    /// <summary>Reads them off a page.</summary>
    /// <param name="html">The page, as it was written.</param>
    /// <param name="town">The seat that it runs in.</param>
    /// <param name="language">What is said is said in it.</param>
    public static StoppedRequests Of(string html, TownRequest town, Language language)
    {
        var page = new Uri(town.Url(Town.Sandbox.Name, "/"));
        var stopped = BroughtReader.RequestsOf(html, page, language).Where(request => SandboxPolicy.Stops(request, town.Address)).ToList();
        return new StoppedRequests(
            [.. stopped.Take(Most).Select(request => new StoppedRequest(request.Where, RequestReader.Explain(request, language), IsOfPage(request.Url, page)))],
            Math.Max(0, stopped.Count - Most));
    }

    private static bool IsOfPage(string url, Uri page) =>
        Uri.TryCreate(url, UriKind.Absolute, out var asked) && asked.Authority == page.Authority;
}

/// <summary>A request that the page may not make.</summary>
/// <param name="Where">Where it stands in the page.</param>
/// <param name="Request">What it would have told.</param>
/// <param name="IsOfPage">Whether it would have gone to the page's own host, as all that is written without a host does.</param>
public sealed record StoppedRequest(string Where, ExplainedRequest Request, bool IsOfPage);
