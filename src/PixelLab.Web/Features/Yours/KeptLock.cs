using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PixelLab.Core.Events;

namespace PixelLab.Web.Features.Yours;

/// <summary>
/// Locks what somebody keeps (AES-GCM, NIST SP 800-38D) with a key that the lab does not keep: a cookie of one browser, for the one place that asks
/// for it. So nobody else can open it who knows the seat, as an instructor does, or who reads the lab's files; and without the key it is gone.
/// </summary>
internal static class KeptLock
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Head = NonceBytes + TagBytes;

    /// <summary>Longer than anything in a seat is kept where nobody says otherwise.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <summary>Locks something with a new key.</summary>
    public static (string Locked, byte[] Key) Lock(SeatId seat, ReadOnlySpan<byte> open)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var locked = new byte[NonceBytes + TagBytes + open.Length];
        var nonce = locked.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, open, locked.AsSpan(Head), locked.AsSpan(NonceBytes, TagBytes), Encoding.ASCII.GetBytes(seat.Value));
        return (Convert.ToBase64String(locked), key);
    }

    /// <summary>Gives the browser the key.</summary>
    public static void Give(HttpContext context, SeatId seat, byte[] key) =>
        context.Response.Cookies.Append(CookieOf(seat), Base64Url.EncodeToString(key), Options(context, Remembered));

    /// <summary>Opens it with the key that the browser sends; null where it has another one or none.</summary>
    public static byte[]? Open(HttpContext context, SeatId seat, string locked)
    {
        try
        {
            var key = Base64Url.DecodeFromChars(context.Request.Cookies[CookieOf(seat)]);
            var bytes = Convert.FromBase64String(locked).AsSpan();
            using var aes = new AesGcm(key, TagBytes);
            var open = new byte[bytes.Length - Head];
            aes.Decrypt(bytes[..NonceBytes], bytes[Head..], bytes[NonceBytes..Head], open, Encoding.ASCII.GetBytes(seat.Value));
            return open;
        }
        catch (Exception wrong) when (wrong is FormatException or CryptographicException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Has the browser throw its key away.</summary>
    public static void Forget(HttpContext context, SeatId seat) => context.Response.Cookies.Append(CookieOf(seat), "", Options(context, TimeSpan.Zero));

    private static string CookieOf(SeatId seat) => $"kept-{seat}";

    private static CookieOptions Options(HttpContext context, TimeSpan maxAge) => new()
    {
        Path = context.Request.PathBase.Add(context.Request.Path),
        MaxAge = maxAge,
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
    };
}
