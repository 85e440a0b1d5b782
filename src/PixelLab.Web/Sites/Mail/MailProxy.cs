using Microsoft.Extensions.Caching.Memory;
using PixelLab.Core.Rules;
using PixelLab.Web.Capture;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Sites.Mail;

/// <summary>A picture that the mail service fetched.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record ProxiedPicture(string Type, byte[] Bytes);

/// <summary>
/// Stands in for the image proxies of mail services. The requests are real and go to the lab's own hosts over the wire, with
/// the headers that the real ones send; they can reach nothing but this machine.
/// </summary>
public sealed class MailProxy : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly HttpClient _client;
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MemoryLimits.ProxiedPictures });

    /// <summary>Prepares the proxy.</summary>
    public MailProxy(OwnRequests own) => _client = new HttpClient(own.Handler()) { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>
    /// A picture of a message, from the cache if it is there; else it is fetched. Null where it could not be had.
    /// </summary>
    /// <param name="letter">The message.</param>
    /// <param name="place">The picture's place in it.</param>
    /// <param name="client">The kind of mail service that fetches.</param>
    /// <param name="cancellation">Ends the fetching.</param>
    public async Task<ProxiedPicture?> GetAsync(MailLetter letter, int place, MailClient client, CancellationToken cancellation)
    {
        var key = (letter.Sent.Seat, letter.Sent.Mail, place);
        if (_cache.TryGetValue(key, out ProxiedPicture? kept))
        {
            return kept;
        }

        var fetched = await FetchAsync(letter.Pictures[place], client, cancellation);
        if (fetched is not null)
        {
            _cache.Set(key, fetched, new MemoryCacheEntryOptions { Size = fetched.Bytes.Length + 100, AbsoluteExpirationRelativeToNow = Kept });
        }

        return fetched;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _client.Dispose();
        _cache.Dispose();
    }

    private async Task<ProxiedPicture?> FetchAsync(string url, MailClient client, CancellationToken cancellation)
    {
        using var request = OwnRequests.Message(HttpMethod.Get, url);
        var (agent, address) = HeadersOf(client);
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        Emulation.Mark(request, address);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!response.IsSuccessStatusCode || response.Content.Headers.ContentLength > MemoryLimits.ProxiedPicture)
            {
                return null;
            }

            var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
            return bytes.Length <= MemoryLimits.ProxiedPicture
                ? new ProxiedPicture(response.Content.Headers.ContentType?.MediaType ?? "application/octet-stream", bytes)
                : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>
    /// What the real services send, with addresses of the ranges for documentation (RFC 5737). Apple's relay gives no more
    /// than the bare beginning of a browser's name.
    /// </summary>
    private static (string Agent, string Address) HeadersOf(MailClient client) => client.Name switch
    {
        "proxy" => ("Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)", "203.0.113.84"),
        "relay" => ("Mozilla/5.0", "198.51.100.17"),
        _ => ("Mozilla/5.0 (image proxy of an invented mail service)", "192.0.2.61"),
    };
}
