using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Explaining;

/// <summary>Explains the parameters of a pixel's address by what the vendor's folder knows of them.</summary>
internal static class ParameterExplainer
{
    /// <summary>Explains one pair of the query.</summary>
    public static ExplainedField Explain(NameValue pair, CapturedRequest request, FetchMeans means, IVendorWire? wire, Language language)
    {
        var words = language[ParameterText.Words];
        return wire?.ParameterOf(request, pair.Name) is { } known
            ? ExplainedField.Bounded(
                pair.Name, pair.Value, FieldSource.Page, Meaning(known, pair.Value, request, wire, language), Control(known.Origin, means, words), language)
            : ExplainedField.Bounded(pair.Name, pair.Value, FieldSource.Unknown, words["Unknown"], words["Unknown.Control"], language);
    }

    private static string Control(ParameterOrigin origin, FetchMeans means, Words words) =>
        words.Find($"Control.{origin}.{means}") ?? words[$"Control.{origin}"];

    private static string Meaning(VendorParameter known, string value, CapturedRequest request, IVendorWire wire, Language language)
    {
        var words = language[ParameterText.Words];
        var says = language[wire.Words][known.Word];
        if (known.Kind == ValueKind.Event && wire.EventOf(request) is var code and not VendorEvents.Unknown)
        {
            return words["Event", says, language.QuotedValue(value), EventWords.Of(code, wire.DetailOf(request), language)];
        }

        if (value.Length == 0)
        {
            return words["Empty", says];
        }

        if (known.Kind == ValueKind.Plant)
        {
            return words["Plant", says];
        }

        return ParameterValues.InWords(known.Kind, value, language) is { } decoded ? words["Told", says, decoded] : words["Bare", says];
    }
}
