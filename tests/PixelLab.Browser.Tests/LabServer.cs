using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace PixelLab.Browser.Tests;

/// <summary>The real lab as a process of its own, on a free loopback port and with a data folder of its own.</summary>
public sealed class LabServer : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pixellab-browser-");
    private readonly StringBuilder _output = new();
    private Process? _process;

    /// <summary>The port; the same after every restart.</summary>
    public int Port { get; } = FreePort();

    /// <summary>A client that finds every host of the lab on this machine, as a browser does.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => await StartAsync();

    /// <summary>Starts the lab, also again after <see cref="KillAsync"/>, and waits until it answers.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Told("LabAssembly"), "--urls", $"http://127.0.0.1:{Port}"])
        {
            // In the project's folder, as `dotnet run` starts it, so that settings and files are found.
            WorkingDirectory = Told("LabFolder"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["PixelLab__DataDirectory"] = _data.FullName;
        start.Environment["PixelLab__Limits__HitsPerMinute"] = "0";
        start.Environment["PixelLab__Lessons__Folder"] = Path.GetFullPath(Path.Combine(Told("LabFolder"), "..", "..", "tests", "Lessons"));
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Note;
        _process.ErrorDataReceived += Note;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Eventually.TrueAsync("the lab answers", IsReadyAsync, TimeSpan.FromSeconds(60));
    }

    /// <summary>Ends the process as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>The address of a page for a seat.</summary>
    public string Url(string host, string seat, string path) =>
        $"http://{(host == "lab" ? "" : host + ".")}localhost:{Port}/~{seat}{path}";

    /// <summary>Makes a seat.</summary>
    public async Task<string> MakeSeatAsync()
    {
        using var reply = await Http.PostAsync(new Uri($"http://localhost:{Port}/api/seats"), null);
        reply.EnsureSuccessStatusCode();
        var made = await reply.Content.ReadFromJsonAsync<JsonElement>();
        return made.GetProperty("seat").GetString()!;
    }

    /// <summary>A seat's events as the API tells them, oldest first; at most a thousand.</summary>
    public async Task<IReadOnlyList<JsonElement>> EventsAsync(string seat)
    {
        var page = await Http.GetFromJsonAsync<JsonElement>($"http://localhost:{Port}/api/seats/{seat}/events?limit=1000");
        return [.. page.GetProperty("events").EnumerateArray()];
    }

    /// <summary>What the lab's API answers at a path.</summary>
    public Task<JsonElement> GetAsync(string path) => Http.GetFromJsonAsync<JsonElement>($"http://localhost:{Port}{path}");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
        _data.Delete(recursive: true);
    }

    private static string Told(string key) => typeof(LabServer).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(told => told.Key == key).Value!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> IsReadyAsync()
    {
        if (_process!.HasExited)
        {
            throw new InvalidOperationException($"The lab did not start:\n{_output}");
        }

        try
        {
            return await Http.GetStringAsync(new Uri($"http://localhost:{Port}/healthz")) == "ready";
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Note(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            _output.AppendLine(line.Data);
        }
    }
}
