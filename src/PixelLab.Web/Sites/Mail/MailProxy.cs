using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using PixelLab.Core.Settings;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;

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
    private const int MaxPictureBytes = 256 * 1024;
    private const long MaxCacheBytes = 16 * 1024 * 1024;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly HttpClient _client;
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MaxCacheBytes });
    private readonly IServer _server;
    private readonly AddressingMode _mode;

    /// <summary>Prepares the proxy; the server's own address is asked for when it first fetches.</summary>
    public MailProxy(IServer server, IOptions<AddressingOptions> addressing)
    {
        _server = server;
        _mode = addressing.Value.Mode;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = TimeSpan.FromSeconds(10),
        };
    }

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
        // Behind a proxy that ends TLS the lab itself speaks plain HTTP.
        var picture = new Uri(url);
        using var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(picture) { Scheme = "http" }.Uri);
        request.Headers.Host = picture.Authority;
        var (agent, address) = HeadersOf(client);
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        Emulation.Mark(request, address);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!response.IsSuccessStatusCode || response.Content.Headers.ContentLength > MaxPictureBytes)
            {
                return null;
            }

            var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
            return bytes.Length <= MaxPictureBytes
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

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var bound = BindingAddress.Parse(
            _server.Features.Get<IServerAddressesFeature>()?.Addresses
                .FirstOrDefault(url => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException("The server listens nowhere without TLS."));
        var address = IPAddress.TryParse(bound.Host.Trim('[', ']'), out var own) && !own.Equals(IPAddress.Any) && !own.Equals(IPAddress.IPv6Any)
            ? own
            : IPAddress.Loopback;
        var port = _mode == AddressingMode.Port ? context.DnsEndPoint.Port : bound.Port;
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
