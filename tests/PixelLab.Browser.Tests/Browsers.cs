using System.Text.Json.Nodes;

namespace PixelLab.Browser.Tests;

/// <summary>Opens browsers, each with a profile of its own and as its visitor wants it.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _shared;

    /// <inheritdoc />
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Opens a browser; dispose of what comes back.</summary>
    public async Task<OpenedBrowser> OpenAsync(Visitor visitor)
    {
        _playwright ??= await Playwright.CreateAsync();

        // Two cores may be shared with a build; an expectation that comes true ends sooner anyway.
        SetDefaultExpectTimeout(15_000);
        var path = await BrowserFinder.FindAsync(_playwright);
        if (visitor.World != CookieWorld.BlockedPrivately)
        {
            return await OpenKeptAsync(_playwright, path, visitor);
        }

        var own = visitor.Flags.Count > 0;
        var browser = own ? await LaunchAsync(_playwright, path, visitor.Flags) : _shared ??= await LaunchAsync(_playwright, path, []);
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = visitor.Width, Height = visitor.Height },
            JavaScriptEnabled = visitor.Scripts,
            ColorScheme = visitor.Scheme,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            TimezoneId = visitor.TimeZone,
        });
        return new OpenedBrowser(context, own ? browser : null, null);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_shared is not null)
        {
            await _shared.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>
    /// Ends a browser that keeps a profile and opens it again with that profile, as a person does who has changed a setting or
    /// comes back the next day. Dispose of what comes back, and no longer of the old one.
    /// </summary>
    public async Task<OpenedBrowser> ReopenAsync(OpenedBrowser browser, Visitor visitor)
    {
        await browser.Context.CloseAsync();
        var path = await BrowserFinder.FindAsync(_playwright!);
        return await OpenKeptAsync(_playwright!, path, visitor, browser.Profile);
    }

    private static Task<IBrowser> LaunchAsync(IPlaywright playwright, string path, IReadOnlyList<string> flags) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = [.. BrowserFinder.Flags, .. flags] });

    private static async Task<OpenedBrowser> OpenKeptAsync(
        IPlaywright playwright, string path, Visitor visitor, DirectoryInfo? kept = null)
    {
        var profile = kept ?? Directory.CreateTempSubdirectory("pixellab-profile-");
        var preferences = Path.Combine(profile.CreateSubdirectory("Default").FullName, "Preferences");

        // Chromium reads its preferences once, at the start, so they must be there before.
        var settings = File.Exists(preferences) ? JsonNode.Parse(await File.ReadAllTextAsync(preferences))! : new JsonObject();
        (settings["profile"] ??= new JsonObject())["cookie_controls_mode"] = visitor.World == CookieWorld.Open ? 0 : 1;
        await File.WriteAllTextAsync(preferences, settings.ToJsonString());
        var context = await playwright.Chromium.LaunchPersistentContextAsync(profile.FullName, new()
        {
            ExecutablePath = path,
            Args = [.. BrowserFinder.Flags, .. visitor.Flags],
            ViewportSize = new() { Width = visitor.Width, Height = visitor.Height },
            JavaScriptEnabled = visitor.Scripts,
            ColorScheme = visitor.Scheme,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            TimezoneId = visitor.TimeZone,
        });
        return new OpenedBrowser(context, null, profile);
    }
}

/// <summary>A browser as one test has it.</summary>
/// <param name="Context">Its windows.</param>
/// <param name="Own">The browser, where no other test shares it.</param>
/// <param name="Profile">The folder of its profile, where it keeps one.</param>
public sealed record OpenedBrowser(IBrowserContext Context, IBrowser? Own, DirectoryInfo? Profile) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Context.CloseAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            // Once in a few thousand times Chromium never says that it has closed, which would hold up the whole run. The driver ends it with the run.
            TestContext.Current.AddWarning("The browser did not close; it was left to the end of the run.");
            return;
        }

        if (Own is not null)
        {
            await Own.DisposeAsync();
        }

        Profile?.Delete(recursive: true);
    }
}
