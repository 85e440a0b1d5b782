using System.Collections.Frozen;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Explaining.Headers;

/// <summary>
/// Every header that a current Chromium, Firefox or Safari, a mail service's image proxy or a proxy on the way sends with
/// an image or a beacon. A new one is one line in the file of its subject, and its words in <c>HeaderText.resx</c>.
/// </summary>
internal static class HeaderCatalogue
{
    private static readonly FrozenDictionary<string, HeaderFact> Facts =
        new[]
        {
            BrowserHeaders.All, ClientHintHeaders.All, FetchHeaders.All, WishHeaders.All, AdvertisingHeaders.All, CacheHeaders.All,
            ConnectionHeaders.All, ProxyHeaders.All, DeliveryHeaders.All,
        }
        .SelectMany(facts => facts)
        .ToFrozenDictionary(fact => fact.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Everything in the catalogue.</summary>
    public static IEnumerable<HeaderFact> All => Facts.Values;

    /// <summary>Explains one header line.</summary>
    public static ExplainedField Explain(NameValue header, CapturedRequest request, FetchMeans means, Language language)
    {
        var words = language[HeaderText.Words];
        var line = new HeaderLine(header.Value, request, means, language);
        return Facts.TryGetValue(header.Name, out var fact)
            ? ExplainedField.Bounded(
                header.Name,
                header.Value,
                fact.Source,
                fact.Meaning?.Invoke(line) ?? words[fact.Name],
                words[fact.ControlOf?.Invoke(line) ?? fact.Control],
                language)
            : ExplainedField.Bounded(header.Name, header.Value, FieldSource.Unknown, words["Unknown"], words["Control.Unknown"], language);
    }
}
