using System.Collections.Frozen;
using PixelLab.Core.Events;

namespace PixelLab.Core.Explaining.Headers;

/// <summary>
/// Every header that a current Chromium, Firefox or Safari, a mail service's image proxy or a proxy on the way sends with
/// an image or a beacon. A new one is one line in the file of its subject.
/// </summary>
internal static class HeaderCatalogue
{
    private static readonly FrozenDictionary<string, HeaderFact> Facts =
        new[]
        {
            BrowserHeaders.All, ClientHintHeaders.All, FetchHeaders.All, WishHeaders.All, CacheHeaders.All,
            ConnectionHeaders.All, ProxyHeaders.All,
        }
        .SelectMany(facts => facts)
        .ToFrozenDictionary(fact => fact.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every name in the catalogue.</summary>
    public static IEnumerable<string> Names => Facts.Keys;

    /// <summary>Explains one header line.</summary>
    public static ExplainedField Explain(NameValue header, CapturedRequest request) =>
        Facts.TryGetValue(header.Name, out var fact)
            ? ExplainedField.Bounded(header.Name, header.Value, fact.Source, fact.Meaning(header.Value, request), fact.Control)
            : ExplainedField.Bounded(
                header.Name,
                header.Value,
                FieldSource.Unknown,
                "This lab does not know this header. A browser, an extension or something on the way added it.",
                "Unknown. A blocker that stops the request keeps it back with all the rest.");
}
