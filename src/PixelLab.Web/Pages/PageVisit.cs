using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Events;
using PixelLab.Core.Rules;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;
using PixelLab.Web.Limits;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Pages;

/// <summary>
/// One view of a site's page: it plants pixels, keeps the visit and what was planted, and only then shows the page, so
/// that no hit can come before its pixel is known.
/// </summary>
public sealed class PageVisit
{
    private const string IdLetters = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int IdLength = 10;

    private readonly HttpContext _context;
    private readonly List<PlantedPixel> _planted = [];
    private readonly Blocker? _blocker;

    private PageVisit(HttpContext context, SeatSettings settings)
    {
        Settings = settings;
        _context = context;
        Town = TownRequest.Of(context);
        Page = Kept(context.Request.Path.Value + context.Request.QueryString.Value);
        At = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        _blocker = settings.Blocker();
        var regime = settings.RegimeOf(Town.Host.Name);
        Consent = new SiteConsent(
            regime, ConsentCookie.Read(context.Request, Town, regime), context.Request.Headers["Sec-GPC"] == "1");
    }

    /// <summary>How the lab's switches stand for this seat.</summary>
    public SeatSettings Settings { get; }

    /// <summary>The colours that the page comes in: those that were chosen on the lab's pages, or the browser's.</summary>
    public string Colours => Settings.Value(SettingNames.Theme) is { Length: > 0 } theme ? theme : "light dark";

    /// <summary>How the visitor and this site stand to each other.</summary>
    public SiteConsent Consent { get; }

    /// <summary>This view's id; every pixel planted in it begins with it.</summary>
    public string Id { get; } = RandomNumberGenerator.GetString(IdLetters, IdLength);

    /// <summary>Where in the town the page lies.</summary>
    public TownRequest Town { get; }

    /// <summary>Path and query as the site knows them.</summary>
    public string Page { get; }

    /// <summary>When the page was asked for.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The page's title; set it before planting, since pixels report it.</summary>
    public string Title { get; set; } = "";

    /// <summary>The request, for forms and cookies of the site's own.</summary>
    public HttpContext Context => _context;

    /// <summary>Once the visit is kept, the cursor before it: from there on the dock follows what the page does.</summary>
    public Cursor Since { get; private set; }

    /// <summary>What has been planted so far.</summary>
    public IReadOnlyList<PlantedPixel> Planted => _planted;

    /// <summary>Lets an endpoint ask for it as a parameter.</summary>
    public static async ValueTask<PageVisit?> BindAsync(HttpContext context)
    {
        var readings = context.RequestServices.GetRequiredService<SeatReadings>();
        var settings = await readings.AskAsync(
            TownRequest.Of(context).Seat, (SeatSettings reading) => reading.Snapshot(), context.RequestAborted);
        return new PageVisit(context, settings);
    }

    /// <summary>
    /// Plants a vendor's pixel in this page. Where the visitor has not agreed or a switch of the lab stops it, the page
    /// will not carry it, and it is noted as missing at once.
    /// </summary>
    public PlantedPixel Plant(PixelTag tag)
    {
        var plant = $"{Id}.{_planted.Count + 1}";
        var vendor = Addressing.Town.Get(tag.Vendor);
        var context = new TagContext(
            plant, _context.Request.GetEncodedUrl(), Title, _context.Request.Headers.Referer.FirstOrDefault(), At, Consent);
        var url = Town.Url(tag.Host, tag.PathAndQuery(context));
        var scriptUrl = tag.Trigger == PixelTrigger.Script
            ? Town.Address.Origin(vendor) + Town.Address.Mount(vendor) + $"/built/{tag.Script}.js"
            : null;
        var (held, heldBy) = HeldBack(tag, url, scriptUrl);
        var referrerPolicy = Settings.Value(SettingNames.PixelReferrer) is { Length: > 0 } policy ? policy : null;
        var planted = new PlantedPixel(tag, plant, url, scriptUrl, held, heldBy, referrerPolicy, Consent);
        _planted.Add(planted);
        return planted;
    }

    /// <summary>
    /// Where a form of this page is sent. Of the forms of a page that gives no referrer, browsers say that they come from <c>null</c> (Fetch
    /// Standard section 3.2), as they say of a stranger's; so these bring a ticket along.
    /// </summary>
    /// <param name="path">The path on this host.</param>
    public string FormPath(string path) => Town.Path(Settings.Value(SettingNames.PageReferrer) == "no-referrer"
        ? path + (path.Contains('?', StringComparison.Ordinal) ? '&' : '?')
            + _context.RequestServices.GetRequiredService<DoorTicket>().ForForms(Town.Seat)
        : path);

    /// <summary>Keeps the visit, then shows the page.</summary>
    /// <typeparam name="TPage">The page's component; its parameter <c>Visit</c> is this.</typeparam>
    /// <param name="parameters">The component's other parameters.</param>
    /// <param name="status">The HTTP status of the page.</param>
    public async Task<RazorComponentResult<TPage>> ShowAsync<TPage>(
        IReadOnlyDictionary<string, object?>? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        await KeepAsync();
        _context.Response.Headers.CacheControl = "no-store";
        if (Settings.Value(SettingNames.PageReferrer) is { Length: > 0 } policy)
        {
            _context.Response.Headers["Referrer-Policy"] = policy;
        }

        return new RazorComponentResult<TPage>(
            new Dictionary<string, object?>(parameters ?? new Dictionary<string, object?>()) { ["Visit"] = this })
        {
            StatusCode = status,
        };
    }

    private async Task KeepAsync()
    {
        var log = _context.RequestServices.GetRequiredService<IEventWriter>();
        var visit = new Visit
        {
            At = At,
            Seat = Town.Seat,
            Site = Town.Host.Name,
            Page = Page,
            Title = Title,
            PageView = Id,
            Request = RequestCapture.CaptureHead(_context),
        };
        if (!_context.RequestServices.GetRequiredService<HitLimiter>().AdmitsBytes(
            _context, visit.Request.WrittenBytes + _planted.Sum(pixel => (long)Page.Length + pixel.Url.Length)))
        {
            // Its hits are not kept either, and say so.
            _context.RequestServices.GetRequiredService<Refusals>().Add(Budget.BytesOfAddress);
            return;
        }

        var kept = await log.AppendAsync(
            [visit, .. _planted.Select(AsEvent), .. _planted.Where(pixel => !pixel.IsInPage).Select(AsMissing)],
            CancellationToken.None);
        // Nothing is noted in a seat that is closed or full, and there is nothing to follow.
        Since = new Cursor(Math.Max(0, kept[0].Id - 1), _context.RequestServices.GetRequiredService<IEventReader>().End.Log);
    }

    private (MissingReason? Held, string? By) HeldBack(PixelTag tag, string url, string? scriptUrl)
    {
        if (!Consent.Allows(tag.Purpose))
        {
            return (MissingReason.RefusedConsent, Consent.Gpc && Consent.Regime == Regime.OptOut ? "Sec-GPC" : null);
        }

        return _blocker?.Stops(Town, url, scriptUrl, tag.Trigger) is { } rule ? (MissingReason.BlockedByRule, rule) : (null, null);
    }

    /// <summary>As much of an address as is written down of a page, and of each pixel in it once more.</summary>
    private static string Kept(string address) => RequestCapture.Shortened(address, TextLimits.PageAddress);

    private PixelPlanted AsEvent(PlantedPixel pixel) => new()
    {
        At = At,
        Seat = Town.Seat,
        Plant = pixel.Plant,
        PageView = Id,
        Site = Town.Host.Name,
        Page = Page,
        Vendor = pixel.Tag.Vendor,
        Event = pixel.Tag.Event,
        Trigger = pixel.Tag.Trigger,
        Url = Kept(pixel.Url),
    };

    private PixelMissing AsMissing(PlantedPixel pixel) => new()
    {
        At = At,
        Seat = Town.Seat,
        Plant = pixel.Plant,
        Site = Town.Host.Name,
        Page = Page,
        Vendor = pixel.Tag.Vendor,
        Event = pixel.Tag.Event,
        Reason = pixel.Held!.Value,
        Witness = MissingWitness.Lab,
        Detail = pixel.HeldBy,
    };
}
