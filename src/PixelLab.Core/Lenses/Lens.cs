using System.Text.Json.Serialization;

namespace PixelLab.Core.Lenses;

/// <summary>
/// A way to tell visitors apart. Whoever chooses by it names each, and leaves no rest: one that is added stops the compiler there (CS8509).
/// What there is for each lens is an <see cref="EachLens{T}"/>.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<Lens>))]
public enum Lens
{
    /// <summary>Pixels without cookies: address, browser and language, mixed with a salt that changes every day.</summary>
    [JsonStringEnumMemberName("pixel")]
    PixelOnly,

    /// <summary>Cookies alone: who comes back with the same number is the same visitor; who brings none is new.</summary>
    [JsonStringEnumMemberName("cookie")]
    CookieOnly,

    /// <summary>Both, and an account or an email link where one joins what neither would.</summary>
    [JsonStringEnumMemberName("both")]
    Both,
}
