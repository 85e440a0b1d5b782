using PixelLab.Core.Events;

namespace PixelLab.Web.Vendors;

/// <summary>What a vendor gives a site to put into its pages: it knows how the pixel's address is made.</summary>
public abstract record PixelTag
{
    /// <summary>The vendor it reports to.</summary>
    public abstract string Vendor { get; }

    /// <summary>The field's name for what it reports.</summary>
    public abstract string Event { get; }

    /// <summary>What makes it fire.</summary>
    public abstract PixelTrigger Trigger { get; }

    /// <summary>Path and query of the pixel on the vendor's host.</summary>
    public abstract string PathAndQuery(TagContext context);
}

/// <summary>What the page around a tag knows when it is rendered.</summary>
/// <param name="Plant">The value that changes each time.</param>
/// <param name="PageUrl">The page's full address.</param>
/// <param name="PageTitle">The page's title.</param>
/// <param name="Referrer">The address the visitor came from, as the site saw it.</param>
/// <param name="At">When the page is rendered.</param>
public sealed record TagContext(string Plant, string PageUrl, string PageTitle, string? Referrer, DateTimeOffset At);

/// <summary>A tag in a page.</summary>
/// <param name="Tag">The vendor's tag.</param>
/// <param name="Plant">The value by which its hit is recognised.</param>
/// <param name="Url">The pixel's full address.</param>
/// <param name="ScriptUrl">The vendor's script, where a script fires it.</param>
public sealed record PlantedPixel(PixelTag Tag, string Plant, string Url, string? ScriptUrl);
