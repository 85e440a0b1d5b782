using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Vendors.Adnet;

/// <summary>An advertising network. Its parameters carry the names that Meta's pixel requests use.</summary>
public sealed class AdnetWire : IVendorWire
{
    /// <summary>The vendor's name.</summary>
    public const string VendorName = "adnet";

    /// <summary>The cookie that follows a browser across sites where third-party cookies are allowed.</summary>
    public const string IdCookie = "anid";

    /// <summary>Its twin for browsers that keep a jar per site (CHIPS, <c>Partitioned</c>).</summary>
    public const string PartitionedIdCookie = "anid_p";

    /// <inheritdoc />
    public string Name => VendorName;

    /// <inheritdoc />
    public string Title => "AdNet";

    /// <inheritdoc />
    public int Place => 4;

    /// <inheritdoc />
    /// <remarks>A target, for it aims.</remarks>
    public VendorMark Mark { get; } = new("#9a2a78", "#f39ad6", "M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M6.5 8a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0");

    /// <inheritdoc />
    public IReadOnlyList<string> BlockRules { get; } = ["||adnet."];

    /// <inheritdoc />
    public VendorDisclosure Disclosure { get; } = new(
        AdnetText.Words,
        Purposes.Advertising,
        ["page", "product", "cart", "account", "browser"],
        [new(IdCookie, "id", 400), new(PartitionedIdCookie, "jar", 400), new(ClickId.Cookie, "click", 90)]);

    /// <inheritdoc />
    public WordFile Words => AdnetText.Words;

    /// <inheritdoc />
    public string EventOf(CapturedRequest request) => request.Path switch
    {
        AdnetPaths.Slot => VendorEvents.AdRequest,
        AdnetPaths.Banner or AdnetPaths.Impression => VendorEvents.AdImpression,
        AdnetPaths.Viewable => VendorEvents.AdViewable,
        AdnetPaths.Click => VendorEvents.AdClick,
        CookieMatch.Path => VendorEvents.CookieMatch,
        _ => EventNamed(request.Parameter("ev")),
    };

    /// <summary>The field's name for the vendor's own name of an event.</summary>
    public static string EventNamed(string? name) => name switch
    {
        "PageView" => VendorEvents.PageView,
        "ViewContent" => VendorEvents.ViewItem,
        "ViewCategory" => VendorEvents.ViewItemList,
        "AddToCart" => VendorEvents.AddToCart,
        "Like" => VendorEvents.Like,
        "Share" => VendorEvents.Share,
        "Search" => VendorEvents.Search,
        "InitiateCheckout" => VendorEvents.BeginCheckout,
        "Purchase" => VendorEvents.Purchase,
        "CompleteRegistration" or "Subscribe" => VendorEvents.SignUp,
        "Login" => VendorEvents.Login,
        "AdSlot" => VendorEvents.AdSlot,
        _ => VendorEvents.Unknown,
    };

    /// <inheritdoc />
    public VendorReply ReplyOf(Hit hit) => hit.Request.Path switch
    {
        AdnetPaths.Slot => VendorReply.Page,
        AdnetPaths.Banner => VendorReply.Picture,
        AdnetPaths.Click => VendorReply.Redirect,
        CookieMatch.Path when CookieMatch.SendsOn(this, hit) => VendorReply.Redirect,
        _ => VendorReply.Image,
    };

    /// <inheritdoc />
    public string? PlantOf(CapturedRequest request) => request.Parameter("eid");

    /// <inheritdoc />
    public string? PageOf(CapturedRequest request) => request.Parameter("dl");

    /// <inheritdoc />
    public string? TitleOf(CapturedRequest request) => request.Parameter("cd[content_name]");

    /// <inheritdoc />
    public string? ReferrerOf(CapturedRequest request) => request.Parameter("rl");

    /// <inheritdoc />
    public string? PersonOf(CapturedRequest request) => request.Parameter("ud[em]");

    /// <inheritdoc />
    public EventDetail DetailOf(CapturedRequest request) => CookieMatch.IsStep(request) ? CookieMatch.DetailOf(request) : new()
    {
        Subject = Filled(request, "cd[content_name]") ?? Filled(request, "cd[search_string]") ?? Filled(request, "cd[content_category]"),
        Worth = Filled(request, "cd[value]") is { } value ? $"{value} {request.Parameter("cd[currency]")}".TrimEnd() : null,
    };

    /// <inheritdoc />
    public HitMention? MentionOf(Hit hit) => EventOf(hit.Request) == VendorEvents.AdClick
        ? ClickId.Parse(new ClickId(hit.Request.Parameter("ad") ?? "", hit.Id).ToString())?.Mention
        : null;

    /// <inheritdoc />
    public IReadOnlyList<VendorParameter> Parameters => AdnetParameters.All;

    /// <inheritdoc />
    public IReadOnlyList<VendorParameter> ParametersOf(CapturedRequest request) =>
        CookieMatch.IsStep(request) ? AdnetParameters.OfMatches : AdnetParameters.All;

    /// <inheritdoc />
    public IReadOnlyList<VendorCookie> Cookies { get; } =
    [
        new(IdCookie, OnlyThisSite: false),
        new(PartitionedIdCookie, OnlyThisSite: true),
    ];

    /// <inheritdoc />
    public IReadOnlyList<string> LinkMarks { get; } = [ClickId.Parameter];

    /// <inheritdoc />
    public CookieMatch Match { get; } = new(Partner: "broker", Starts: true);

    private static string? Filled(CapturedRequest request, string name) =>
        request.Parameter(name) is { Length: > 0 } value ? value : null;
}
