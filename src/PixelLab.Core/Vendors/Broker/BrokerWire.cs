using PixelLab.Core.Events;

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
    public string EventOf(CapturedRequest request) =>
        request.Path == MatchTable.Path ? VendorEvents.CookieMatch : VendorEvents.Unknown;

    /// <inheritdoc />
    public VendorReply ReplyOf(Hit hit) =>
        hit.Request.Path == MatchTable.Path && MatchPartners.SendsOn(hit) ? VendorReply.Redirect : VendorReply.Image;

    /// <inheritdoc />
    public string? PlantOf(CapturedRequest request) => request.Parameter("eid");

    /// <inheritdoc />
    public string? PageOf(CapturedRequest request) => null;

    /// <inheritdoc />
    public string? TitleOf(CapturedRequest request) => null;

    /// <inheritdoc />
    public IReadOnlyList<VendorParameter> Parameters { get; } =
    [
        new("partner", ParameterOrigin.Bookkeeping, ValueKind.Text, "The company that sent your browser on to here"),
        new("id", ParameterOrigin.Bookkeeping, ValueKind.Code, "That company’s number for you. The broker notes it beside its own, and from then on each can ask the other about you"),
        new("eid", ParameterOrigin.Bookkeeping, ValueKind.Plant, "The number of the pixel that started the redirects"),
    ];

    /// <inheritdoc />
    public IReadOnlyList<VendorCookie> Cookies { get; } =
    [
        new(IdCookie, OnlyThisSite: false,
            "The broker’s number for this browser. You have never opened a page of the broker’s; redirects brought your browser there."),
        new(PartitionedIdCookie, OnlyThisSite: true,
            "The broker’s number for this browser on this one site (a “Partitioned” cookie). On another site the browser has another number."),
    ];
}
