namespace PixelLab.Core.Languages;

/// <summary>
/// Which form of a word goes with a whole number (Unicode CLDR, plural rules, cardinal numbers). The lab runs without culture data, so the rules
/// are listed here, by what languages have in common.
/// </summary>
public static class PluralForms
{
    /// <summary>The form that every language has.</summary>
    public const string Other = "other";

    private const string Zero = "zero";
    private const string One = "one";
    private const string Two = "two";
    private const string Few = "few";
    private const string Many = "many";

    /// <summary>The form's name: <c>zero</c>, <c>one</c>, <c>two</c>, <c>few</c>, <c>many</c> or <c>other</c>.</summary>
    /// <param name="tag">The language's tag; one that is not listed counts as English does.</param>
    /// <param name="number">A number from 0.</param>
    public static string Of(string tag, long number)
    {
        var (ten, hundred) = (number % 10, number % 100);
        return tag.Split('-')[0] switch
        {
            "ja" or "ko" or "zh" or "yue" or "vi" or "th" or "lo" or "my" or "id" or "ms" or "jv" or "su" or "bo" or "wo" or "yo" or "ig" => Other,
            "pt" when tag == "pt-PT" => number == 1 ? One : Other,
            "fr" or "pt" or "hi" or "bn" or "fa" or "gu" or "kn" or "zu" or "am" or "as" or "hy" or "ff" or "ln" or "mg" or "pa" or "ti" or "si" =>
                number <= 1 ? One : Other,
            "ru" or "uk" or "be" => Slavic(ten, hundred) ?? Many,
            "sr" or "hr" or "bs" or "sh" => Slavic(ten, hundred) ?? Other,
            "pl" => number == 1 ? One : Slavic(ten, hundred) is Few ? Few : Many,
            "cs" or "sk" => number switch { 1 => One, 2 or 3 or 4 => Few, _ => Other },
            "sl" => hundred switch { 1 => One, 2 => Two, 3 or 4 => Few, _ => Other },
            "mk" or "is" => ten == 1 && hundred != 11 ? One : Other,
            "lt" => hundred is >= 11 and <= 19 ? Other : ten switch { 1 => One, 0 => Other, _ => Few },
            "lv" => ten == 0 || hundred is >= 11 and <= 19 ? Zero : ten == 1 ? One : Other,
            "ro" => number == 1 ? One : number == 0 || hundred is >= 1 and <= 19 ? Few : Other,
            "ar" => number switch { 0 => Zero, 1 => One, 2 => Two, _ => hundred switch { >= 3 and <= 10 => Few, >= 11 => Many, _ => Other } },
            "he" => number switch { 1 => One, 2 => Two, _ => Other },
            "mt" => number switch { 1 => One, 2 => Two, 0 => Few, _ => hundred switch { >= 3 and <= 10 => Few, >= 11 and <= 19 => Many, _ => Other } },
            "ga" => number switch { 1 => One, 2 => Two, >= 3 and <= 6 => Few, >= 7 and <= 10 => Many, _ => Other },
            "gd" => number switch { 1 or 11 => One, 2 or 12 => Two, >= 3 and <= 19 => Few, _ => Other },
            "cy" => number switch { 0 => Zero, 1 => One, 2 => Two, 3 => Few, 6 => Many, _ => Other },
            "fil" or "tl" => number is >= 1 and <= 3 || ten is not (4 or 6 or 9) ? One : Other,
            _ => number == 1 ? One : Other,
        };
    }

    /// <summary>What the Slavic languages share: 1, 21, 31 … and 2 to 4, 22 to 24 …, but not 11 to 14; null for the rest.</summary>
    private static string? Slavic(long ten, long hundred) =>
        ten == 1 && hundred != 11 ? One : ten is >= 2 and <= 4 && hundred is not (>= 12 and <= 14) ? Few : null;
}
