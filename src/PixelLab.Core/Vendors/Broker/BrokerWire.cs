using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Vendors.Broker;

/// <summary>A company that no page names: it learns of visitors only through redirects from others.</summary>
public sealed class BrokerWire : IVendorWire
{
    /// <summary>The vendor's name.</summary>
    public const string VendorName = "broker";

    /// <summary>The cookie that follows a browser across sites where third-party cookies are allowed.</summary>
    public const string IdCookie = "brid";

    /// <summary>Its twin for browsers that keep a jar per site.</summary>
    public const string PartitionedIdCookie = "brid_p";

    /// <inheritdoc />
    public string Name => VendorName;

    /// <inheritdoc />
    public string Title => "Broker";

    /// <inheritdoc />
    public int Place => 9;

    /// <inheritdoc />
    /// <remarks>Two ways, for it exchanges.</remarks>
    public VendorMark Mark { get; } = new("#6a3fb0", "#c6a8ff", "M2 6h11l-3-3M14 10H3l3 3");

    /// <inheritdoc />
    public IReadOnlyList<string> BlockRules { get; } = ["||broker."];

    /// <inheritdoc />
    public VendorDisclosure Disclosure { get; } = new(
        BrokerText.Words, Purposes.Advertising, ["number", "browser"], [new(IdCookie, "id", 400), new(PartitionedIdCookie, "jar", 400)]);

    /// <inheritdoc />
    public WordFile Words => BrokerText.Words;

    /// <inheritdoc />
    public string EventOf(CapturedRequest request) =>
        CookieMatch.IsStep(request) ? VendorEvents.CookieMatch : VendorEvents.Unknown;

    /// <inheritdoc />
    public VendorReply ReplyOf(Hit hit) =>
        CookieMatch.IsStep(hit.Request) && CookieMatch.SendsOn(this, hit) ? VendorReply.Redirect : VendorReply.Image;

    /// <inheritdoc />
    public string? PlantOf(CapturedRequest request) => request.Parameter("eid");

    /// <inheritdoc />
    public string? PageOf(CapturedRequest request) => null;

    /// <inheritdoc />
    public string? TitleOf(CapturedRequest request) => null;

    /// <inheritdoc />
    public EventDetail DetailOf(CapturedRequest request) =>
        CookieMatch.IsStep(request) ? CookieMatch.DetailOf(request) : EventDetail.None;

    /// <inheritdoc />
    public IReadOnlyList<VendorParameter> Parameters { get; } =
    [
        new("partner", ParameterOrigin.Bookkeeping, ValueKind.Text),
        new("id", ParameterOrigin.PartnersId, ValueKind.Code) { Tells = Telling.PartnersNumber },
        new("eid", ParameterOrigin.Bookkeeping, ValueKind.Plant),
    ];

    /// <inheritdoc />
    public IReadOnlyList<VendorCookie> Cookies { get; } =
    [
        new(IdCookie, OnlyThisSite: false),
        new(PartitionedIdCookie, OnlyThisSite: true),
    ];

    /// <inheritdoc />
    public CookieMatch Match { get; } = new(Partner: "adnet", Starts: false);
}
