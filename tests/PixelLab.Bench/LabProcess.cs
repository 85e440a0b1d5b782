using System.Diagnostics;
using System.Reflection;

namespace PixelLab.Bench;

/// <summary>The real lab as a process of its own, with a data folder that goes afterwards.</summary>
internal sealed class LabProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pixellab-bench-");
    private readonly Process _process;

    private LabProcess((string Name, string Value)[] settings)
    {
        Port = LoopbackPorts.Free();
        var project = Path.GetFullPath(Read("LabProject"));
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(project, "bin", Read("LabBuild"), "PixelLab.Web.dll"));
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add($"http://127.0.0.1:{Port}");
        start.Environment["PixelLab__DataDirectory"] = _data.FullName;
        start.Environment["PixelLab__Limits__HitsPerMinute"] = "0";
        start.Environment["PixelLab__Limits__MegabytesOfSeat"] = "0";
        start.Environment["PixelLab__Limits__MegabytesOfLab"] = "0";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => Console.Error.Write(line.Data is null ? "" : line.Data + "\n");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Clock = clock;
    }

    /// <summary>Where it listens, on loopback.</summary>
    public int Port { get; }

    /// <summary>From the start of the process until <c>/healthz</c> answered 200.</summary>
    public TimeSpan StartTime { get; private set; }

    private Stopwatch Clock { get; }

    /// <summary>What the processors have worked for it so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a lab with these variables of its environment, and waits until it takes hits.</summary>
    public static async Task<LabProcess> StartAsync(params (string Name, string Value)[] settings)
    {
        var lab = new LabProcess(settings);
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                using var reply = await http.GetAsync(new Uri($"http://127.0.0.1:{lab.Port}/healthz"), patience.Token);
                if (reply.IsSuccessStatusCode)
                {
                    lab.StartTime = lab.Clock.Elapsed;
                    return lab;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(5, patience.Token);
            }
        }
    }

    /// <summary>Resident memory in megabytes.</summary>
    public double ResidentMegabytes()
    {
        _process.Refresh();
        return _process.WorkingSet64 / 1e6;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private static string Read(string key) => typeof(LabProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => string.Equals(metadata.Key, key, StringComparison.Ordinal)).Value!;
}
