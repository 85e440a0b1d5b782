using System.Collections.Frozen;
using System.Globalization;

namespace PixelLab.Core.Explaining;

/// <summary>
/// English names of language tags (RFC 5646). The lab runs without culture data, so the common ones are listed here; any
/// other tag is shown as it is.
/// </summary>
public static class LanguageNames
{
    private const int MostRanges = 8;

    private static readonly FrozenDictionary<string, string> Languages = Table(
        "ar Arabic,bg Bulgarian,bn Bengali,bs Bosnian,ca Catalan,cs Czech,cy Welsh,da Danish,de German,el Greek,en English,"
        + "es Spanish,et Estonian,eu Basque,fa Persian,fi Finnish,fil Filipino,fr French,ga Irish,gl Galician,gu Gujarati,"
        + "he Hebrew,hi Hindi,hr Croatian,hu Hungarian,hy Armenian,id Indonesian,is Icelandic,it Italian,ja Japanese,"
        + "ka Georgian,kk Kazakh,ko Korean,ku Kurdish,lb Luxembourgish,lt Lithuanian,lv Latvian,mk Macedonian,ms Malay,"
        + "mt Maltese,nb Norwegian,nl Dutch,nn Norwegian,no Norwegian,pa Punjabi,pl Polish,ps Pashto,pt Portuguese,"
        + "rm Romansh,ro Romanian,ru Russian,sk Slovak,sl Slovenian,so Somali,sq Albanian,sr Serbian,sv Swedish,sw Swahili,"
        + "ta Tamil,te Telugu,th Thai,ti Tigrinya,tr Turkish,uk Ukrainian,ur Urdu,uz Uzbek,vi Vietnamese,zh Chinese");

    private static readonly FrozenDictionary<string, string> Regions = Table(
        "AE United Arab Emirates,AR Argentina,AT Austria,AU Australia,BA Bosnia and Herzegovina,BE Belgium,BG Bulgaria,"
        + "BR Brazil,CA Canada,CH Switzerland,CL Chile,CN China,CO Colombia,CZ Czechia,DE Germany,DK Denmark,EE Estonia,"
        + "EG Egypt,ES Spain,FI Finland,FR France,GB United Kingdom,GR Greece,HK Hong Kong,HR Croatia,HU Hungary,"
        + "ID Indonesia,IE Ireland,IL Israel,IN India,IS Iceland,IT Italy,JP Japan,KE Kenya,KR South Korea,LI Liechtenstein,"
        + "LT Lithuania,LU Luxembourg,LV Latvia,MA Morocco,MT Malta,MX Mexico,MY Malaysia,NG Nigeria,NL Netherlands,"
        + "NO Norway,NZ New Zealand,PE Peru,PH Philippines,PK Pakistan,PL Poland,PT Portugal,RO Romania,RS Serbia,RU Russia,"
        + "SA Saudi Arabia,SE Sweden,SG Singapore,SI Slovenia,SK Slovakia,TH Thailand,TR Türkiye,TW Taiwan,UA Ukraine,"
        + "US United States,VN Vietnam,ZA South Africa,419 Latin America");

    private static readonly FrozenDictionary<string, string> Scripts = Table(
        "Arab Arabic script,Cyrl Cyrillic script,Hans simplified,Hant traditional,Latn Latin script");

    /// <summary>The tag's name, for example <c>English (United Kingdom)</c>; the tag itself where it has none here.</summary>
    public static string Of(string tag)
    {
        var parts = tag.Split(['-', '_'], 4);
        if (!Languages.TryGetValue(parts[0], out var language))
        {
            return PlainText.Shown(tag, 35);
        }

        var details = parts.Skip(1)
            .Select(part => Regions.GetValueOrDefault(part) ?? Scripts.GetValueOrDefault(part))
            .OfType<string>()
            .ToList();
        return details.Count == 0 ? language : $"{language} ({string.Join(", ", details)})";
    }

    /// <summary>The language alone, without region: <c>English</c>; null for a tag that is not listed.</summary>
    public static string? Plain(string tag) => Languages.GetValueOrDefault(tag.Split(['-', '_'], 2)[0]);

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
    public static string? InWords(string acceptLanguage)
    {
        var tags = Preferred(acceptLanguage);
        // Browsers add the bare language after its regional form; it says nothing more.
        var names = tags
            .Where((tag, place) => !tags.Take(place).Any(earlier => earlier.StartsWith(tag + "-", StringComparison.OrdinalIgnoreCase)))
            .Select(Of)
            .Distinct()
            .ToList();
        return names.Count switch
        {
            0 => null,
            1 => names[0],
            _ => $"{names[0]} first, then {string.Join(", then ", names.Skip(1))}",
        };
    }

    private static double WeightOf(string parameter) =>
        parameter.Trim() is ['q' or 'Q', '=', .. var weight]
        && double.TryParse(weight, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : 1;

    private static FrozenDictionary<string, string> Table(string entries) =>
        entries.Split(',')
            .Select(entry => entry.Split(' ', 2))
            .ToFrozenDictionary(entry => entry[0], entry => entry[1], StringComparer.OrdinalIgnoreCase);
}
