using System.Globalization;

namespace PixelLab.Web.Features.Lessons.Checking;

/// <summary>Finds in a paragraph what looks like a claim of fact: a share, an amount of money, a year, an article of a law.</summary>
public static class Claims
{
    private const string Money = "€$£";
    private const int FirstYear = 1990;
    private const int LastYear = 2099;

    private static readonly string[] Shares = [" percent", " per cent"];
    private static readonly string[] Laws = ["Article ", "Articles ", "Art. "];

    /// <summary>The first thing in a text that looks like a claim, or null.</summary>
    public static string? Find(string text)
    {
        if (text.Contains('%', StringComparison.Ordinal))
        {
            return "%";
        }

        // A number of them: ‘forty percent’ is a claim as well as ‘40 percent’, but ‘percent-encoding’ is none.
        if (Shares.FirstOrDefault(share => text.IndexOf(share, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
            && (at + share.Length == text.Length || !(text[at + share.Length] == '-' || char.IsLetter(text[at + share.Length])))) is { } found)
        {
            return found.Trim();
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (Money.Contains(text[i], StringComparison.Ordinal) && (IsDigitAt(text, i + 1) || IsDigitAt(text, i - 1) || IsDigitAt(text, i - 2)))
            {
                return text[i].ToString();
            }
        }

        if (Laws.FirstOrDefault(law => text.IndexOf(law, StringComparison.Ordinal) is >= 0 and var at && IsDigitAt(text, at + law.Length)) is { } article)
        {
            return article.TrimEnd();
        }

        return Year(text);
    }

    private static string? Year(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                i++;
            }

            if (i - start == 4 && !(start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or ','))
                && int.Parse(text.AsSpan(start, 4), CultureInfo.InvariantCulture) is >= FirstYear and <= LastYear)
            {
                return text[start..i];
            }

            i = Math.Max(i, start + 1);
        }

        return null;
    }

    private static bool IsDigitAt(string text, int index) => index >= 0 && index < text.Length && char.IsAsciiDigit(text[index]);
}
