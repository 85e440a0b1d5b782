using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PixelLab.Web.Tests.Publishing;

/// <summary>The lab started as a program that somebody was given, from a folder of theirs.</summary>
internal sealed partial class StartedProgram : IAsyncDisposable
{
    private readonly HttpClient _http = LoopbackHttp.Client();
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<int> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private StartedProgram(string program, string workingFolder, string ownFolder)
    {
        var start = new ProcessStartInfo(program, ["--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = workingFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PixelLab__DataDirectory"] = Path.Combine(ownFolder, "data");
        start.Environment["DOTNET_BUNDLE_EXTRACT_BASE_DIR"] = Path.Combine(ownFolder, "unpacked");
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Take;
        _process.ErrorDataReceived += Take;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private int Port { get; set; }

    /// <summary>Starts a program and waits until it listens.</summary>
    public static async Task<StartedProgram> StartAsync(string program, string workingFolder, string ownFolder)
    {
        var started = new StartedProgram(program, workingFolder, ownFolder);
        var ended = started._process.WaitForExitAsync();
        if (await Task.WhenAny(started._listening.Task, ended).WaitAsync(TimeSpan.FromSeconds(120)) == ended)
        {
            throw new InvalidOperationException($"{program} did not start:\n{started.Said()}");
        }

        started.Port = await started._listening.Task;
        return started;
    }

    /// <summary>A page of the lab, as text.</summary>
    public async Task<string> PageAsync(string path)
    {
        using var reply = await AskAsync(path);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return await reply.Content.ReadAsStringAsync();
    }

    /// <summary>What the lab answers.</summary>
    public Task<HttpResponseMessage> AskAsync(string path) => AskAsync("", path);

    /// <summary>Asks for a page until it is there.</summary>
    public async Task<string> PageOnceThereAsync(string path)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            using var reply = await AskAsync(path);
            if (reply.StatusCode == HttpStatusCode.OK)
            {
                return await reply.Content.ReadAsStringAsync(patience.Token);
            }
        }
    }

    /// <summary>
    /// The lab is whole: it is ready to keep hits, its first page comes with styles and scripts, a vendor's pixel lands in the log
    /// (so SQLite came along), and a lesson and a guide can be read.
    /// </summary>
    public async Task AssertWholeAsync()
    {
        Assert.Contains("\"state\":\"ready\"", await PageAsync("/healthz"), StringComparison.Ordinal);
        foreach (var page in new[] { "/", "/panel", "/lessons" })
        {
            var files = Files().Matches(await PageAsync(page)).Select(match => match.Groups[1].Value).ToList();
            Assert.Contains(files, file => file.Contains(".css", StringComparison.Ordinal));
            Assert.Contains(files, file => file.Contains(".js", StringComparison.Ordinal));
            foreach (var file in files)
            {
                using var reply = await AskAsync(new Uri(new Uri("http://localhost"), file).PathAndQuery);
                Assert.True(reply.StatusCode == HttpStatusCode.OK, file);
                Assert.True(reply.Content.Headers.ContentType?.MediaType is "text/css" or "text/javascript", $"{file}: {reply.Content.Headers.ContentType}");
                Assert.NotEmpty(await reply.Content.ReadAsByteArrayAsync());
            }
        }

        using (var hit = await AskAsync("metrics.", "/px/PL-SHOP-1.gif?here=1"))
        {
            Assert.Equal(HttpStatusCode.OK, hit.StatusCode);
        }

        Assert.Contains("here=1", await PageAsync("/api/seats/me/events?limit=10"), StringComparison.Ordinal);
        Assert.Contains("<h1>What a tracking pixel is</h1>", await PageAsync("/lessons/what-a-tracking-pixel-is"), StringComparison.Ordinal);
        Assert.Contains("/lessons/instructors-guide\"", await PageAsync("/lessons"), StringComparison.Ordinal);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private Task<HttpResponseMessage> AskAsync(string host, string path) =>
        _http.GetAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://{host}localhost:{Port}{path}")));

    private void Take(object sender, DataReceivedEventArgs line)
    {
        lock (_said)
        {
            _said.AppendLine(line.Data);
        }

        if (line.Data is not null && Listening().Match(line.Data) is { Success: true } found)
        {
            _listening.TrySetResult(int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        }
    }

    private string Said()
    {
        lock (_said)
        {
            return _said.ToString();
        }
    }

    [GeneratedRegex(@"Now listening on: http://127\.0\.0\.1:(\d+)")]
    private static partial Regex Listening();

    [GeneratedRegex("(?:href|src)=\"([^\"]+\\.(?:css|js)[^\"]*)\"")]
    private static partial Regex Files();
}
