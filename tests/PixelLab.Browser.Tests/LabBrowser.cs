using Microsoft.Playwright;
using PixelLab.Web.Tests;

namespace PixelLab.Browser.Tests;

/// <summary>The real lab and one Playwright for a class of tests; browsers are started by each test as it wants them.</summary>
public sealed class LabBrowser : IAsyncLifetime
{
    private readonly string _profiles = Directory.CreateTempSubdirectory("pixellab-browser-").FullName;
    private readonly List<IAsyncDisposable> _open = [];
    private IPlaywright? _playwright;
    private LabServer? _server;

    /// <summary>The lab.</summary>
    public LabServer Server => _server!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _server = await LabServer.StartAsync(("Limits:HitsPerMinute", "0"));
        _playwright = await Playwright.CreateAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _open)
        {
            await browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Directory.Delete(_profiles, recursive: true);
    }

    /// <summary>A new browser with nothing in it.</summary>
    /// <param name="world">How it treats third-party cookies.</param>
    /// <param name="options">What else it is like.</param>
    public async Task<IBrowserContext> OpenAsync(CookieWorld world = CookieWorld.BlockedPrivately, BrowserLike? options = null)
    {
        var like = options ?? new BrowserLike();
        string[] flags = [.. BrowserFinder.Flags, .. like.Flags];
        if (world == CookieWorld.BlockedPrivately)
        {
            var browser = await _playwright!.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFinder.Path, Args = flags });
            _open.Add(browser);
            return await browser.NewContextAsync(new()
            {
                JavaScriptEnabled = like.Scripts,
                ColorScheme = like.Dark ? ColorScheme.Dark : ColorScheme.Light,
                ViewportSize = new() { Width = like.Width, Height = 900 },
            });
        }

        var profile = Path.Combine(_profiles, Path.GetRandomFileName());
        Directory.CreateDirectory(Path.Combine(profile, "Default"));
        await File.WriteAllTextAsync(
            Path.Combine(profile, "Default", "Preferences"),
            $$$"""{"profile":{"cookie_controls_mode":{{{(world == CookieWorld.Open ? 0 : 1)}}}}}""");
        var context = await _playwright!.Chromium.LaunchPersistentContextAsync(profile, new()
        {
            ExecutablePath = BrowserFinder.Path,
            Args = flags,
            JavaScriptEnabled = like.Scripts,
            ColorScheme = like.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = like.Width, Height = 900 },
        });
        _open.Add(context);
        return context;
    }
}

/// <summary>What a browser is like.</summary>
public sealed record BrowserLike
{
    /// <summary>Whether pages may run scripts.</summary>
    public bool Scripts { get; init; } = true;

    /// <summary>Whether the person has chosen dark colours.</summary>
    public bool Dark { get; init; }

    /// <summary>The window's width in CSS pixels.</summary>
    public int Width { get; init; } = 1366;

    /// <summary>More flags of the program's.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];
}
