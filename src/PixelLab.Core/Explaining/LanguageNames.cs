using System.Globalization;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Explaining;

/// <summary>
/// Names of language tags (RFC 5646). The lab runs without culture data, so the common ones are listed beside this file; any other tag is shown
/// as it is.
/// </summary>
public static class LanguageNames
{
    private const int MostRanges = 8;
    private const int MostSubtag = 8;

    /// <summary>The file that the names are in.</summary>
    public static WordFile Words { get; } = new(typeof(LanguageNames));

    /// <summary>The tag's name, for example <c>English (United Kingdom)</c>; the tag itself where it has none here.</summary>
    public static string Of(string tag, Language language)
    {
        if (Plain(tag, language) is not { } name)
        {
            return PlainText.Shown(tag, 35);
        }

        var words = language[Words];
        var details = tag.Split(['-', '_'], 4).Skip(1)
            .Where(part => part.Length <= MostSubtag)
            .Select(part => words.Find($"Region.{part.ToUpperInvariant()}") ?? words.Find($"Script.{Titled(part)}"))
            .OfType<string>()
            .ToList();
        return details.Count == 0 ? name : words["WithDetails", name, language.List(details)];
    }

    /// <summary>The language alone, without region: <c>English</c>; null for a tag that is not listed.</summary>
    public static string? Plain(string tag, Language language)
    {
        var end = tag.AsSpan().IndexOfAny('-', '_');
        var first = end < 0 ? tag : tag[..end];
        return first.Length is 2 or 3 ? language[Words].Find(first.ToLowerInvariant()) : null;
    }

    /// <summary>
    /// The tags of an <c>Accept-Language</c> header, the preferred first (RFC 9110 section 12.5.4); equal weights keep
    /// their order.
    /// </summary>
    public static IReadOnlyList<string> Preferred(string acceptLanguage) =>
    [
        .. acceptLanguage.Split(',', MostRanges + 1)
            .Take(MostRanges)
            .Select(range => range.Split(';', 2))
            .Select(range => (Tag: range[0].Trim(), Weight: range.Length < 2 ? 1 : WeightOf(range[1])))
            .Where(range => range.Tag is not ("" or "*") && range.Weight > 0)
            .OrderByDescending(range => range.Weight)
            .Select(range => range.Tag),
    ];

    /// <summary>The header in words: <c>English (United Kingdom) first, then German</c>; null where it names none.</summary>
    public static string? InWords(string acceptLanguage, Language language)
    {
        var words = language[Words];
        var tags = Preferred(acceptLanguage);
        // Browsers add the bare language after its regional form; it says nothing more.
        var names = tags
            .Where((tag, place) => !tags.Take(place).Any(earlier => earlier.StartsWith(tag + "-", StringComparison.OrdinalIgnoreCase)))
            .Select(tag => Of(tag, language))
            .Distinct()
            .ToList();
        return names.Count switch
        {
            0 => null,
            1 => names[0],
            _ => words["First", names[0], names.Skip(1).Aggregate((list, next) => words["Then", list, next])],
        };
    }

    private static string Titled(string subtag) =>
        subtag.Length == 0 ? "" : char.ToUpperInvariant(subtag[0]) + subtag[1..].ToLowerInvariant();

    private static double WeightOf(string parameter) =>
        parameter.Trim() is ['q' or 'Q', '=', .. var weight]
        && double.TryParse(weight, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : 1;
}
