using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace PixelLab.Web.Tests;

/// <summary>
/// The real lab as a process of its own, on a free loopback port, with a data folder that goes when the test does. Nothing is
/// replaced in it, so that it can be killed and started again like anybody's.
/// </summary>
public sealed partial class LabServer : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly StringBuilder _output = new();
    private readonly Dictionary<string, string> _settings;
    private Process? _process;
    private int _wantedPort;

    private LabServer(Dictionary<string, string> settings, int port)
    {
        _settings = settings;
        _wantedPort = port;
        Http = LoopbackHttp.Client();
    }

    /// <summary>The folder with everything that the lab keeps.</summary>
    public DirectoryInfo Data { get; } = Directory.CreateTempSubdirectory("pixellab-test-");

    /// <summary>The lab's port.</summary>
    public int Port { get; private set; }

    /// <summary>A client that finds every name on this machine and follows no redirect.</summary>
    public HttpClient Http { get; }

    /// <summary>What the process has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>The bytes of memory that the process holds.</summary>
    public long Memory
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts a lab; each setting is a name as in <c>Limits:HitsPerMinute</c> with its value.</summary>
    public static async Task<LabServer> StartAsync(params (string Name, string Value)[] settings)
    {
        var server = Make(0, settings);
        await server.StartProcessAsync();
        return server;
    }

    /// <summary>Starts a lab as those have it who work on it.</summary>
    public static async Task<LabServer> StartInDevelopmentAsync()
    {
        var server = Make(0, []);
        server._settings["ASPNETCORE_ENVIRONMENT"] = "Development";
        await server.StartProcessAsync();
        return server;
    }

    /// <summary>What a command of the lab writes; it is no command where its exit code is not 0.</summary>
    public static async Task<string> CommandAsync(string command)
    {
        var start = new ProcessStartInfo("dotnet", [LabBuild.Dll, command])
        {
            WorkingDirectory = LabBuild.Project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var faults = process.StandardError.ReadToEndAsync();
        var written = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? written : throw new InvalidOperationException(await faults);
    }

    /// <summary>Starts a lab on a port of the caller's choice.</summary>
    public static async Task<LabServer> StartOnAsync(int port, params (string Name, string Value)[] settings)
    {
        var server = Make(port, settings);
        await server.StartProcessAsync();
        return server;
    }

    /// <summary>Starts a lab that is expected to refuse to start.</summary>
    public static async Task<(int ExitCode, string Words)> FailToStartAsync(params (string Name, string Value)[] settings)
    {
        await using var server = Make(0, settings);
        using var patience = new CancellationTokenSource(StartPatience);
        server.Launch(_ => { });
        await server._process!.WaitForExitAsync(patience.Token);
        return (server._process.ExitCode, server.Output);
    }

    /// <summary>The address of a host of the lab, in subdomain mode.</summary>
    public string Url(string host, string pathAndQuery) => string.Create(
        CultureInfo.InvariantCulture, $"http://{(host == "lab" ? "" : host + ".")}localhost:{Port}{pathAndQuery}");

    /// <summary>Ends the process as <c>kill -9</c> does: it gets no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts it again on the same port with the same data.</summary>
    public async Task StartAgainAsync()
    {
        _wantedPort = Port;
        await StartProcessAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
        Data.Delete(recursive: true);
    }

    private static LabServer Make(int port, (string Name, string Value)[] settings) =>
        new(settings.ToDictionary(setting => "PixelLab__" + setting.Name.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value), port);

    private async Task StartProcessAsync()
    {
        var listening = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        Launch(line =>
        {
            if (Listening().Match(line) is { Success: true } found)
            {
                listening.TrySetResult(int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
            }
        });
        var ended = _process!.WaitForExitAsync();
        if (await Task.WhenAny(listening.Task, ended).WaitAsync(StartPatience) == ended)
        {
            throw new InvalidOperationException($"The lab did not start:\n{Output}");
        }

        Port = await listening.Task;
    }

    private void Launch(Action<string> onLine)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            // In the project's folder, as `dotnet run` starts it, so that settings and files are found.
            WorkingDirectory = LabBuild.Project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(LabBuild.Dll);
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_wantedPort}"));
        start.Environment["PixelLab__DataDirectory"] = Data.FullName;
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        void Take(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null)
            {
                return;
            }

            lock (_output)
            {
                _output.AppendLine(line.Data);
            }

            onLine(line.Data);
        }

        _process.OutputDataReceived += Take;
        _process.ErrorDataReceived += Take;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    [GeneratedRegex(@"Now listening on: http://127\.0\.0\.1:(\d+)")]
    private static partial Regex Listening();

    /// <summary>Where the lab's build lies; the project file says so.</summary>
    private static class LabBuild
    {
        public static readonly string Project = Path.GetFullPath(Read("LabProject"));

        public static readonly string Dll = Path.Combine(Project, "bin", Read("LabBuild"), "PixelLab.Web.dll");

        private static string Read(string key) => typeof(LabServer).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == key).Value!;
    }
}

/// <summary>HTTP to this machine, whatever the host name says.</summary>
public static class LoopbackHttp
{
    /// <summary>A client that keeps no cookies, follows no redirect and leaves this machine never.</summary>
    public static HttpClient Client() => new(Handler()) { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The handler of such a client.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
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
}
