using PixelLab.Core.Explaining.Accounts;

namespace PixelLab.Core.Explaining;

/// <summary>A hit in plain words. It is computed when asked for and never stored, so a better explanation needs no migration.</summary>
public sealed record ExplainedHit
{
    /// <summary>Who made the request, and what the company was told by it.</summary>
    public required HitAccount Account { get; init; }

    /// <summary>What the company was told, in a few sentences of plain text.</summary>
    public string Sentence => Account.Sentence;

    /// <summary>
    /// Everything the request carried, in this order: the address, the lab's seat, the path, each query pair, each header line
    /// (with each cookie after the first <c>Cookie</c> line), the body.
    /// </summary>
    public required IReadOnlyList<ExplainedField> Fields { get; init; }

    /// <summary>What the reply asked the browser to keep, one for each <c>Set-Cookie</c>.</summary>
    public required IReadOnlyList<ExplainedField> CookiesSet { get; init; }

    /// <summary>The field's name for what happened, for example <c>page_view</c>.</summary>
    public required string Event { get; init; }

    /// <summary>The same in plain words, with what else the hit told about it: <c>scrolled to 75 %</c>.</summary>
    public required string EventInWords { get; init; }

    /// <summary>Path and query of the page on its site, without the lab's seat; null where the hit does not tell.</summary>
    public string? Page { get; init; }

    /// <summary>The page's title, as it came; null where the hit does not tell.</summary>
    public string? Title { get; init; }

    /// <summary>Where the visitor came from, in words: <c>the front page</c>, <c>news</c>; null where the hit does not tell.</summary>
    public string? CameFrom { get; init; }

    /// <summary>The planted pixel it belongs to, or null.</summary>
    public string? Plant { get; init; }

    /// <summary>Whether the vendor knew the browser again, as a sentence; null for a vendor without cookies.</summary>
    public string? Recognition { get; init; }

    /// <summary>What the lab cut or could not read, one sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
