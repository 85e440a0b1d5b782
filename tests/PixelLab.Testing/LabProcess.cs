using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PixelLab.Testing;

/// <summary>The lab as a process of its own, for what only a process shows: that it is killed, what it says when it cannot start, what it costs.</summary>
public sealed partial class LabProcess : LabServer
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly StringBuilder _output = new();
    private readonly (string Name, string Value)[] _settings;
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<int> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _environment;
    private LocalNetwork? _network;
    private Process? _process;

    private LabProcess((string Name, string Value)[] settings) => _settings = settings;

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

    /// <summary>The files that the process has mapped into its memory, as Linux tells them.</summary>
    public IEnumerable<string> MappedFiles => File.ReadLines($"/proc/{_process!.Id}/maps");

    /// <summary>The bytes of memory that the process holds.</summary>
    public long Memory
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>What the processors have worked for it so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a lab; each setting is a name as in <c>Limits:HitsPerMinute</c> with its value.</summary>
    public static new async Task<LabProcess> StartAsync(params (string Name, string Value)[] settings)
    {
        var lab = new LabProcess(settings);
        await lab.StartAgainAsync();
        return lab;
    }

    /// <summary>Starts a lab as those have it who work on it.</summary>
    public static async Task<LabProcess> StartInDevelopmentAsync()
    {
        var lab = new LabProcess([]) { _environment = "Development" };
        await lab.StartAgainAsync();
        return lab;
    }

    /// <summary>Starts a lab on the other machine of a network, at the usual port.</summary>
    public static async Task<LabProcess> StartThereAsync(LocalNetwork network, params (string Name, string Value)[] settings)
    {
        var lab = new LabProcess(settings) { _network = network };
        await lab.StartAgainAsync();
        return lab;
    }

    /// <summary>What a command of the lab writes; it is no command where its exit code is not 0.</summary>
    public static async Task<string> CommandAsync(string command)
    {
        var start = new ProcessStartInfo("dotnet", [Checkout.LabProgram, command])
        {
            WorkingDirectory = Checkout.Lab,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var faults = process.StandardError.ReadToEndAsync();
        var written = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? written : throw new InvalidOperationException(await faults);
    }

    /// <summary>Runs a command of the lab on a data folder.</summary>
    public static async Task<(int ExitCode, string Words)> RunAsync(string dataDirectory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Checkout.LabProgram, .. arguments])
        {
            WorkingDirectory = Checkout.Lab,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PixelLab__DataDirectory"] = dataDirectory;
        using var process = Process.Start(start)!;
        var faults = process.StandardError.ReadToEndAsync();
        var written = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, written + await faults);
    }

    /// <summary>Starts a lab that is expected to refuse to start.</summary>
    public static async Task<(int ExitCode, string Words)> FailToStartAsync(params (string Name, string Value)[] settings)
    {
        await using var lab = new LabProcess(settings);
        using var patience = new CancellationTokenSource(StartPatience);
        lab.Launch(_ => { });
        await lab._process!.WaitForExitAsync(patience.Token);
        return (lab._process.ExitCode, lab.Output);
    }

    /// <summary>Begins to start a lab, which may take until something else is there.</summary>
    public static LabProcess Begin(params (string Name, string Value)[] settings)
    {
        var lab = new LabProcess(settings);
        lab.Launch(lab.Hear);
        return lab;
    }

    /// <summary>Tells a lab to end, as <c>kill -TERM</c> does, while its start waits for what comes out of a pipe.</summary>
    /// <param name="pipe">The pipe.</param>
    /// <param name="content">What comes out of it once the lab has heard.</param>
    /// <param name="settings">The settings, as for a start.</param>
    public static async Task<(int ExitCode, string Words)> EndWhileStartingAsync(
        string pipe, string content, params (string Name, string Value)[] settings)
    {
        await using var lab = new LabProcess(settings);
        using var patience = new CancellationTokenSource(StartPatience);
        lab.Launch(_ => { });
        var process = lab._process!;

        // Opening it waits until the lab has opened its end.
        await using (var writing = await Task.Run(() => new FileStream(pipe, FileMode.Open, FileAccess.Write), patience.Token).WaitAsync(patience.Token))
        {
            await SignalAsync(process, "TERM");
            await lab.LineAsync("Application is shutting down").WaitAsync(patience.Token);
            await writing.WriteAsync(Encoding.UTF8.GetBytes(content), patience.Token);
        }

        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, lab.Output);
    }

    /// <summary>The first line with these words that the process writes, or has written.</summary>
    public async Task<string> LineAsync(string words)
    {
        while (true)
        {
            Task more;
            lock (_output)
            {
                if (_output.ToString().Split(Environment.NewLine).FirstOrDefault(line => line.Contains(words, StringComparison.Ordinal)) is { } found)
                {
                    return found.Trim();
                }

                more = _more.Task;
            }

            await more;
        }
    }

    /// <summary>Waits until a lab that has begun to start listens.</summary>
    public async Task ListensAsync()
    {
        var ended = _process!.WaitForExitAsync();
        if (await Task.WhenAny(_listening.Task, ended).WaitAsync(StartPatience) == ended)
        {
            throw new InvalidOperationException($"The lab did not start:\n{Output}");
        }

        Port = await _listening.Task;
    }

    /// <summary>Tells it to end, as <c>kill -TERM</c> does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        await SignalAsync(_process!, "TERM");
        await _process!.WaitForExitAsync().WaitAsync(StartPatience);
        return _process.ExitCode;
    }

    /// <summary>Sends a process a signal by its name.</summary>
    public static async Task SignalAsync(Process process, string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Ends the process as <c>kill -9</c> does: it gets no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts it again on the same port with the same data.</summary>
    public async Task StartAgainAsync()
    {
        BeginAgain();
        await ListensAsync();
    }

    /// <summary>Begins to start it again, and does not wait until it listens.</summary>
    public void BeginAgain()
    {
        _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Launch(Hear);
    }

    private protected override async ValueTask EndAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
    }

    private void Hear(string line)
    {
        if (Listening().Match(line) is { Success: true } found)
        {
            _listening.TrySetResult(int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        }
    }

    private void Launch(Action<string> onLine)
    {
        // In the project's folder, as `dotnet run` starts it, so that settings and files are found.
        var urls = _network is null ? UrlOf(Port) : "http://0.0.0.0:5080";
        string[] command = [.. _network?.Command ?? [], "dotnet", Checkout.LabProgram, "--urls", urls];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Checkout.Lab,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PixelLab__DataDirectory"] = Data.FullName;
        if (_environment is not null)
        {
            start.Environment["ASPNETCORE_ENVIRONMENT"] = _environment;
        }

        foreach (var (name, value) in _settings)
        {
            start.Environment["PixelLab__" + name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        _process?.Dispose();
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
                _more.SetResult();
                _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            onLine(line.Data);
        }

        _process.OutputDataReceived += Take;
        _process.ErrorDataReceived += Take;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    [GeneratedRegex(@"Now listening on: http://[\d.]+:(\d+)")]
    private static partial Regex Listening();
}
