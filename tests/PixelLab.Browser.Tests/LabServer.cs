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
    private readonly string _mode;
    private Process? _process;

    /// <summary>A lab whose hosts have names, as it is by default.</summary>
    public LabServer()
        : this("Subdomain", FreePort())
    {
    }

    private LabServer(string mode, int port)
    {
        _mode = mode;
        Port = port;
    }

    /// <summary>The port; the same after every restart.</summary>
    public int Port { get; }

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

    /// <summary>Starts a lab whose hosts are told apart in another way; dispose of it.</summary>
    public static async Task<LabServer> StartInAsync(string mode)
    {
        for (var tries = 1; ; tries++)
        {
            var lab = new LabServer(mode, mode == "Port" ? FreeRun() : FreePort());
            try
            {
                await lab.StartAsync();
                return lab;
            }
            catch (InvalidOperationException taken) when (tries < 5 && taken.Message.Contains("already in use", StringComparison.Ordinal))
            {
                // Between looking for free ports and taking them, another test took one.
                await lab.DisposeAsync();
            }
        }
    }

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
        start.Environment["PixelLab__Addressing__Mode"] = _mode;
        start.Environment["PixelLab__DataDirectory"] = _data.FullName;
        start.Environment["PixelLab__Limits__HitsPerMinute"] = "0";
        start.Environment["PixelLab__Lessons__Folder"] = LessonsOfTests();
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
    public async Task<string> MakeSeatAsync() => (await MakeSeatWholeAsync()).GetProperty("seat").GetString()!;

    /// <summary>Makes a seat, with the addresses of sites and vendors as the lab tells them.</summary>
    public async Task<JsonElement> MakeSeatWholeAsync()
    {
        using var reply = await Http.PostAsync(new Uri($"http://localhost:{Port}/api/seats"), null);
        reply.EnsureSuccessStatusCode();
        return await reply.Content.ReadFromJsonAsync<JsonElement>();
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

    /// <summary>The folder of the lab's project.</summary>
    internal static string LabFolder => Told("LabFolder");

    /// <summary>The lessons of the tests, and beside them a language that is made anew from the lab's words.</summary>
    private string LessonsOfTests()
    {
        var from = Path.GetFullPath(Path.Combine(LabFolder, "..", "..", "tests", "Lessons"));
        var folder = Path.Combine(_data.FullName, "lessons");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to, overwrite: true);
        }

        Lessons.MadeUpLanguage.WriteTo(folder, LabFolder);
        Lessons.PartOfALanguageTests.WriteTo(folder);
        return folder;
    }

    private static string Told(string key) => typeof(LabServer).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(told => told.Key == key).Value!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The first of as many free ports in a row as the town has hosts, and some more.</summary>
    private static int FreeRun()
    {
        const int Hosts = 16;
        while (true)
        {
            var first = FreePort();
            if (first < 65_000 && Enumerable.Range(first, Hosts).All(IsFree))
            {
                return first;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
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
