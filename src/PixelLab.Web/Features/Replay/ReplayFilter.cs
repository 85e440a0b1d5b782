using PixelLab.Web.Live;

namespace PixelLab.Web.Features.Replay;

/// <summary>The panel's filter: which events are exported. Without any part, all are.</summary>
/// <param name="Vendor">Only hits of this vendor.</param>
/// <param name="Site">Only what happened on this site.</param>
/// <param name="Event">Only this event, by the field's name.</param>
/// <param name="Text">Only what holds this text, as the panel shows it.</param>
/// <param name="Show"><c>everything</c> for visits and notes too, where another part is set.</param>
public sealed record ReplayFilter(string? Vendor, string? Site, string? Event, string? Text, string? Show)
{
    private const int MostText = 200;

    private bool IsSet => !string.IsNullOrEmpty(Vendor + Site + Event + Text);

    /// <summary>Whether the row is exported.</summary>
    public bool Matches(ReplayRow row) =>
        !IsSet
        || ((Show == "everything" || row.View is HitView or PlantedView or MissingView)
            && Is(Vendor, row.Vendor) && Is(Site, row.Site) && Is(Event, row.Event ?? row.View.Kind)
            && (string.IsNullOrEmpty(Text) || Holds(row, Text.Length <= MostText ? Text : Text[..MostText])));

    /// <summary>The filter as it stands in an address, with an ampersand before each part; empty without any.</summary>
    public string AsQuery() => string.Concat(
        new[] { ("vendor", Vendor), ("site", Site), ("event", Event), ("text", Text), ("show", Show) }
            .Where(part => !string.IsNullOrEmpty(part.Item2))
            .Select(part => $"&{part.Item1}={Uri.EscapeDataString(part.Item2!)}"));

    private static bool Is(string? wanted, string? value) => string.IsNullOrEmpty(wanted) || wanted == value;

    private static bool Holds(ReplayRow row, string text) =>
        new[] { row.Words, row.Title, row.Page, row.Vendor, row.Site, row.Reason, row.Url, Decoded(row.Url) }
            .Any(part => part?.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false);

    private static string? Decoded(string? url) => url?.Contains('%', StringComparison.Ordinal) == true ? Uri.UnescapeDataString(url) : null;
}
