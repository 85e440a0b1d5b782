using System.Globalization;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Explaining;

/// <summary>Decodes the values of vendors' parameters into words.</summary>
internal static class ParameterValues
{
    /// <summary>The value in words, or null where it tells a person nothing or is not what its kind promises.</summary>
    public static string? InWords(ValueKind kind, string value, Language language)
    {
        var words = language[ParameterText.Words];
        return kind switch
        {
            _ when string.IsNullOrWhiteSpace(value) => null,
            ValueKind.Text or ValueKind.Event or ValueKind.Code => language.QuotedValue(value),
            ValueKind.PageAddress => PageAddress(value, language),
            ValueKind.Language => LanguageNames.Of(value, language),
            ValueKind.Size => Size(value, words),
            ValueKind.Pixels => PlainText.Number(value) is { } pixels ? words.Count("Pixels", pixels) : null,
            ValueKind.ColourDepth => ColourDepth(value, words),
            ValueKind.Number => PlainText.Shown(value, 40),
            ValueKind.Percent => PlainText.Number(value) is { } percent ? words["Percent", percent] : null,
            ValueKind.Milliseconds => PlainText.Number(value) is { } length && length < int.MaxValue
                ? language.Duration(TimeSpan.FromMilliseconds(length)) : null,
            ValueKind.UnixMilliseconds => Time(value, language),
            ValueKind.TimeZone => TimeZone(value),
            ValueKind.YesNo => value switch { "1" or "true" => words["Yes"], "0" or "false" => words["No"], _ => null },
            ValueKind.ConsentMode => ConsentMode(value, words),
            ValueKind.UsPrivacy => UsPrivacy(value, words),
            ValueKind.MadeId => MadeId(value, language),
            _ => null,
        };
    }

    private static string PageAddress(string value, Language language)
    {
        if (PagePlace.Read(value) is not { } place)
        {
            return language.Quoted(value, 200);
        }

        var name = PagePlace.SeatSegment(value) is null ? "PageOn" : "PageOnWithoutSeat";
        return language[ExplainingText.Words][name, language.Quoted(place.Path, 200), PlainText.Shown(place.Name, 80)];
    }

    private static string? Size(string value, Words words) =>
        value.Split('x', 3) is [var width, var height]
        && PlainText.Number(width) is { } wide && PlainText.Number(height) is { } high
            ? words["Size", wide, high]
            : null;

    private static string? ColourDepth(string value, Words words) =>
        PlainText.Number(value.EndsWith("-bit", StringComparison.Ordinal) ? value[..^4] : value) is { } bits
            ? words["Colours", bits]
            : null;

    private static string? Time(string value, Language language) =>
        PlainText.Number(value) is { } milliseconds && milliseconds < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? language.Moment(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds))
            : null;

    /// <summary>Scripts give the zone's name or, from <c>getTimezoneOffset</c>, minutes that are behind UTC when positive.</summary>
    private static string TimeZone(string value)
    {
        if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minutes)
            || minutes is < -900 or > 900)
        {
            return PlainText.Shown(value, 60);
        }

        var sign = minutes > 0 ? '−' : '+';
        return $"UTC {sign}{Math.Abs(minutes) / 60}:{Math.Abs(minutes) % 60:00}";
    }

    private static string? ConsentMode(string value, Words words) => value switch
    {
        ['G', '1', '0' or '1' or '-', '0' or '1' or '-'] => words["Consent", Answer(value[2], words), Answer(value[3], words)],
        _ => null,
    };

    private static string Answer(char digit, Words words) => digit switch
    {
        '1' => words["Consent.Agreed"],
        '0' => words["Consent.NotAgreed"],
        _ => words["Consent.NotAsked"],
    };

    private static string? UsPrivacy(string value, Words words) => value switch
    {
        ['1', _, 'Y' or 'y', _] => words["OptOut.Out"],
        ['1', _, 'N' or 'n', _] => words["OptOut.In"],
        ['1', '-', '-', '-'] => words["OptOut.None"],
        _ => null,
    };

    private static string? MadeId(string value, Language language) =>
        value.Split('.', 4) is ["fb", _, var made, var id] && Time(made, language) is { } time
            ? language[ParameterText.Words]["Made", time, language.Quoted(id, 60)]
            : null;
}
