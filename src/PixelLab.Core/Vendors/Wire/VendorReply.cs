namespace PixelLab.Core.Vendors.Wire;

/// <summary>What a vendor answers a hit with. Most hits ask for a pixel; some ask for more.</summary>
public enum VendorReply
{
    /// <summary>The transparent image of one dot.</summary>
    Image,

    /// <summary>A redirect to somewhere else: an ad's landing page, a link's target, a partner.</summary>
    Redirect,

    /// <summary>A page: an ad's frame, a form.</summary>
    Page,

    /// <summary>A picture that is an ad.</summary>
    Picture,
}
