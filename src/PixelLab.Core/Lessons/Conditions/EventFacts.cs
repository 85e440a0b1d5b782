using System.Text.Json;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Vendors;

namespace PixelLab.Core.Lessons.Conditions;

/// <summary>An event as conditions see it: its kind, and the values of its fields. What costs something is read once.</summary>
internal sealed class EventFacts
{
    private readonly LabEvent _event;
    private string? _eventName;
    private string? _page;

    private EventFacts(LabEvent labEvent, EventKind kind)
    {
        _event = labEvent;
        Kind = kind;
    }

    public EventKind Kind { get; }

    /// <summary>The event's facts; null for a kind that no condition can speak of.</summary>
    public static EventFacts? Of(LabEvent labEvent)
    {
        EventKind? kind = labEvent switch
        {
            // What fetched nothing, and robots, did no task of a lesson.
            Hit hit when FetchReader.Of(hit).IsNobodys => null,
            Hit => EventKind.Hit,
            Visit => EventKind.Visit,
            PixelPlanted => EventKind.Planted,
            PixelMissing => EventKind.Missing,
            ConsentChoice => EventKind.Consent,
            AccountUsed => EventKind.Account,
            AdServed => EventKind.Ad,
            MailHandled or MailSent => EventKind.Mail,
            SettingChanged => EventKind.Setting,
            ExperimentStarted => EventKind.Experiment,
            CookiesCleared => EventKind.Clearing,
            _ => null,
        };
        return kind is { } known ? new EventFacts(labEvent, known) : null;
    }

    /// <summary>Whether somebody agreed to something.</summary>
    public bool IsAgreement => _event is ConsentChoice { Granted.Count: > 0 };

    public string? Vendor => Value("vendor");

    public string? Site => Value("site");

    /// <summary>Whether a comparison holds.</summary>
    public bool Holds(Comparison comparison) => comparison.Operator switch
    {
        ComparisonOperator.Sent => _event is Hit { Request.Cookies.Count: > 0 },
        ComparisonOperator.None => _event is Hit { Request.Cookies.Count: 0 },
        ComparisonOperator.Set => _event is Hit { SetCookies.Count: > 0 },
        ComparisonOperator.Present => Values(comparison.Field).Any(value => value is { Length: > 0 }),
        ComparisonOperator.Absent => !Values(comparison.Field).Any(value => value is { Length: > 0 }),
        ComparisonOperator.IsNot => !Values(comparison.Field).Any(value => value == comparison.Value),
        ComparisonOperator.Is => Values(comparison.Field).Any(value => value == comparison.Value),
        ComparisonOperator.Contains => Values(comparison.Field)
            .Any(value => Bounded(value).Contains(comparison.Value, StringComparison.OrdinalIgnoreCase)),
        ComparisonOperator.Starts => Values(comparison.Field)
            .Any(value => Bounded(value).StartsWith(comparison.Value, StringComparison.Ordinal)),
        ComparisonOperator.AtLeast => Values(comparison.Field).Any(value => Number(value) is { } number && number >= Number(comparison.Value)),
        _ => throw new InvalidOperationException($"{comparison.Operator} is no operator."),
    };

    /// <summary>What a field holds, as far as events are told to differ by it; empty where it is not there.</summary>
    public string ValueOf(string field) =>
        Values(field).FirstOrDefault() is not { } value ? "" : value.Length > ConditionLimits.DifferingLength ? value[..ConditionLimits.DifferingLength] : value;

    private static ReadOnlySpan<char> Bounded(string? value) =>
        value is null ? "" : value.AsSpan(0, Math.Min(value.Length, ConditionLimits.ValueLength));

    private static decimal? Number(string? value) =>
        value is { Length: <= 30 } && decimal.TryParse(value, System.Globalization.NumberStyles.Number,
            System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private IEnumerable<string?> Values(string field) => (_event, field) switch
    {
        (ConsentChoice choice, "granted") => choice.Granted,
        (ConsentChoice choice, "denied") => choice.Denied,
        (Hit hit, _) when field.StartsWith("query.", StringComparison.Ordinal) => Named(hit.Request.Query, field["query.".Length..], StringComparison.Ordinal),
        (Hit hit, _) when field.StartsWith("cookie.", StringComparison.Ordinal) => Named(hit.Request.Cookies, field["cookie.".Length..], StringComparison.Ordinal),
        (Hit hit, _) when field.StartsWith("header.", StringComparison.Ordinal) => Named(hit.Request.Headers, field["header.".Length..], StringComparison.OrdinalIgnoreCase),
        _ => [Value(field)],
    };

    private static IEnumerable<string?> Named(IReadOnlyList<NameValue> pairs, string name, StringComparison comparison) =>
        pairs.Where(pair => string.Equals(pair.Name, name, comparison)).Select(pair => (string?)pair.Value);

    private string? Value(string field) => (_event, field) switch
    {
        (Hit hit, "event") => _eventName ??= VendorList.EventOf(hit),
        (Hit hit, "vendor") => hit.Vendor,
        (Hit hit, "site") => hit.Site,
        (Hit hit, "page") => _page ??= PagePlace.Read(VendorList.Find(hit.Vendor)?.PageOf(hit.Request))?.Path ?? "",
        (Hit hit, "method") => hit.Request.Method,
        (Hit hit, "address") => hit.Request.Address,
        (Hit hit, "by") => Snake(FetchReader.Of(hit).By.ToString()),
        (Hit hit, "means") => Snake(FetchReader.Of(hit).Means.ToString()),
        (Hit hit, "emulated") => hit.Request.Notes?.Contains(CaptureNotes.Emulated) == true ? "yes" : "no",
        (Visit visit, "site") => visit.Site,
        (Visit visit, "page") => visit.Page,
        (Visit visit, "title") => visit.Title,
        (PixelPlanted planted, "vendor") => planted.Vendor,
        (PixelPlanted planted, "event") => planted.Event,
        (PixelPlanted planted, "site") => planted.Site,
        (PixelPlanted planted, "page") => planted.Page,
        (PixelPlanted planted, "trigger") => Snake(planted.Trigger.ToString()),
        (PixelMissing missing, "reason") => Snake(missing.Reason.ToString()),
        (PixelMissing missing, "vendor") => missing.Vendor,
        (PixelMissing missing, "event") => missing.Event,
        (PixelMissing missing, "site") => missing.Site,
        (PixelMissing missing, "page") => missing.Page,
        (PixelMissing missing, "witness") => Snake(missing.Witness.ToString()),
        (ConsentChoice choice, "site") => choice.Site,
        (ConsentChoice choice, "regime") => choice.Regime,
        (ConsentChoice choice, "how") => choice.How,
        (AccountUsed used, "site") => used.Site,
        (AccountUsed used, "person") => used.Person,
        (AccountUsed used, "action") => used.Action,
        (AdServed ad, "campaign") => ad.Campaign,
        (AdServed ad, "product") => ad.Product,
        (AdServed ad, "reason") => ad.Reason,
        (AdServed ad, "slot") => ad.Slot,
        (AdServed ad, "site") => ad.Site,
        (MailHandled handled, "what") => handled.What,
        (MailHandled handled, "client") => handled.Client,
        (MailSent, "what") => "sent",
        (MailSent sent, "campaign") => sent.Campaign,
        (SettingChanged changed, "name") => changed.Name,
        (SettingChanged changed, "value") => changed.Value,
        (ExperimentStarted started, "experiment") => started.Experiment,
        _ => null,
    };

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
