namespace PixelLab.Core.Lenses;

/// <summary>
/// One of something for each lens. Whoever makes one or takes it apart names every lens, so that a lens that is added is asked for by
/// the compiler wherever one is missing.
/// </summary>
/// <typeparam name="T">What there is for each.</typeparam>
/// <param name="PixelOnly">The one of <see cref="Lens.PixelOnly"/>.</param>
/// <param name="CookieOnly">The one of <see cref="Lens.CookieOnly"/>.</param>
/// <param name="Both">The one of <see cref="Lens.Both"/>.</param>
public sealed record EachLens<T>(T PixelOnly, T CookieOnly, T Both)
{
    /// <summary>The one of a lens.</summary>
    public T this[Lens lens] => lens switch
    {
        Lens.PixelOnly => PixelOnly,
        Lens.CookieOnly => CookieOnly,
        Lens.Both => Both,
    };

    /// <summary>All of them with their lens, in the order of <see cref="Lens"/>.</summary>
    public IEnumerable<(Lens Lens, T Value)> Pairs => Enum.GetValues<Lens>().Select(lens => (lens, this[lens]));
}

/// <summary>Makes one of something for each lens.</summary>
public static class EachLens
{
    /// <summary>One for each lens, made in the order of <see cref="Lens"/>.</summary>
    public static EachLens<T> Of<T>(Func<Lens, T> make) => new(make(Lens.PixelOnly), make(Lens.CookieOnly), make(Lens.Both));
}
