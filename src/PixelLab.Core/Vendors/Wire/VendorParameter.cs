namespace PixelLab.Core.Vendors.Wire;

/// <summary>
/// What the lab knows about one parameter of a vendor's requests. What it tells the vendor stands in the vendor's words under its name, as a phrase
/// that a decoded value can follow after a colon.
/// </summary>
/// <param name="Name">Its name; a name that ends in <c>*</c> stands for all that begin so.</param>
/// <param name="Origin">Who wrote it into the address.</param>
/// <param name="Kind">What its value is, which tells how to decode it.</param>
/// <param name="Says">The name of its words, where another parameter of that name tells something else; null for its own.</param>
public sealed record VendorParameter(string Name, ParameterOrigin Origin, ValueKind Kind, string? Says = null)
{
    /// <summary>What it tells about somebody; null for what it only tells about the page or the vendor.</summary>
    public Telling? Tells { get; init; }

    /// <summary>The name of its words in the vendor's file.</summary>
    public string Word => Says ?? Name;

    /// <summary>Whether this describes the parameter of that name.</summary>
    public bool Describes(string name) => Name.EndsWith('*')
        ? name.StartsWith(Name[..^1], StringComparison.Ordinal)
        : string.Equals(name, Name, StringComparison.Ordinal);
}

/// <summary>Who wrote a parameter into a pixel's address.</summary>
public enum ParameterOrigin
{
    /// <summary>The site, when it made the page.</summary>
    Page,

    /// <summary>The vendor's script, which asked the browser or watched what was done on the page.</summary>
    Script,

    /// <summary>The vendor's own bookkeeping: it says nothing about the visitor.</summary>
    Bookkeeping,

    /// <summary>The visitor's answer at the site's banner.</summary>
    Consent,

    /// <summary>An id kept in a cookie or in storage of the site itself, which the script read and sent along.</summary>
    FirstPartyId,

    /// <summary>Another company, which wrote the number of its own cookie into the address that it sent the browser on to.</summary>
    PartnersId,
}

/// <summary>What a parameter's value is.</summary>
public enum ValueKind
{
    /// <summary>Text to be read as it is.</summary>
    Text,

    /// <summary>Text that tells a machine something and a person nothing.</summary>
    Code,

    /// <summary>A value that changes each time and names the planted pixel.</summary>
    Plant,

    /// <summary>The name of an event.</summary>
    Event,

    /// <summary>The full address of a page.</summary>
    PageAddress,

    /// <summary>A language tag.</summary>
    Language,

    /// <summary>Width and height in pixels, written <c>1920x1080</c>.</summary>
    Size,

    /// <summary>A number of pixels.</summary>
    Pixels,

    /// <summary>A colour depth, written <c>24-bit</c>.</summary>
    ColourDepth,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A share in per cent.</summary>
    Percent,

    /// <summary>A length of time in milliseconds.</summary>
    Milliseconds,

    /// <summary>A point in time in milliseconds since 1970, UTC.</summary>
    UnixMilliseconds,

    /// <summary>The name of a time zone, or minutes from UTC.</summary>
    TimeZone,

    /// <summary>Yes or no, written <c>1</c> or <c>0</c>, <c>true</c> or <c>false</c>.</summary>
    YesNo,

    /// <summary>Consent as Google's consent mode writes it: <c>G1</c>, then 1 or 0 for ads, then for analytics.</summary>
    ConsentMode,

    /// <summary>An opt-out as IAB's US privacy string writes it: four characters.</summary>
    UsPrivacy,

    /// <summary>An id made by Meta's pixel: <c>fb.1.</c>, the milliseconds when it was made, and a random number or click id.</summary>
    MadeId,
}
