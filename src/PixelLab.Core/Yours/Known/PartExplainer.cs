using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Yours.Known;

/// <summary>
/// Explains the parts of a real request: by the vendor's file, else by what a name means everywhere, and by the shape of the value. What nobody told
/// stays unknown, with its shape.
/// </summary>
/// <param name="host">The host that is asked.</param>
/// <param name="vendor">The vendor that is asked, or null.</param>
/// <param name="language">What is said is said in it.</param>
internal sealed class PartExplainer(string host, KnownVendor? vendor, Language language)
{
    private readonly List<Told> _told = [];
    private readonly Words _words = language[ParameterText.Words];

    /// <summary>The name of the parameter that has the words of a search; null where none has.</summary>
    public string? Search { get; init; }

    /// <summary>What the explained parts told about somebody, in their order.</summary>
    public IReadOnlyList<Told> Told => _told;

    /// <summary>Explains a parameter, or a part within one.</summary>
    public ExplainedField Parameter(RequestPart part) => Explain(part.Name, part.Value, KnownOf(part), FieldSource.Page);

    /// <summary>Explains a cookie that the browser sent along.</summary>
    public ExplainedField Cookie(NameValue cookie) => Explain(
        cookie.Name, cookie.Value, KnownVendors.CookieAt(host, cookie.Name) ?? KnownVendors.OfAnybody(cookie.Name), FieldSource.Cookie);

    /// <summary>What would stop or blur something.</summary>
    public static string Control(string name, Language language) => name switch
    {
        "Cookies" => language[CookiesText.Words]["Control"],
        "Unknown" => language[ParameterText.Words]["Unknown.Control"],
        _ => language[ParameterText.Words].Find($"Control.{name}") ?? language[KnownText.Words][$"Control.{name}"],
    };

    private KnownParameter? KnownOf(RequestPart part) =>
        (vendor is null ? null : KnownVendors.Find(vendor.Parameters, part.Way))
        ?? KnownVendors.OfAnybody(LastName(part.Way))
        ?? (part.Name == Search ? new KnownParameter(part.Name, "search") { Control = "Own" } : null);

    private ExplainedField Explain(string name, string value, KnownParameter? known, FieldSource source)
    {
        var shape = ValueShapes.Of(value, language);
        if (known is null)
        {
            Tell(shape?.Tells, name, value, ValueKind.Code);
            return Unknown(name, value, shape, source);
        }

        var thing = Thing.Named(known.Is);
        Tell(thing.Tells ?? (shape is { IsLoud: true } ? shape.Tells : null), name, value, thing.Kind);
        var meaning = language.Sentences(
            Meaning(known, thing, value),
            shape is { IsLoud: true } || (shape is { IsTelling: true } && thing.Kind == ValueKind.Code) ? shape.Says : null,
            known.Believed ? language[KnownText.Words]["Believed"] : null);
        var control = known.Control ?? (source == FieldSource.Cookie ? "Cookies" : thing.Control);
        return ExplainedField.Bounded(name, value, source, meaning, Control(control, language), language);
    }

    private ExplainedField Unknown(string name, string value, ValueShape? shape, FieldSource source)
    {
        var isCookie = source == FieldSource.Cookie;
        var says = isCookie ? language[CookiesText.Words]["UnknownSent"] : language[KnownText.Words]["Unknown"];
        return ExplainedField.Bounded(
            name,
            value,
            isCookie || shape is { IsTelling: true } ? source : FieldSource.Unknown,
            language.Sentences(says, shape?.Says),
            Control(isCookie ? "Cookies" : shape?.Control ?? "Unknown", language),
            language);
    }

    private string Meaning(KnownParameter known, Thing thing, string value)
    {
        var says = known.Says ?? language[KnownText.Words][$"Is.{thing.Name}"];
        if (thing.Kind == ValueKind.Event && EventCode(value) is { } code)
        {
            return _words["Event", says, language.QuotedValue(value), EventWords.Of(code, language)];
        }

        if (value.Length == 0)
        {
            return _words["Empty", says];
        }

        return thing.Kind != ValueKind.Code && ParameterValues.InWords(thing.Kind, value, language) is { } decoded
            ? _words["Told", says, decoded]
            : _words["Bare", says];
    }

    /// <summary>The field's name for the vendor's name of an event; of several with commas between them, that of the first that has one.</summary>
    private string? EventCode(string value) => vendor?.Event?.Names is { Count: > 0 } names
        ? value.Split(',', PartLimits.Events).Select(name => names.GetValueOrDefault(name)).FirstOrDefault(code => code is not null)
        : null;

    private void Tell(Telling? telling, string field, string value, ValueKind kind)
    {
        if (telling is { } told && value.Length > 0)
        {
            _told.Add(new Told(told, PlainText.Head(field, ExplainedField.MaxField), PlainText.Head(value, ExplainedField.MaxValue), kind));
        }
    }

    /// <summary>The name at the end of a way: of <c>dl?utm_source</c> and of <c>user.gclid</c> the last is what everybody knows.</summary>
    private static string LastName(string way) => way[(way.LastIndexOfAny(['?', '.']) + 1)..];
}
