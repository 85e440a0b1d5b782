namespace PixelLab.Core.Vendors.Adnet;

/// <summary>The network's addresses, which tell what a request to it is about.</summary>
public static class AdnetPaths
{
    /// <summary>The pixel that sites put into their pages.</summary>
    public const string Pixel = "/tr";

    /// <summary>A slot's frame.</summary>
    public const string Slot = "/slot";

    /// <summary>An ad that is one image: asking for it and seeing it are the same request.</summary>
    public const string Banner = "/banner.svg";

    /// <summary>The pixel in an ad's frame.</summary>
    public const string Impression = "/i";

    /// <summary>The pixel of an ad that came into view.</summary>
    public const string Viewable = "/v";

    /// <summary>The redirect to an ad's landing page.</summary>
    public const string Click = "/click";
}
