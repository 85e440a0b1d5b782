namespace PixelLab.Core.Vendors.Wire;

/// <summary>What a hit tells about its event beyond the event's name; null for what it does not tell.</summary>
public sealed record EventDetail
{
    /// <summary>Nothing more than the name.</summary>
    public static EventDetail None { get; } = new();

    /// <summary>How far the page was scrolled, in per cent.</summary>
    public int? Percent { get; init; }

    /// <summary>How long the page was in view.</summary>
    public TimeSpan? Engaged { get; init; }

    /// <summary>What was clicked: its text, name or address.</summary>
    public string? Target { get; init; }

    /// <summary>What the event is about: a product, a category, the words of a search, a message.</summary>
    public string? Subject { get; init; }

    /// <summary>What it was worth, with its currency.</summary>
    public string? Worth { get; init; }

    /// <summary>The company that sent the browser on to tell its number.</summary>
    public string? Partner { get; init; }

    /// <summary>That company's number for the browser.</summary>
    public string? PartnersNumber { get; init; }
}
