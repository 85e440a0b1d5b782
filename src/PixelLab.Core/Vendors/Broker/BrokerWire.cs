using PixelLab.Core.Events;
using PixelLab.Core.Languages;

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
    public WordFile Words => BrokerText.Words;

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
    public EventDetail DetailOf(CapturedRequest request) =>
        request.Path == MatchTable.Path ? MatchPartners.DetailOf(request) : EventDetail.None;

    /// <inheritdoc />
    public IReadOnlyList<VendorParameter> Parameters { get; } =
    [
        new("partner", ParameterOrigin.Bookkeeping, ValueKind.Text),
        new("id", ParameterOrigin.PartnersId, ValueKind.Code),
        new("eid", ParameterOrigin.Bookkeeping, ValueKind.Plant),
    ];

    /// <inheritdoc />
    public IReadOnlyList<VendorCookie> Cookies { get; } =
    [
        new(IdCookie, OnlyThisSite: false),
        new(PartitionedIdCookie, OnlyThisSite: true),
    ];
}
