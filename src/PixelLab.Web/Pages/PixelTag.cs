using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Web.Pages;

/// <summary>What a vendor gives a site to put into its pages: it knows how the pixel's address is made.</summary>
public abstract record PixelTag
{
    /// <summary>The vendor it reports to.</summary>
    public abstract string Vendor { get; }

    /// <summary>The host that it is asked of: the vendor's own, or the site's where it stands there in disguise.</summary>
    public virtual string Host => Vendor;

    /// <summary>The name of the vendor's script, where a script fires it.</summary>
    public virtual string Script => Vendor;

    /// <summary>The field's name for what it reports.</summary>
    public abstract string Event { get; }

    /// <summary>What makes it fire.</summary>
    public abstract PixelTrigger Trigger { get; }

    /// <summary>What its data is for, as banners ask: one of <see cref="Purposes"/>.</summary>
    public abstract string Purpose { get; }

    /// <summary>Whether it stands where its ad does and not among those that speak for the page as a whole.</summary>
    public virtual bool IsInSlot => Event == VendorEvents.AdSlot;

    /// <summary>What draws it; its parameter <c>Pixel</c> is the planted pixel.</summary>
    public virtual Type Markup => typeof(PixelImage);

    /// <summary>Path and query of the pixel on the vendor's host.</summary>
    public abstract string PathAndQuery(TagContext context);
}

/// <summary>What the page around a tag knows when it is rendered.</summary>
/// <param name="Plant">The value that changes each time.</param>
/// <param name="PageUrl">The page's full address.</param>
/// <param name="PageTitle">The page's title.</param>
/// <param name="Referrer">The address the visitor came from, as the site saw it.</param>
/// <param name="At">When the page is rendered.</param>
/// <param name="Consent">What the visitor has answered, and to which kind of banner.</param>
public sealed record TagContext(
    string Plant, string PageUrl, string PageTitle, string? Referrer, DateTimeOffset At, SiteConsent Consent);

/// <summary>A tag in a page.</summary>
/// <param name="Tag">The vendor's tag.</param>
/// <param name="Plant">The value by which its hit is recognised.</param>
/// <param name="Url">The pixel's full address.</param>
/// <param name="ScriptUrl">The vendor's script, where a script fires it.</param>
/// <param name="Held">Why the lab keeps it out of the page; null where it is in it.</param>
/// <param name="HeldBy">What kept it out in particular, for example the blocker's rule.</param>
/// <param name="ReferrerPolicy">The <c>referrerpolicy</c> that the tag carries, or null for none.</param>
/// <param name="Consent">What the visitor has answered, and to which kind of banner.</param>
public sealed record PlantedPixel(
    PixelTag Tag, string Plant, string Url, string? ScriptUrl, MissingReason? Held, string? HeldBy, string? ReferrerPolicy, SiteConsent Consent)
{
    /// <summary>Whether the page really carries it.</summary>
    public bool IsInPage => Held is null;
}
