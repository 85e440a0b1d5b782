using System.Diagnostics.CodeAnalysis;

namespace PixelLab.Core.Languages;

/// <summary>Fills values into sentences that somebody else has written.</summary>
public static class Filled
{
    /// <summary>Fills a translated sentence; false where it asks for a value there is not, or is otherwise no sentence with places.</summary>
    public static bool TryFill(IFormatProvider culture, string sentence, ReadOnlySpan<object?> values, [NotNullWhen(true)] out string? filled)
    {
        try
        {
            filled = string.Format(culture, sentence, values);
            return true;
        }
        catch (FormatException)
        {
            filled = null;
            return false;
        }
    }
}
