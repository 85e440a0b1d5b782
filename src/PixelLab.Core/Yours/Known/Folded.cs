using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace PixelLab.Core.Yours.Known;

/// <summary>Opens values that hold others: an address with a query, JSON, pairs of names and values, any of them encoded once more.</summary>
internal static partial class Folded
{
    private const int Least = 4;

    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_");

    /// <summary>What is to be taken apart, an address, JSON or pairs; null where the value holds none of them.</summary>
    public static string? Open(string value)
    {
        if (value.Length is < Least or > PartLimits.Value)
        {
            return null;
        }

        return Bare(value)
            ?? (value.StartsWith('%') || value.StartsWith("http%3A", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https%3A", StringComparison.OrdinalIgnoreCase)
                ? Bare(Uri.UnescapeDataString(value))
                : null)
            ?? (Base64Text(value) is { } text ? Bare(text) : null)
            ?? (Pairs().IsMatch(value) ? value : null);
    }

    /// <summary>Whether a text begins and ends as JSON with names or places does.</summary>
    public static bool IsJson(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return trimmed is ['{', .., '}'] or ['[', .., ']'];
    }

    /// <summary>The text that is written in base64, in either alphabet (RFC 4648), where it is one that people could read; else null.</summary>
    public static string? Base64Text(string value)
    {
        const int shortest = 12;
        var text = value.AsSpan().TrimEnd('=');
        if (text.Length is < shortest or > PartLimits.Value || text.Length % 4 == 1 || text.IndexOfAnyExcept(Alphabet) >= 0)
        {
            return null;
        }

        var padded = string.Concat(text, "==".AsSpan(0, (4 - (text.Length % 4)) % 4)).Replace('-', '+').Replace('_', '/');
        var bytes = new byte[padded.Length / 4 * 3];
        if (!Convert.TryFromBase64String(padded, bytes, out var length))
        {
            return null;
        }

        // Most that looks like base64 is none: an exception for each would take longer than all the rest.
        if (!Utf8.IsValid(bytes.AsSpan(0, length)))
        {
            return null;
        }

        var read = Encoding.UTF8.GetString(bytes, 0, length);
        return read.Any(char.IsControl) && !IsJson(read) ? null : read;
    }

    private static string? Bare(string value) =>
        IsJson(value) || (IsAddress(value) && value.Contains('?', StringComparison.Ordinal)) ? value : null;

    private static bool IsAddress(string value) =>
        value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[A-Za-z][\w.\[\]-]{0,19}=[^&=\s]{1,500}(?:&[A-Za-z][\w.\[\]-]{0,19}=[^&=\s]{0,500}){0,50}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pairs();
}
