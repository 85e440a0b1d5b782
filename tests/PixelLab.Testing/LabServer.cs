using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PixelLab.Testing;

/// <summary>
/// The real lab on a loopback port of its own, as tests reach it: over the wire, with a data folder that goes when the test does.
/// Nothing is replaced in it. It runs in the tests' own process, which starts it in moments, or in one of its own
/// (<see cref="LabProcess"/>), which can be killed.
/// </summary>
public abstract class LabServer : IAsyncDisposable
{
    /// <summary>As many ports as there are hosts in the town, and some to grow.</summary>
    private const int PortsOfTheTown = 16;

    /// <summary>The folder with everything that the lab keeps.</summary>
    public DirectoryInfo Data { get; } = Directory.CreateTempSubdirectory("pixellab-test-");

    /// <summary>The lab's port.</summary>
    public int Port { get; private protected set; }

    /// <summary>A client that finds every name on this machine and follows no redirect.</summary>
    public HttpClient Http { get; } = LoopbackHttp.Client();

    /// <summary>What the lab is made of, where it runs in the tests' own process.</summary>
    /// <exception cref="NotSupportedException">It runs in another.</exception>
    public virtual IServiceProvider Services => throw new NotSupportedException("The lab runs in a process of its own.");

    /// <summary>Starts a lab in the tests' own process; each setting is a name as in <c>Limits:HitsPerMinute</c> with its value.</summary>
    public static Task<LabServer> StartAsync(params (string Name, string Value)[] settings)
    {
        var isByPorts = settings.Contains(("Addressing:Mode", "Port"));
        return HostedLab.StartAsync(isByPorts ? LoopbackPorts.FreeRun(PortsOfTheTown) : 0, settings);
    }

    /// <summary>The address of a host of the lab, in subdomain mode.</summary>
    public string Url(string host, string pathAndQuery) => string.Create(
        CultureInfo.InvariantCulture, $"http://{(host == "lab" ? "" : host + ".")}localhost:{Port}{pathAndQuery}");

    /// <summary>The address of a page for a seat.</summary>
    public string Url(string host, string seat, string pathAndQuery) => Url(host, $"/~{seat}{pathAndQuery}");

    /// <summary>What the lab's API answers at a path.</summary>
    public Task<JsonElement> GetAsync(string path) => Http.GetFromJsonAsync<JsonElement>(Url("lab", path));

    /// <summary>Makes a seat.</summary>
    public async Task<string> MakeSeatAsync() => (await MakeSeatWholeAsync()).GetProperty("seat").GetString()!;

    /// <summary>Makes a seat, with the addresses of sites and vendors as the lab tells them.</summary>
    public async Task<JsonElement> MakeSeatWholeAsync()
    {
        using var reply = await Http.PostAsync(Url("lab", "/api/seats"), null);
        reply.EnsureSuccessStatusCode();
        return await reply.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>A seat's events as the API tells them, oldest first, asked for page after page.</summary>
    public async Task<IReadOnlyList<JsonElement>> EventsAsync(string seat, int pageSize = 1000)
    {
        var events = new List<JsonElement>();
        var next = "";
        while (true)
        {
            var page = await GetAsync($"/api/seats/{seat}/events?limit={pageSize}&after={next}");
            if (page.GetProperty("events").GetArrayLength() == 0)
            {
                return events;
            }

            events.AddRange(page.GetProperty("events").EnumerateArray());
            next = page.GetProperty("next").GetString();
        }
    }

    /// <summary>Waits until the lab says of itself that it works, or that it does not.</summary>
    /// <exception cref="OperationCanceledException">It did not within a minute.</exception>
    public async Task HealthBecomesAsync(HttpStatusCode expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            using var reply = await Http.GetAsync(Url("lab", "/healthz"), patience.Token);
            if (reply.StatusCode == expected)
            {
                return;
            }
        }
    }

    /// <summary>Ends the lab, and what it kept goes.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Http.Dispose();
        await EndAsync();
        Data.Delete(recursive: true);
    }

    private protected static string UrlOf(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private protected abstract ValueTask EndAsync();
}
