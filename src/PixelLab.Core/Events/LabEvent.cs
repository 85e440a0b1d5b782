using System.Text.Json.Serialization;

namespace PixelLab.Core.Events;

/// <summary>
/// Something that happened in a seat. The log of these is the one truth; everything the lab shows is a fold over it.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Visit), "visit")]
[JsonDerivedType(typeof(PixelPlanted), "planted")]
[JsonDerivedType(typeof(Hit), "hit")]
[JsonDerivedType(typeof(PixelMissing), "missing")]
[JsonDerivedType(typeof(RequestRefused), "refused")]
[JsonDerivedType(typeof(SettingChanged), "setting")]
[JsonDerivedType(typeof(ConsentChoice), "consent")]
[JsonDerivedType(typeof(AccountUsed), "account")]
[JsonDerivedType(typeof(AdServed), "ad")]
[JsonDerivedType(typeof(MailSent), "mail_sent")]
[JsonDerivedType(typeof(MailHandled), "mail")]
[JsonDerivedType(typeof(ExperimentStarted), "experiment")]
[JsonDerivedType(typeof(CookiesCleared), "cookies_cleared")]
[JsonDerivedType(typeof(PageWritten), "written")]
[JsonDerivedType(typeof(ThingsKept), "kept")]
[JsonDerivedType(typeof(CaseAnswered), "case")]
public abstract record LabEvent
{
    /// <summary>The event's place in the log, given by the log when it is kept; 0 before that. It only grows.</summary>
    [JsonIgnore]
    public long Id { get; init; }

    /// <summary>The learner's space it belongs to.</summary>
    [JsonIgnore]
    public SeatId Seat { get; init; }

    /// <summary>When it reached the lab, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// From when on its age counts, where that is not when it happened: a replay of last week is kept as long as what happens
    /// today. The log does not give it back.
    /// </summary>
    [JsonIgnore]
    public DateTimeOffset? KeptSince { get; init; }
}

/// <summary>A page of a site was asked for: the line a site's own server log would hold.</summary>
public sealed record Visit : LabEvent
{
    /// <summary>The site, for example <c>shop</c>.</summary>
    public required string Site { get; init; }

    /// <summary>Path and query as the site knows them, without the lab's seat.</summary>
    public required string Page { get; init; }

    /// <summary>The page's title.</summary>
    public required string Title { get; init; }

    /// <summary>The id of this one view of the page; every pixel planted in it begins with it.</summary>
    public required string PageView { get; init; }

    /// <summary>What the browser sent.</summary>
    public required CapturedRequest Request { get; init; }
}

/// <summary>A page that was just rendered carries a pixel; its hit may follow.</summary>
public sealed record PixelPlanted : LabEvent
{
    /// <summary>The value that changes each time and by which the hit is recognised.</summary>
    public required string Plant { get; init; }

    /// <summary>The page view that carries it.</summary>
    public required string PageView { get; init; }

    /// <summary>The site whose page carries it.</summary>
    public required string Site { get; init; }

    /// <summary>Path and query of that page.</summary>
    public required string Page { get; init; }

    /// <summary>The vendor it reports to.</summary>
    public required string Vendor { get; init; }

    /// <summary>The field's name for what it reports, for example <c>page_view</c>.</summary>
    public required string Event { get; init; }

    /// <summary>How it is fired.</summary>
    public required PixelTrigger Trigger { get; init; }

    /// <summary>Its address as planted; a script may add to it.</summary>
    public required string Url { get; init; }
}

/// <summary>What makes a planted pixel fire.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PixelTrigger>))]
public enum PixelTrigger
{
    /// <summary>An image in the HTML, fetched as the page loads.</summary>
    [JsonStringEnumMemberName("image")]
    Image,

    /// <summary>A vendor's script makes the image; without scripts a <c>noscript</c> image stands in.</summary>
    [JsonStringEnumMemberName("script")]
    Script,

    /// <summary>An image that the browser fetches only when it comes near the visible part of the page.</summary>
    [JsonStringEnumMemberName("lazy")]
    Lazy,

    /// <summary>A frame in the HTML, which holds a document of the vendor's: an ad.</summary>
    [JsonStringEnumMemberName("frame")]
    Frame,
}

/// <summary>A planted pixel's hit has not come, as far as known for a reason.</summary>
public sealed record PixelMissing : LabEvent
{
    /// <summary>The planted pixel.</summary>
    public required string Plant { get; init; }

    /// <summary>The site whose page carries it.</summary>
    public required string Site { get; init; }

    /// <summary>Path and query of that page.</summary>
    public required string Page { get; init; }

    /// <summary>The vendor it would have reported to.</summary>
    public required string Vendor { get; init; }

    /// <summary>The field's name for what it would have reported.</summary>
    public required string Event { get; init; }

    /// <summary>Why, as far as known.</summary>
    public required MissingReason Reason { get; init; }

    /// <summary>Who noticed: the page's dock in the browser, the server that waited, or the lab's own switch.</summary>
    public required MissingWitness Witness { get; init; }

    /// <summary>What stopped it in particular, for example the blocker's rule.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }
}

/// <summary>Why a planted pixel did not arrive.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MissingReason>))]
public enum MissingReason
{
    /// <summary>Nothing came and nobody could say why: images off, a blocker, or a program that fetches no images.</summary>
    [JsonStringEnumMemberName("no_request")]
    NoRequest,

    /// <summary>The browser loads no images at all.</summary>
    [JsonStringEnumMemberName("images_off")]
    ImagesOff,

    /// <summary>The browser or an extension stopped the request.</summary>
    [JsonStringEnumMemberName("blocked")]
    Blocked,

    /// <summary>The vendor's script never ran, so nothing fired the pixel.</summary>
    [JsonStringEnumMemberName("script_blocked")]
    ScriptBlocked,

    /// <summary>The pixel waits until the page is scrolled to it.</summary>
    [JsonStringEnumMemberName("not_scrolled_to")]
    NotScrolledTo,

    /// <summary>The page is in a background tab, and the pixel waits until somebody looks at it.</summary>
    [JsonStringEnumMemberName("not_looked_at")]
    NotLookedAt,

    /// <summary>The visitor has not agreed, or has said no, and the site keeps to it.</summary>
    [JsonStringEnumMemberName("refused_consent")]
    RefusedConsent,

    /// <summary>A rule of the lab's emulated blocker stopped it.</summary>
    [JsonStringEnumMemberName("blocked_by_rule")]
    BlockedByRule,

    /// <summary>The message that carries it has not been opened.</summary>
    [JsonStringEnumMemberName("unread")]
    Unread,

    /// <summary>The mail program shows no remote images until it is asked to.</summary>
    [JsonStringEnumMemberName("mail_images_off")]
    MailImagesOff,

    /// <summary>The mail program took the pixel out of the message.</summary>
    [JsonStringEnumMemberName("stripped")]
    Stripped,
}

/// <summary>Who noticed that a pixel is missing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MissingWitness>))]
public enum MissingWitness
{
    /// <summary>The dock on the page, which knows what the browser did with the image.</summary>
    [JsonStringEnumMemberName("page")]
    Page,

    /// <summary>The server, after waiting.</summary>
    [JsonStringEnumMemberName("server")]
    Server,

    /// <summary>The lab, which kept the pixel out of the page because of one of its switches.</summary>
    [JsonStringEnumMemberName("lab")]
    Lab,
}

/// <summary>A request that the lab turned away; noted once per address, seat and minute and with a bound for each address, so a flood is a few lines.</summary>
public sealed record RequestRefused : LabEvent
{
    /// <summary>The reason where the seat, or the whole lab, holds as much as it may.</summary>
    public const string Full = "full";

    /// <summary>The vendor that was asked; null where the server read too little of the request to tell.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Vendor { get; init; }

    /// <summary>The address that asked.</summary>
    public required string Address { get; init; }

    /// <summary>Why, as a code: <c>too_many_hits</c>, <c>too_many_bytes</c>, <c>full</c>, <c>target_too_long</c> or <c>headers_too_large</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>The bound that was reached: hits or bytes a minute, or bytes.</summary>
    public required long Limit { get; init; }
}
