using PixelLab.Core.Events;
using PixelLab.Core.Vendors;

namespace PixelLab.Core.Explaining;

/// <summary>Explains the parameters of a pixel's address by what the vendor's folder knows of them.</summary>
internal static class ParameterExplainer
{
    private const string UnknownMeaning =
        "This lab does not know this parameter. Somebody wrote it into the address; what it means, only they know.";

    private const string UnknownControl = "A blocker that stops the request keeps it back, like everything else in the address.";

    /// <summary>Explains one pair of the query.</summary>
    public static ExplainedField Explain(NameValue pair, CapturedRequest request, IVendorWire? wire)
    {
        var known = wire?.Parameters.FirstOrDefault(parameter => parameter.Describes(pair.Name));
        if (known is { Kind: ValueKind.Event } && wire!.EventOf(request) is var code and not VendorEvents.Unknown)
        {
            var words = $"{known.Says}: {PlainText.Quoted(pair.Value)}, which means that somebody {EventWords.Of(code, wire.DetailOf(request))}.";
            return ExplainedField.Bounded(pair.Name, pair.Value, FieldSource.Page, words, Control(known.Origin));
        }

        return known is null
            ? ExplainedField.Bounded(pair.Name, pair.Value, FieldSource.Unknown, UnknownMeaning, UnknownControl)
            : ExplainedField.Bounded(pair.Name, pair.Value, FieldSource.Page, Meaning(known, pair.Value), Control(known.Origin));
    }

    private static string Meaning(VendorParameter known, string value)
    {
        if (value.Length == 0)
        {
            return $"{known.Says}. It is empty here.";
        }

        if (known.Kind == ValueKind.Plant)
        {
            return $"{known.Says}. The lab also uses it to tell which planted pixel this hit belongs to.";
        }

        return ParameterValues.InWords(known.Kind, value) is { } words ? $"{known.Says}: {words}." : $"{known.Says}.";
    }

    private static string Control(ParameterOrigin origin) => origin switch
    {
        ParameterOrigin.Script =>
            "The vendor’s script found this out. With scripts off, or with the script blocked, it is not sent.",
        ParameterOrigin.Bookkeeping =>
            "No setting changes it, and it says nothing about you by itself. A blocker that stops the request keeps it back.",
        ParameterOrigin.Consent =>
            "You decide this at the site’s banner, where there is one, and can change your mind there. Whether the vendor keeps to it you cannot see.",
        ParameterOrigin.FirstPartyId =>
            "Deleting the site’s own cookies and storage makes it start anew; a private window does so each time it is closed.",
        _ =>
            "The site wrote it into the address, so no browser setting takes it out. Only stopping the request does: a blocker, images off, or saying no at a banner that keeps to it.",
    };
}
