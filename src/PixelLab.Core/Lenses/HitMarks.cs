using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Lenses;

/// <summary>What in one hit can tell a visitor from another.</summary>
/// <param name="Pixel">The cookieless mark of the day.</param>
/// <param name="Sent">The cookie that came with the hit, the unpartitioned one first.</param>
/// <param name="Twin">The other cookie that came with the same hit: one browser brought both, so both are its marks.</param>
/// <param name="Given">The cookie that the reply gave to a browser that brought none of that kind.</param>
/// <param name="Person">The account or recipient named in the hit.</param>
public sealed record HitMarks(string Pixel, string? Sent, string? Twin, string? Given, string? Person)
{
    private const int MarkBytes = 6;

    private static readonly string[] IdCookies = [AdnetWire.IdCookie, AdnetWire.PartitionedIdCookie];

    /// <summary>The view of a page that the hit came from, as its planted value tells; null where it tells none.</summary>
    public string? PageView { get; init; }

    /// <summary>Whether the vendor works with cookies at all.</summary>
    public bool HasCookie => Sent is not null || Given is not null;

    /// <summary>Reads the marks of a hit.</summary>
    public static HitMarks Of(Hit hit) => Of(hit, [.. SentCookies(hit.Request)]);

    private static HitMarks Of(Hit hit, IReadOnlyList<string> sent) =>
        new(PixelMark(hit), sent.ElementAtOrDefault(0), sent.ElementAtOrDefault(1), GivenCookie(hit), PersonOf(hit))
        {
            PageView = Plants.PageViewOf(VendorList.PlantOf(hit)),
        };

    /// <summary>
    /// The mark that cookieless counters make: a hash over what every request carries, with a salt that changes at midnight
    /// (UTC), so that yesterday's visitor cannot be found again.
    /// </summary>
    private static string PixelMark(Hit hit)
    {
        var request = hit.Request;
        var parts = string.Create(
            CultureInfo.InvariantCulture,
            $"{hit.Seat}:{hit.At.UtcDateTime:yyyy-MM-dd}\n{request.Address}\n{request.Header("User-Agent")}\n{request.Header("Accept-Language")}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(parts), hash);
        return Convert.ToHexStringLower(hash[..MarkBytes]);
    }

    private static IEnumerable<string> SentCookies(CapturedRequest request)
    {
        foreach (var name in IdCookies)
        {
            if (request.Cookie(name) is { Length: > 0 and <= 64 } value)
            {
                yield return $"{name}={value}";
            }
        }
    }

    private static string? GivenCookie(Hit hit)
    {
        foreach (var name in IdCookies)
        {
            var given = hit.SetCookies.FirstOrDefault(cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal));
            if (given is not null)
            {
                var end = given.IndexOf(';', StringComparison.Ordinal);
                return end < 0 ? given : given[..end];
            }
        }

        return null;
    }

    private static string? PersonOf(Hit hit) =>
        VendorList.Find(hit.Vendor)?.PersonOf(hit.Request) is { Length: > 0 and <= 128 } person ? person : null;
}
