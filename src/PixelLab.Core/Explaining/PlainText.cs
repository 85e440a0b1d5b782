using System.Globalization;
using System.Text;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Explaining;

/// <summary>Takes foreign text into a sentence: bounded, on one line, without characters that change the text around it.</summary>
public static class PlainText
{
    /// <summary>The most characters of a value that stand within a sentence.</summary>
    public const int MaxInSentence = 120;

    /// <summary>The text for reading; control and formatting characters (line breaks, change of direction) become spaces.</summary>
    /// <param name="text">The foreign text.</param>
    /// <param name="most">The most characters; a longer text ends in an ellipsis.</param>
    public static string Shown(string text, int most = MaxInSentence)
    {
        var bounded = Head(text, most);
        var shown = new StringBuilder(bounded.Length + 1);
        foreach (var rune in bounded.EnumerateRunes())
        {
            var isPlain = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse);
            shown.Append(isPlain ? rune.ToString() : " ");
        }

        return bounded.Length < text.Length ? shown.Append('…').ToString() : shown.ToString().Trim();
    }

    /// <summary>The text in the quotation marks of a language.</summary>
    public static string Quoted(this Language language, string text, int most) => language.Quoted(Shown(text, most));

    /// <summary>The text in the quotation marks of a language, as long as a value may be within a sentence.</summary>
    public static string QuotedValue(this Language language, string text) => language.Quoted(text, MaxInSentence);

    /// <summary>The first characters as they are, never half a surrogate pair.</summary>
    public static string Head(string text, int most) =>
        text.Length <= most ? text
        : char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)]
        : text[..most];

    /// <summary>A number as the web writes it, or null.</summary>
    public static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The sentence with a capital at its start.</summary>
    public static string Capital(string sentence) =>
        sentence.Length > 0 && char.IsLower(sentence[0]) ? char.ToUpperInvariant(sentence[0]) + sentence[1..] : sentence;
}
