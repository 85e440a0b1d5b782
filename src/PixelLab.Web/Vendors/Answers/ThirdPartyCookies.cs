using System.Collections.Concurrent;
using System.Security.Cryptography;
using PixelLab.Core.Events;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Vendors.Answers;

/// <summary>
/// The cookies by which a vendor knows a browser again: one for all sites, and a twin for browsers that refuse the first
/// but keep a jar per site (CHIPS, the <c>Partitioned</c> attribute).
/// </summary>
/// <param name="name">The cookie that follows a browser across sites.</param>
/// <param name="partitionedName">Its twin; null for a vendor that gives none.</param>
public sealed class ThirdPartyCookies(string name, string? partitionedName)
{
    private const string Hexadecimal = "0123456789abcdef";
    private const int IdLength = 16;

    /// <summary>400 days, the longest that a browser keeps a cookie (RFC 6265bis section 5.5).</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    /// <summary>How long the requests of one page may lie apart and still be given one number.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<PageKey, NewNumbers> _newcomers = new();

    private sealed record PageKey(SeatId Seat, string Page, string Address, string Agent);

    private sealed record NewNumbers(string Id, string PartitionedId, DateTimeOffset At);

    /// <summary>
    /// Gives a number to a browser that came without one, as <c>Set-Cookie</c> values. Several pixels of a page ask
    /// before the first answer is back: they are one browser and get one number.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="page">What the page's pixels have in common, or null.</param>
    public IReadOnlyList<string> ForNewcomer(HttpContext context, string? page)
    {
        // A browser takes SameSite=None only with Secure, and Secure only from a trustworthy origin: https, or http on
        // a localhost name. On a bare address a plain cookie is all there is.
        var host = context.Request.Host.Host;
        var trustworthy = context.Request.IsHttps || host is "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal);
        var known = IsId(context.Request.Cookies[name]);
        var knownHere = !trustworthy || partitionedName is null || IsId(context.Request.Cookies[partitionedName]);
        if (known && knownHere)
        {
            return [];
        }

        var attributes = $"Path=/; Max-Age={Lifetime.TotalSeconds:0}; HttpOnly" + (trustworthy ? "; SameSite=None; Secure" : "");
        var numbers = NumbersFor(context, page);
        var cookies = new List<string>(2);
        if (!known)
        {
            cookies.Add($"{name}={numbers.Id}; {attributes}");
        }

        if (!knownHere)
        {
            cookies.Add($"{partitionedName}={numbers.PartitionedId}; {attributes}; Partitioned");
        }

        return cookies;
    }

    /// <summary>Whether a text has the form of a number that this vendor gives.</summary>
    public static bool IsId(string? text) => text?.Length == IdLength && text.All(Hexadecimal.Contains);

    private NewNumbers NumbersFor(HttpContext context, string? page)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var fresh = new NewNumbers(NewId(), NewId(), now);
        if (page is not { Length: > 0 and <= 64 })
        {
            return fresh;
        }

        if (_newcomers.Count > MemoryLimits.PagesWithCookies)
        {
            _newcomers.Clear();
        }

        var agent = context.Request.Headers.UserAgent.ToString();
        var key = new PageKey(
            TownRequest.Of(context).Seat, page, RequestCapture.AddressOf(context), agent.Length <= 512 ? agent : agent[..512]);
        return _newcomers.AddOrUpdate(key, fresh, (_, earlier) => now - earlier.At <= Together ? earlier : fresh);
    }

    private static string NewId() => RandomNumberGenerator.GetString(Hexadecimal, IdLength);
}
