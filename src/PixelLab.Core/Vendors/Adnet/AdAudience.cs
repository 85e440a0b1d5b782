namespace PixelLab.Core.Vendors.Adnet;

/// <summary>Whom an ad is for that somebody books with money of their own.</summary>
public enum AdAudience
{
    /// <summary>Whoever opens a page with a place for ads: nothing has to be known of anybody.</summary>
    Everybody,

    /// <summary>Whoever reads a page about running: it goes by the page, not by the person.</summary>
    BesideRunning,

    /// <summary>Browsers that the network knows to have looked at a product and not bought it.</summary>
    Looked,

    /// <summary>Browsers that the network knows to have put a product into the cart and not bought it.</summary>
    LeftInCart,
}
