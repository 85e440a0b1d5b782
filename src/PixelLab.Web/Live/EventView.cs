using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;

namespace PixelLab.Web.Live;

/// <summary>
/// An event as the API and the hub send it: each kind with what it has, and nothing else. What an event of the kind may lack is left out.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(HitView), "hit")]
[JsonDerivedType(typeof(VisitView), "visit")]
[JsonDerivedType(typeof(PlantedView), "planted")]
[JsonDerivedType(typeof(MissingView), "missing")]
[JsonDerivedType(typeof(RefusedView), "refused")]
[JsonDerivedType(typeof(SettingView), "setting")]
[JsonDerivedType(typeof(ConsentView), "consent")]
[JsonDerivedType(typeof(AccountView), "account")]
[JsonDerivedType(typeof(AdView), "ad")]
[JsonDerivedType(typeof(MailSentView), "mail_sent")]
[JsonDerivedType(typeof(MailView), "mail")]
[JsonDerivedType(typeof(ExperimentStartedView), "experiment")]
[JsonDerivedType(typeof(CookiesClearedView), "cookies_cleared")]
[JsonDerivedType(typeof(WrittenView), "written")]
[JsonDerivedType(typeof(KeptView), "kept")]
[JsonDerivedType(typeof(CaseView), "case")]
[JsonDerivedType(typeof(ErasedView), "erased")]
public abstract record EventView
{
    private static readonly FrozenDictionary<Type, string> Kinds = typeof(EventView).GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)
        .ToFrozenDictionary(kind => kind.DerivedType, kind => (string)kind.TypeDiscriminator!);

    /// <summary>The event's place in the log; it only grows.</summary>
    public required long Id { get; init; }

    /// <summary>
    /// The cursor after this event. Over the hub only: an answer of the API has one for all its events. Left out where one seat of many is erased,
    /// which says nothing of the others' events.
    /// </summary>
    public string? Cursor { get; init; }

    /// <summary>When it reached the lab, ISO 8601 UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The seat it belongs to.</summary>
    public required string Seat { get; init; }

    /// <summary>What happened, as it is written on the wire.</summary>
    [JsonIgnore]
    public string Kind => Kinds[GetType()];
}

/// <summary>What hits and visits have in common: a request, as it came.</summary>
public abstract record RequestView : EventView
{
    /// <summary>Path and query of the page on its site, without the lab's seat; of a hit, as far as it tells.</summary>
    public string? Page { get; init; }

    /// <summary>The page's title; of a hit, as far as it tells.</summary>
    public string? Title { get; init; }

    /// <summary>The request's method.</summary>
    public required string Method { get; init; }

    /// <summary>The URL as requested.</summary>
    public required string Url { get; init; }

    /// <summary>The path as the vendor or site knows it, without the lab's seat.</summary>
    public required string Path { get; init; }

    /// <summary>The query's pairs, in order.</summary>
    public required IReadOnlyList<NameValue> Query { get; init; }

    /// <summary>The cookies that were sent, in order.</summary>
    public required IReadOnlyList<NameValue> Cookies { get; init; }

    /// <summary>The address the request came from.</summary>
    public required string Address { get; init; }

    /// <summary>The protocol, for example <c>HTTP/1.1</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>Bytes of the request's head on the wire.</summary>
    public required int HeadBytes { get; init; }

    /// <summary>Bytes of the request's body.</summary>
    public required int BodyBytes { get; init; }

    /// <summary>What was cut or could not be read, as codes.</summary>
    public IReadOnlyList<string>? Notes { get; init; }

    /// <summary>The header lines, in order. Not sent over the hub: a list of rows has no use for them.</summary>
    public IReadOnlyList<NameValue>? Headers { get; init; }

    /// <summary>The request's head as text. Not sent over the hub.</summary>
    public string? Head { get; init; }

    /// <summary>The request's body as text. Not sent over the hub.</summary>
    public string? Body { get; init; }
}

/// <summary>A request that reached a pixel, with what was answered and what it tells.</summary>
public sealed record HitView : RequestView
{
    /// <summary>The vendor whose pixel it reached.</summary>
    public required string Vendor { get; init; }

    /// <summary>The site whose page the pixel was on, as far as the hit tells.</summary>
    public string? Site { get; init; }

    /// <summary>The field's name for what is reported, for example <c>page_view</c>.</summary>
    public required string Event { get; init; }

    /// <summary>The same in plain words, as what somebody did.</summary>
    public required string EventInWords { get; init; }

    /// <summary>Who did, as the seat's owner is told; left out where nobody did anything, or where the words say who.</summary>
    public string? Who { get; init; }

    /// <summary>Who made the request.</summary>
    public required FetchedBy By { get; init; }

    /// <summary>What stands beside it in a list.</summary>
    public required IReadOnlyList<HitBadge> Badges { get; init; }

    /// <summary>How long the page was in view since that was last told, in milliseconds; left out for any other event.</summary>
    public double? Engaged { get; init; }

    /// <summary>The planted pixel that it belongs to, where it carries one's value.</summary>
    public string? Plant { get; init; }

    /// <summary>The <c>Set-Cookie</c> values of the reply, in order.</summary>
    public required IReadOnlyList<string> SetCookies { get; init; }

    /// <summary>Who made the request, and what the company was told by it. Not sent over the hub.</summary>
    public HitAccount? Account { get; init; }

    /// <summary>Every field with where it came from, what it gives away and what would stop it. Not sent over the hub.</summary>
    public IReadOnlyList<ExplainedField>? Explained { get; init; }

    /// <summary>The cookies set in reply, explained. Not sent over the hub.</summary>
    public IReadOnlyList<ExplainedField>? CookiesSet { get; init; }

    /// <summary>The notes in plain words. Not sent over the hub.</summary>
    public IReadOnlyList<string>? NotesInWords { get; init; }

    /// <summary>What was answered. Not sent over the hub.</summary>
    public ReplyView? Reply { get; init; }
}

/// <summary>A page of a site was asked for.</summary>
public sealed record VisitView : RequestView
{
    /// <summary>The site.</summary>
    public required string Site { get; init; }

    /// <summary>The id of this one view of the page.</summary>
    public required string PageView { get; init; }
}

/// <summary>A page that was just rendered carries a pixel; its hit may follow.</summary>
public sealed record PlantedView : EventView
{
    /// <summary>The planted pixel, by the value that its hit carries too.</summary>
    public required string Plant { get; init; }

    /// <summary>The id of the view of the page that carries it.</summary>
    public required string PageView { get; init; }

    /// <summary>The site whose page carries it.</summary>
    public required string Site { get; init; }

    /// <summary>Path and query of that page.</summary>
    public required string Page { get; init; }

    /// <summary>The vendor it reports to.</summary>
    public required string Vendor { get; init; }

    /// <summary>The field's name for what it reports.</summary>
    public required string Event { get; init; }

    /// <summary>The same in plain words, as what somebody did.</summary>
    public required string EventInWords { get; init; }

    /// <summary>Who is to do it, as the seat's owner is told; left out where nobody has to do anything.</summary>
    public string? Who { get; init; }

    /// <summary>How it is fired.</summary>
    public required PixelTrigger Trigger { get; init; }

    /// <summary>Its address as planted.</summary>
    public required string Url { get; init; }
}

/// <summary>A planted pixel's hit has not come.</summary>
public sealed record MissingView : EventView
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

    /// <summary>The same in plain words, as what somebody did.</summary>
    public required string EventInWords { get; init; }

    /// <summary>Who is to do it, as the seat's owner is told; left out where nobody has to do anything.</summary>
    public string? Who { get; init; }

    /// <summary>Why, as far as known.</summary>
    public required MissingReason Reason { get; init; }

    /// <summary>Who noticed.</summary>
    public required MissingWitness Witness { get; init; }

    /// <summary>What stopped it in particular, where that is known.</summary>
    public string? Detail { get; init; }
}

/// <summary>A request that the lab turned away.</summary>
public sealed record RefusedView : EventView
{
    /// <summary>The vendor that was asked, where the server read enough to tell.</summary>
    public string? Vendor { get; init; }

    /// <summary>The address that asked.</summary>
    public required string Address { get; init; }

    /// <summary>Why: <c>too_many_hits</c>, <c>too_many_bytes</c>, <c>full</c>, <c>target_too_long</c> or <c>headers_too_large</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>The bound that was reached: hits or bytes a minute, or bytes.</summary>
    public required long Limit { get; init; }
}

/// <summary>A switch of the lab was turned.</summary>
public sealed record SettingView : EventView
{
    /// <summary>The switch.</summary>
    public required string Name { get; init; }

    /// <summary>Its new value.</summary>
    public required string Value { get; init; }
}

/// <summary>A visitor chose at a site's banner, or took a choice back.</summary>
public sealed record ConsentView : EventView
{
    /// <summary>The site that asked.</summary>
    public required string Site { get; init; }

    /// <summary>The banner's kind.</summary>
    public required string Regime { get; init; }

    /// <summary>The purposes agreed to.</summary>
    public required IReadOnlyList<string> Granted { get; init; }

    /// <summary>The purposes refused.</summary>
    public required IReadOnlyList<string> Denied { get; init; }

    /// <summary>How, as a code.</summary>
    public required string How { get; init; }
}

/// <summary>A visitor used an account of a site as one of the invented people.</summary>
public sealed record AccountView : EventView
{
    /// <summary>The site.</summary>
    public required string Site { get; init; }

    /// <summary>The invented person's key.</summary>
    public required string Person { get; init; }

    /// <summary><c>log_in</c>, <c>log_out</c> or <c>sign_up</c>.</summary>
    public required string How { get; init; }
}

/// <summary>An ad was put into a slot.</summary>
public sealed record AdView : EventView
{
    /// <summary>The site with the slot.</summary>
    public required string Site { get; init; }

    /// <summary>The network that chose the ad.</summary>
    public required string Vendor { get; init; }

    /// <summary>The id of this one showing.</summary>
    public required string Ad { get; init; }

    /// <summary>The campaign it belongs to.</summary>
    public required string Campaign { get; init; }

    /// <summary>The product it shows, where it shows one.</summary>
    public string? Product { get; init; }

    /// <summary>The slot's name on the site.</summary>
    public required string Slot { get; init; }

    /// <summary>The page view it was shown in, where the request told.</summary>
    public string? PageView { get; init; }

    /// <summary>Why this ad: <c>retargeting</c>, <c>interest</c>, <c>context</c> or <c>house</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>The hits that led to it, by their ids.</summary>
    public required IReadOnlyList<long> Because { get; init; }
}

/// <summary>The email service sent a message.</summary>
public sealed record MailSentView : EventView
{
    /// <summary>The service.</summary>
    public required string Vendor { get; init; }

    /// <summary>The message.</summary>
    public required string Mail { get; init; }

    /// <summary>The mailing.</summary>
    public required string Campaign { get; init; }

    /// <summary>The message's subject.</summary>
    public required string Title { get; init; }

    /// <summary>The invented recipient's key.</summary>
    public required string Person { get; init; }
}

/// <summary>What really happened to a message.</summary>
public sealed record MailView : EventView
{
    /// <summary>The site with the inbox.</summary>
    public required string Site { get; init; }

    /// <summary>The message.</summary>
    public required string Mail { get; init; }

    /// <summary>What was done, as a code.</summary>
    public required string How { get; init; }

    /// <summary>The kind of mail program.</summary>
    public required string Client { get; init; }
}

/// <summary>A person is about to try something.</summary>
public sealed record ExperimentStartedView : EventView
{
    /// <summary>What is tried.</summary>
    public required string Name { get; init; }
}

/// <summary>A person let the lab clear the town's cookies.</summary>
public sealed record CookiesClearedView : EventView;

/// <summary>A learner wrote a page of their own.</summary>
public sealed record WrittenView : EventView
{
    /// <summary>How long the page is, in characters.</summary>
    public required int BodyBytes { get; init; }
}

/// <summary>A person keeps something of their own web, which nobody else can open.</summary>
public sealed record KeptView : EventView;

/// <summary>Something was said at the desk of the case. What it was stays in the log.</summary>
public sealed record CaseView : EventView
{
    /// <summary>The step: <c>findings</c>, <c>stop</c>, <c>friend</c> or <c>closed</c>.</summary>
    public required string Name { get; init; }
}

/// <summary>All the seat's events up to this id are gone for good. Over the hub only: it is told to whoever follows, and never kept.</summary>
public sealed record ErasedView : EventView
{
    /// <summary>
    /// Whether the lab has another log than the cursor is of, so that all comes from the beginning; left out where somebody erased the seat. For
    /// whoever follows many seats it is said once, and <c>seat</c> is empty.
    /// </summary>
    public bool? NewLog { get; init; }
}
