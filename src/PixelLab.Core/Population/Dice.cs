using System.Globalization;

namespace PixelLab.Core.Population;

/// <summary>
/// Chance that can be thrown again: each throw depends on the seed and the numbers that name the occasion, never on what was
/// thrown elsewhere, so that runs beside each other cannot disturb one another. The mixing is SplitMix64's (Steele, Lea and Flood 2014).
/// </summary>
internal struct Dice
{
    private ulong _state;

    /// <summary>Dice for one occasion.</summary>
    public Dice(int seed, int subject, int day = 0, int number = 0)
    {
        _state = Mix((uint)seed);
        _state = Mix(_state ^ (uint)subject);
        _state = Mix(_state ^ (((ulong)(uint)day << 32) | (uint)number));
    }

    /// <summary>64 bits.</summary>
    public ulong Bits()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state);
    }

    /// <summary>64 bits as 16 hexadecimal digits.</summary>
    public string Hexadecimal() => Bits().ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>A number from 0 to below 1.</summary>
    public double Share() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 to below the given one.</summary>
    public int Below(int end) => (int)(Share() * end);

    /// <summary>Whether something of that likelihood happens.</summary>
    public bool Happens(double likelihood) => Share() < likelihood;

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
