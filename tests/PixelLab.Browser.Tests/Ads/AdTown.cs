using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PixelLab.Web.Addressing;

namespace PixelLab.Browser.Tests.Ads;

/// <summary>The real server in a process of its own, and real browsers to walk through the town with.</summary>
public sealed partial class AdTown : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly string[] QuietFlags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("pixellab-ads-").FullName;
    private IPlaywright? _playwright;
    private Process? _process;
    private int _port;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(Town).Assembly.Location);
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add("http://127.0.0.1:0");
        start.Environment["PixelLab__DataDirectory"] = Path.Combine(_folder, "data");
        _process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        using var timeout = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                _port = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
                _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                _playwright = await Playwright.CreateAsync();
                return;
            }
        }

        throw new InvalidOperationException("The server stopped before it listened.");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _playwright?.Dispose();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A page of the town in a seat.</summary>
    public string At(string seat, string host, string pathAndQuery) =>
        string.Create(CultureInfo.InvariantCulture, $"http://{host}.localhost:{_port}/~{seat}{pathAndQuery}");

    /// <summary>Chromium with a profile that allows or blocks third-party cookies, as its own setting does.</summary>
    public async Task<IBrowserContext> BrowserAsync(bool thirdPartyCookies)
    {
        var profile = Path.Combine(_folder, Path.GetRandomFileName());
        Directory.CreateDirectory(Path.Combine(profile, "Default"));
        await File.WriteAllTextAsync(
            Path.Combine(profile, "Default", "Preferences"),
            $$$"""{"profile":{"cookie_controls_mode":{{{(thirdPartyCookies ? 0 : 1)}}}}}""");
        return await _playwright!.Chromium.LaunchPersistentContextAsync(profile, new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PIXELLAB_CHROMIUM") ?? "/usr/bin/chromium",
            Args = QuietFlags,
        });
    }

    [GeneratedRegex(@"Now listening on: http://127\.0\.0\.1:(\d+)")]
    private static partial Regex Listening();
}
