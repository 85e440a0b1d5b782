using System.Security.Cryptography;

namespace PixelLab.Web.Capture;

/// <summary>
/// Lets the lab stand in for a mail service's image proxy: the request is real and goes over the wire, but it comes from this
/// machine, so it says from which invented address it would have come. Only this process knows the key, so nobody else can
/// put an address into the log.
/// </summary>
public static class Emulation
{
    private const string Header = "X-PixelLab-Emulated";

    private static readonly string Key = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Marks an outgoing request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="address">The invented address, of a documentation range (RFC 5737).</param>
    public static void Mark(HttpRequestMessage request, string address) =>
        request.Headers.TryAddWithoutValidation(Header, $"{Key} {address}");

    /// <summary>The invented address of a marked request, or null for every other one.</summary>
    public static string? AddressOf(HttpRequest request)
    {
        var mark = request.Headers[Header].ToString();
        return mark.Length > Key.Length + 1
            && CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.ASCII.GetBytes(mark[..Key.Length]), System.Text.Encoding.ASCII.GetBytes(Key))
            ? mark[(Key.Length + 1)..]
            : null;
    }

    /// <summary>The head without the mark: a real proxy would not have sent it.</summary>
    public static string WithoutMark(string head) =>
        string.Join("\r\n", head.Split("\r\n").Where(line => !line.StartsWith(Header + ":", StringComparison.OrdinalIgnoreCase)));
}
