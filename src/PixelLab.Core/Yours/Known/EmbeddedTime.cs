using System.Globalization;
using System.Text.RegularExpressions;
using PixelLab.Core.Explaining;

namespace PixelLab.Core.Yours.Known;

/// <summary>The moments that ids and numbers hold. Those that no tracker of today can have made are taken for chance.</summary>
internal static partial class EmbeddedTime
{
    private const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly DateTimeOffset Earliest = new(2005, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2045, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The 100-nanosecond steps of UUIDs begin with the Gregorian calendar (RFC 9562 section 5.1).</summary>
    private static readonly DateTimeOffset Gregorian = new(1582, 10, 15, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// When Google's scripts made an id: <c>GA1.1.RANDOM.SECONDS</c> in the cookie and <c>RANDOM.SECONDS</c> in requests, <c>GS1.1.SECONDS…</c> and
    /// <c>GS2.1.sSECONDS…</c> for a visit, <c>GCL.SECONDS.…</c> for a click on an ad.
    /// </summary>
    public static DateTimeOffset? OfGoogle(string value) =>
        Google().Match(value) is { Success: true } match ? Seconds(match.Groups.Cast<Group>().Last(group => group.Success).Value) : null;

    /// <summary>When a UUID of version 1, 6 or 7 was made (RFC 9562).</summary>
    public static DateTimeOffset? OfUuid(Guid uuid)
    {
        var digits = uuid.ToString("N");
        var time = digits[12] switch
        {
            '1' => digits[13..16] + digits[8..12] + digits[..8],
            '6' => digits[..12] + digits[13..16],
            _ => null,
        };
        if (time is not null)
        {
            return Plausible(Gregorian.AddTicks(long.Parse(time, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        }

        return digits[12] == '7' ? Milliseconds(long.Parse(digits[..12], NumberStyles.HexNumber, CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>When a ULID was made: ten characters of milliseconds, sixteen of chance (github.com/ulid/spec).</summary>
    public static DateTimeOffset? OfUlid(string value) =>
        value.Length == 26 && value[0] is >= '0' and <= '7' && value.All(letter => Crockford.Contains(letter, StringComparison.Ordinal))
            ? Milliseconds(value[..10].Aggregate(0L, (time, letter) => (time * 32) + Crockford.IndexOf(letter, StringComparison.Ordinal)))
            : null;

    /// <summary>The moment that a number is in seconds, milliseconds or microseconds since 1970.</summary>
    public static DateTimeOffset? OfUnix(string value) => PlainText.Number(value) is not { } number ? null : value.Length switch
    {
        10 => Seconds(value),
        13 => Milliseconds(number),
        16 => Milliseconds(number / 1000),
        _ => null,
    };

    private static DateTimeOffset? Seconds(string value) => PlainText.Number(value) is { } seconds ? Milliseconds(seconds * 1000) : null;

    private static DateTimeOffset? Milliseconds(long value) =>
        value >= Earliest.ToUnixTimeMilliseconds() && value < Latest.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;

    private static DateTimeOffset? Plausible(DateTimeOffset at) => at >= Earliest && at < Latest ? at : null;

    [GeneratedRegex(
        @"^(?:(?:GA1\.\d\.)?\d{1,10}\.(\d{10})|GS1\.\d\.(\d{10})\.[\d.]{1,60}|GS2\.\d\.s(\d{10})\$[\w$.]{1,120}|GCL\.(\d{10})\.[\w-]{5,200}|1\.\d\.\d{5,10}\.(\d{10}))\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Google();
}
