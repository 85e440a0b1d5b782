using System.Numerics;

namespace PixelLab.Core.Yours.Known;

/// <summary>
/// The head of a consent string of the Transparency and Consent Framework, version 2 (IAB Tech Lab, Consent string and vendor list formats): who
/// asked, when, and how many purposes were agreed to.
/// </summary>
/// <param name="Created">When it was first made.</param>
/// <param name="CmpId">The number of the banner's maker.</param>
/// <param name="Language">The language of the banner.</param>
/// <param name="Purposes">How many purposes were agreed to.</param>
internal sealed record ConsentString(DateTimeOffset Created, int CmpId, string Language, int Purposes)
{
    /// <summary>How many purposes there are to agree to.</summary>
    public const int AllPurposes = 11;

    /// <summary>The bits up to the purposes that were agreed to, which are 24.</summary>
    private const int HeadBits = 176;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>Reads it; null for a text that is none.</summary>
    public static ConsentString? Read(string value)
    {
        var core = value.Split('.', 2)[0];
        // Version 2 is the letter C.
        if (core.Length * 6 < HeadBits || core[0] != 'C' || core.Any(letter => !Alphabet.Contains(letter, StringComparison.Ordinal)))
        {
            return null;
        }

        var created = DateTimeOffset.UnixEpoch.AddMilliseconds(Bits(core, 6, 36) * 100.0);
        var (first, second) = ((char)('A' + Bits(core, 108, 6)), (char)('A' + Bits(core, 114, 6)));
        return created.Year is >= 2018 and < 2100 && char.IsAsciiLetterUpper(first) && char.IsAsciiLetterUpper(second)
            ? new ConsentString(created, (int)Bits(core, 78, 12), $"{char.ToLowerInvariant(first)}{char.ToLowerInvariant(second)}", BitOperations.PopCount((ulong)Bits(core, 152, 24)))
            : null;
    }

    private static long Bits(string text, int start, int count)
    {
        var value = 0L;
        for (var bit = start; bit < start + count; bit++)
        {
            value = (value << 1) | (uint)((Alphabet.IndexOf(text[bit / 6], StringComparison.Ordinal) >> (5 - (bit % 6))) & 1);
        }

        return value;
    }
}
