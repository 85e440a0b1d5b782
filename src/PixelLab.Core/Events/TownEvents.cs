using System.Text.Json.Serialization;

namespace PixelLab.Core.Events;

/// <summary>A switch of the lab was turned: a site's banner, a defence, the mail program.</summary>
public sealed record SettingChanged : LabEvent
{
    /// <summary>The switch, as <c>SettingNames</c> writes it.</summary>
    public required string Name { get; init; }

    /// <summary>Its new value.</summary>
    public required string Value { get; init; }
}

/// <summary>A visitor chose at a site's banner, or took a choice back.</summary>
public sealed record ConsentChoice : LabEvent
{
    /// <summary>The site that asked.</summary>
    public required string Site { get; init; }

    /// <summary>The banner's kind, as <c>Regime</c> writes it.</summary>
    public required string Regime { get; init; }

    /// <summary>The purposes agreed to.</summary>
    public required IReadOnlyList<string> Granted { get; init; }

    /// <summary>The purposes refused.</summary>
    public required IReadOnlyList<string> Denied { get; init; }

    /// <summary>How: <c>accept_all</c>, <c>refuse_all</c>, <c>choose</c>, <c>withdraw</c>, <c>opt_out</c>, <c>opt_in</c>, <c>noted</c>.</summary>
    public required string How { get; init; }
}

/// <summary>A visitor used an account of a site as one of the invented people.</summary>
public sealed record AccountUsed : LabEvent
{
    /// <summary>The site.</summary>
    public required string Site { get; init; }

    /// <summary>The invented person's key.</summary>
    public required string Person { get; init; }

    /// <summary><c>log_in</c>, <c>log_out</c> or <c>sign_up</c>.</summary>
    public required string Action { get; init; }
}

/// <summary>An ad was put into a slot, with the reason the network had.</summary>
public sealed record AdServed : LabEvent
{
    /// <summary>The id of this one showing; its impression, clicks and conversions carry it.</summary>
    public required string Ad { get; init; }

    /// <summary>The campaign it belongs to.</summary>
    public required string Campaign { get; init; }

    /// <summary>The product it shows, where it shows one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Product { get; init; }

    /// <summary>The site with the slot.</summary>
    public required string Site { get; init; }

    /// <summary>The slot's name on the site.</summary>
    public required string Slot { get; init; }

    /// <summary>The page view it was shown in, where the request told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PageView { get; init; }

    /// <summary>Why: <c>retargeting</c>, <c>interest</c>, <c>context</c> or <c>house</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>The ids of the hits that led to it, oldest first.</summary>
    public IReadOnlyList<long> Because { get; init; } = [];

    /// <summary>The number by which the network knew the browser, where a cookie came with the request.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Visitor { get; init; }
}

/// <summary>The email service sent a message to the seat's inbox.</summary>
public sealed record MailSent : LabEvent
{
    /// <summary>The message's id, unguessable, which its pixel and links carry.</summary>
    public required string Mail { get; init; }

    /// <summary>The mailing: its name in <c>Mailings</c>.</summary>
    public required string Campaign { get; init; }

    /// <summary>Its subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The invented recipient's key.</summary>
    public required string Person { get; init; }
}

/// <summary>What really happened to a message, as the lab saw it: the truth beside what the sender believes.</summary>
public sealed record MailHandled : LabEvent
{
    /// <summary>The message.</summary>
    public required string Mail { get; init; }

    /// <summary><c>opened</c>, <c>images_shown</c>, <c>plain_text</c>, <c>unsubscribed</c>, <c>prefetched</c>, <c>downloaded</c>, <c>sent_on</c>.</summary>
    public required string What { get; init; }

    /// <summary>The kind of mail program, as the switch stood.</summary>
    public required string Client { get; init; }
}

/// <summary>A person is about to try something, to see who still recognises them.</summary>
public sealed record ExperimentStarted : LabEvent
{
    /// <summary>What is tried, as <c>Experiments</c> names it.</summary>
    public required string Experiment { get; init; }
}

/// <summary>A person let the lab clear the town's cookies in their browser. What they clear by the browser's own settings, nobody is told.</summary>
public sealed record CookiesCleared : LabEvent;

/// <summary>A learner wrote a page of their own, to run in the sandbox.</summary>
public sealed record PageWritten : LabEvent
{
    /// <summary>The page as written.</summary>
    public required string Html { get; init; }
}

/// <summary>A person keeps in the seat what they brought of their own web. Their browser alone has the key to it.</summary>
public sealed record ThingsKept : LabEvent
{
    /// <summary>What they keep, locked, in base64.</summary>
    public required string Locked { get; init; }
}

/// <summary>A learner said something at the desk of the case. What it says is theirs: others see that it was said, and no more.</summary>
public sealed record CaseAnswered : LabEvent
{
    /// <summary>The step, as <c>CaseSteps</c> writes it.</summary>
    public required string Step { get; init; }

    /// <summary>What was said.</summary>
    public required string Answer { get; init; }
}
