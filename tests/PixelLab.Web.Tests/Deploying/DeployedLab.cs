using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace PixelLab.Web.Tests.Deploying;

/// <summary>
/// A lab behind a reverse proxy, as the guide for schools sets it up: https by names on three domains. Browsers come from
/// an address of their own, so that it can be told from the proxy's.
/// </summary>
public abstract class DeployedLab : IAsyncLifetime
{
    /// <summary>The domain of the lab and its sites.</summary>
    public const string Base = "pixellab.example";

    /// <summary>The domain of the vendors.</summary>
    public const string Vendors = "pixelvendors.example";

    /// <summary>The domain of the pages that learners write.</summary>
    public const string Pages = "pixelpages.example";

    /// <summary>The address that the browsers of these tests come from: any of 127.0.0.0/8 is this machine.</summary>
    public static readonly IPAddress Browser = IPAddress.Parse("127.0.0.9");

    private TestCertificate? _certificate;
    private ReverseProxy? _proxy;

    /// <summary>The lab itself, which nobody but the proxy should ask.</summary>
    public LabProcess Lab { get; private set; } = null!;

    /// <summary>A client that finds every name at the proxy and believes its certificate alone, for its names alone.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _certificate = new TestCertificate(Base, "*." + Base, "*." + Vendors, "sandbox." + Pages);
        Lab = await LabProcess.StartAsync([.. Settings(), .. await MoreSettingsAsync()]);
        Http = new HttpClient(Handler()) { Timeout = TimeSpan.FromSeconds(30) };
        _proxy = await StartAsync(Lab.Port, _certificate);
        await _proxy.AnswersAsync(Http, At("lab", "/healthz"));
    }

    /// <summary>The handler of such a client; also for the hub's connection.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                (errors & SslPolicyErrors.RemoteCertificateNameMismatch) == 0 && _certificate!.Is(certificate),
        },
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                socket.Bind(new IPEndPoint(Browser, 0));
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };

    /// <summary>A connection to the hub, not yet opened.</summary>
    /// <param name="transport">By which way.</param>
    /// <param name="asksFirst">Whether it asks before which ways there are.</param>
    public HubConnection Hub(HttpTransportType transport, bool asksFirst = true) => new HubConnectionBuilder().WithUrl(At("lab", "/live"), transport, http =>
    {
        http.SkipNegotiation = !asksFirst;
        http.HttpMessageHandlerFactory = _ => Handler();
        http.WebSocketFactory = async (context, cancellation) =>
        {
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(context.Uri, new HttpMessageInvoker(Handler()), cancellation);
            return socket;
        };
    }).Build();

    /// <summary>A page's address as browsers know it.</summary>
    /// <param name="host">A host of the town.</param>
    /// <param name="pathAndQuery">Its path.</param>
    public Uri At(string host, string pathAndQuery) => new(Origin(host) + pathAndQuery);

    /// <summary>A host's origin as browsers know it.</summary>
    public string Origin(string host) => string.Create(
        CultureInfo.InvariantCulture,
        $"https://{(host == "lab" ? Base : host == "sandbox" ? $"sandbox.{Pages}" : host is "metrics" or "adnet" or "broker" or "postbox" ? $"{host}.{Vendors}" : $"{host}.{Base}")}:{_proxy?.HttpsPort ?? 443}");

    /// <summary>The address that answers without TLS.</summary>
    public Uri PlainAt(string path) => new(string.Create(CultureInfo.InvariantCulture, $"http://shop.{Base}:{_proxy!.HttpPort}{path}"));

    /// <summary>Makes a seat through the proxy.</summary>
    public async Task<string> SeatAsync()
    {
        using var made = await Http.PostAsync(At("lab", "/api/seats"), null);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        return (await made.Content.ReadFromJsonAsync<JsonElement>()).Text("seat")!;
    }

    /// <summary>The hits of a seat.</summary>
    public async Task<IReadOnlyList<JsonElement>> HitsAsync(string seat)
    {
        var page = await Http.GetFromJsonAsync<JsonElement>(At("lab", $"/api/seats/{seat}/events?limit=1000"));
        return [.. page.GetProperty("events").EnumerateArray().Where(one => one.Text("kind") == "hit")];
    }

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Http?.Dispose();
        if (_proxy is not null)
        {
            await _proxy.DisposeAsync();
        }

        if (Lab is not null)
        {
            await Lab.DisposeAsync();
        }

        _certificate?.Dispose();
    }

    /// <summary>How the guide's service names hosts and whom it believes.</summary>
    private protected static (string Name, string Value)[] Settings()
    {
        const string Before = "Environment=PixelLab__Addressing__";
        var settings = File.ReadLines(Path.Combine(ReverseProxy.Examples, "pixellab.service"))
            .Where(line => line.StartsWith(Before, StringComparison.Ordinal))
            .Select(line => line[Before.Length..].Split('=', 2))
            .Select(parts => ("Addressing:" + parts[0].Replace("__", ":", StringComparison.Ordinal), parts[1])).ToArray();
        Assert.Contains(("Addressing:BaseHost", Base), settings);
        Assert.Contains(("Addressing:VendorBaseHost", Vendors), settings);
        Assert.Contains(("Addressing:SandboxBaseHost", Pages), settings);
        return settings;
    }

    /// <summary>What the lab is told besides.</summary>
    private protected virtual ValueTask<(string Name, string Value)[]> MoreSettingsAsync() => ValueTask.FromResult<(string, string)[]>([]);

    /// <summary>Starts the proxy before the lab.</summary>
    private protected abstract Task<ReverseProxy> StartAsync(int labPort, TestCertificate certificate);
}

/// <summary>The lab behind nginx.</summary>
public sealed class NginxLab : DeployedLab
{
    private protected override Task<ReverseProxy> StartAsync(int labPort, TestCertificate certificate) =>
        ReverseProxy.StartNginxAsync(labPort, certificate);
}

/// <summary>The lab behind Caddy.</summary>
public sealed class CaddyLab : DeployedLab
{
    private protected override Task<ReverseProxy> StartAsync(int labPort, TestCertificate certificate) =>
        ReverseProxy.StartCaddyAsync(labPort, certificate);
}
