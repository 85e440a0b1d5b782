namespace PixelLab.Core.Lenses;

/// <summary>A way to tell visitors apart.</summary>
public enum Lens
{
    /// <summary>Pixels without cookies: address, browser and language, mixed with a salt that changes every day.</summary>
    PixelOnly,

    /// <summary>Cookies alone: who comes back with the same number is the same visitor; who brings none is new.</summary>
    CookieOnly,

    /// <summary>Both, and an account or an email link where one joins what neither would.</summary>
    Both,
}
