using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace PixelLab.Web.Limits;

/// <summary>
/// Whom limits count as one: an address of IPv4, or the network of one of IPv6, for whoever has such an address mostly has 2⁶⁴ of them (RFC
/// 6177, section 1).
/// </summary>
public static class Sender
{
    private const int NetworkBytes = 8;

    /// <summary>Who sent a request; the connection's other end, or whom a trusted proxy names.</summary>
    public static IPAddress Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    /// <summary>Who has an address.</summary>
    public static IPAddress Of(IPAddress? address) => address switch
    {
        null => IPAddress.None,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
        { AddressFamily: AddressFamily.InterNetworkV6 } when !IPAddress.IsLoopback(address) => NetworkOf(address),
        _ => address,
    };

    /// <summary>Lets each of them have so many a minute.</summary>
    internal static PartitionedRateLimiter<HttpContext> PerMinute(int most) => Per(TimeSpan.FromMinutes(1), most);

    /// <summary>Lets each of them have so many in such a time.</summary>
    internal static PartitionedRateLimiter<HttpContext> Per(TimeSpan window, int most) =>
        PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => RateLimitPartition.GetFixedWindowLimiter(
            Of(context), _ => new() { PermitLimit = most, Window = window }));

    /// <summary>Lets each of them have so many a second, in as many turns; the others wait.</summary>
    internal static PartitionedRateLimiter<HttpContext> Steadily(int perSecond, int turns) =>
        PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => RateLimitPartition.GetTokenBucketLimiter(
            Of(context),
            _ => new()
            {
                TokenLimit = perSecond / turns,
                TokensPerPeriod = perSecond / turns,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1) / turns,
                QueueLimit = int.MaxValue,
            }));

    private static IPAddress NetworkOf(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }
}
