using System.Security.Cryptography;

namespace PixelLab.Web.Features.Classroom;

/// <summary>The code by which students find a room: short, and without letters that look or sound alike.</summary>
public static class RoomCode
{
    /// <summary>No 0 and O, no 1, I and L, no 5 and S, no 8 and B, no 2 and Z, no U and V.</summary>
    private const string Letters = "ACDEFGHJKMNPRTWXY34679";

    private const int Length = 6;

    /// <summary>Draws a code; there are about 113 million.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>A code as somebody typed it: any case, with spaces or a dash in it; null for a text that is none.</summary>
    public static string? Read(string? typed)
    {
        if (typed is not { Length: > 0 and <= 40 })
        {
            return null;
        }

        var code = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return code.Length == Length && code.All(Letters.Contains) ? code : null;
    }

    /// <summary>The code in two halves, which are easier to read aloud.</summary>
    public static string Spoken(string code) => $"{code[..3]} {code[3..]}";
}
