using System.Globalization;
using PixelLab.Core.Vendors;

namespace PixelLab.Core.Explaining;

/// <summary>Decodes the values of vendors' parameters into words.</summary>
internal static class ParameterValues
{
    /// <summary>The value in words, or null where it tells a person nothing or is not what its kind promises.</summary>
    public static string? InWords(ValueKind kind, string value) => kind switch
    {
        _ when string.IsNullOrWhiteSpace(value) => null,
        ValueKind.Text or ValueKind.Event or ValueKind.Code => PlainText.Quoted(value),
        ValueKind.PageAddress => PageAddress(value),
        ValueKind.Language => LanguageNames.Of(value),
        ValueKind.Size => Size(value),
        ValueKind.Pixels => PlainText.Number(value) is { } pixels ? PlainText.Count(pixels, "pixel", "pixels") : null,
        ValueKind.ColourDepth => ColourDepth(value),
        ValueKind.Number => PlainText.Shown(value, 40),
        ValueKind.Percent => PlainText.Number(value) is { } percent ? $"{percent} %" : null,
        ValueKind.Milliseconds => PlainText.Number(value) is { } length && length < int.MaxValue
            ? Duration(TimeSpan.FromMilliseconds(length)) : null,
        ValueKind.UnixMilliseconds => Time(value),
        ValueKind.TimeZone => TimeZone(value),
        ValueKind.YesNo => value switch { "1" or "true" => "yes", "0" or "false" => "no", _ => null },
        ValueKind.ConsentMode => ConsentMode(value),
        ValueKind.UsPrivacy => UsPrivacy(value),
        ValueKind.MadeId => MadeId(value),
        _ => null,
    };

    /// <summary>A length of time in words: <c>12 seconds</c>, <c>3 minutes</c>.</summary>
    public static string Duration(TimeSpan length) => length.TotalSeconds switch
    {
        < 1 => "less than a second",
        < 100 => PlainText.Count((long)Math.Round(length.TotalSeconds), "second", "seconds"),
        < 6000 => PlainText.Count((long)Math.Round(length.TotalMinutes), "minute", "minutes"),
        _ => PlainText.Count((long)Math.Round(length.TotalHours), "hour", "hours"),
    };

    private static string PageAddress(string value)
    {
        if (PagePlace.Read(value) is not { } place)
        {
            return PlainText.Quoted(value, 200);
        }

        var words = $"{PlainText.Quoted(place.Path, 200)} on {PlainText.Shown(place.Name, 80)}";
        return PagePlace.SeatSegment(value) is null ? words : words + " (the lab’s own seat taken out)";
    }

    private static string? Size(string value) =>
        value.Split('x', 3) is [var width, var height]
        && PlainText.Number(width) is { } wide && PlainText.Number(height) is { } high
            ? $"{wide} × {high} pixels"
            : null;

    private static string? ColourDepth(string value) =>
        PlainText.Number(value.EndsWith("-bit", StringComparison.Ordinal) ? value[..^4] : value) is { } bits
            ? $"{bits} bits for each pixel"
            : null;

    private static string? Time(string value) =>
        PlainText.Number(value) is { } milliseconds && milliseconds < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
                .ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)
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

    private static string? ConsentMode(string value) => value switch
    {
        ['G', '1', '0' or '1' or '-', '0' or '1' or '-'] => $"advertising {Answer(value[2])}, analytics {Answer(value[3])}",
        _ => null,
    };

    private static string Answer(char digit) => digit switch { '1' => "agreed", '0' => "not agreed", _ => "not asked" };

    private static string? UsPrivacy(string value) => value switch
    {
        ['1', _, 'Y' or 'y', _] => "opted out",
        ['1', _, 'N' or 'n', _] => "not opted out",
        ['1', '-', '-', '-'] => "the law does not apply, as the site sees it",
        _ => null,
    };

    private static string? MadeId(string value) =>
        value.Split('.', 4) is ["fb", _, var made, var id] && Time(made) is { } time
            ? $"made {time}, {PlainText.Quoted(id, 60)}"
            : null;
}
