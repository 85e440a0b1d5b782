using System.Globalization;

namespace PixelLab.Core.Town.Pictures;

/// <summary>The shades that one colour is drawn in, from nearly white to nearly black.</summary>
internal sealed class Tones(ProductColour colour)
{
    /// <summary>The main colour.</summary>
    public string Base { get; } = colour.Base;

    /// <summary>Lit parts.</summary>
    public string Light { get; } = Mix(colour.Base, 255, 0.22);

    /// <summary>Parts in shade.</summary>
    public string Dark { get; } = Mix(colour.Base, 0, 0.22);

    /// <summary>Linings and gaps.</summary>
    public string Deep { get; } = Mix(colour.Base, 0, 0.52);

    /// <summary>Soles and tapes.</summary>
    public string Pale { get; } = Mix(colour.Base, 255, 0.86);

    /// <summary>Seams, laces, pulls.</summary>
    public string Accent { get; } = colour.Accent;

    /// <summary>Accents in shade.</summary>
    public string AccentDark { get; } = Mix(colour.Accent, 0, 0.25);

    /// <summary>The backdrop by day.</summary>
    public string DaySky { get; } = Mix(colour.Base, 255, 0.84);

    /// <summary>Sun and hills by day.</summary>
    public string DayHill { get; } = Mix(colour.Base, 255, 0.72);

    /// <summary>The backdrop by night.</summary>
    public string NightSky { get; } = Mix(colour.Base, 20, 0.74);

    /// <summary>Moon and hills by night.</summary>
    public string NightHill { get; } = Mix(colour.Base, 20, 0.6);

    private static string Mix(string hex, int towards, double share)
    {
        var rgb = int.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        int Channel(int shift) => (int)Math.Round(((rgb >> shift) & 255) * (1 - share) + towards * share);
        return $"#{Channel(16):x2}{Channel(8):x2}{Channel(0):x2}";
    }
}
