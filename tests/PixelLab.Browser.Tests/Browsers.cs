using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace PixelLab.Browser.Tests;

/// <summary>
/// Opens browsers as their visitors want them. A start costs seconds, so those who want the same have windows off the record in
/// one program: each has cookies, storage and a cache of its own, and no site could tell it from a program of its own.
/// </summary>
public sealed class Browsers : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Lazy<Task<OpenedBrowser>>> _shared = new();
    private readonly Lazy<Task<IPlaywright>> _playwright = new(Playwright.CreateAsync);

    /// <inheritdoc />
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Opens a browser; dispose of what comes back.</summary>
    public async Task<OpenedBrowser> OpenAsync(Visitor visitor)
    {
        // Two cores may be shared with a build; an expectation that comes true ends sooner anyway.
        SetDefaultExpectTimeout(15_000);
        if (visitor.KeepsProfile)
        {
            return await LaunchAsync(visitor);
        }

        var shared = await _shared.GetOrAdd(
            $"{visitor.World} {string.Join(' ', visitor.Flags)}",
            _ => new(() => LaunchAsync(new() { World = visitor.World, Flags = visitor.Flags }))).Value;
        return new OpenedBrowser(
            await shared.Context.Browser!.NewContextAsync(new()
            {
                ViewportSize = new() { Width = visitor.Width, Height = visitor.Height },
                JavaScriptEnabled = visitor.Scripts,
                ColorScheme = visitor.Scheme,
                ReducedMotion = ReducedMotion.Reduce,
                Locale = "en-GB",
                TimezoneId = visitor.TimeZone,
                RecordHarPath = visitor.Recording?.File,
                RecordHarContent = visitor.Recording?.Content,
            }),
            null);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var shared in _shared.Values)
        {
            await (await shared.Value).DisposeAsync();
        }

        if (_playwright.IsValueCreated)
        {
            (await _playwright.Value).Dispose();
        }
    }

    /// <summary>
    /// Ends a browser that keeps a profile and opens it again with that profile, as a person does who has changed a setting or
    /// comes back the next day. Dispose of what comes back, and no longer of the old one.
    /// </summary>
    public async Task<OpenedBrowser> ReopenAsync(OpenedBrowser browser, Visitor visitor)
    {
        await browser.Context.CloseAsync();
        return await LaunchAsync(visitor, browser.Profile);
    }

    private async Task<OpenedBrowser> LaunchAsync(Visitor visitor, DirectoryInfo? kept = null)
    {
        var playwright = await _playwright.Value;
        var path = await BrowserFinder.FindAsync(playwright);
        var profile = kept ?? Directory.CreateTempSubdirectory("pixellab-profile-");

        // Chromium reads what it is to be like once, at the start, so it must be there before.
        if (visitor.World != CookieWorld.BlockedPrivately)
        {
            await SetAsync(profile, "Default/Preferences", "profile", "cookie_controls_mode", visitor.World switch { CookieWorld.Open => 0, CookieWorld.OpenButPrivately => 2, _ => 1 });
        }

        // Off, as chrome://flags would do it: two pages for the list below the address bar, which every new window would load for
        // a second of a processor, seen or not.
        await SetAsync(
            profile, "Local State", "browser", "enabled_labs_experiments", new JsonArray("webui-omnibox-popup@2", "webui-omnibox-aim-popup@2"));
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
        return new OpenedBrowser(context, profile);
    }

    private static async Task SetAsync(DirectoryInfo profile, string file, string section, string name, JsonNode value)
    {
        var path = new FileInfo(Path.Combine(profile.FullName, file));
        path.Directory!.Create();
        var settings = path.Exists ? JsonNode.Parse(await File.ReadAllTextAsync(path.FullName))! : new JsonObject();
        (settings[section] ??= new JsonObject())[name] = value;
        await File.WriteAllTextAsync(path.FullName, settings.ToJsonString());
    }
}

/// <summary>A browser as one test has it.</summary>
/// <param name="Context">Its windows.</param>
/// <param name="Profile">The folder of its profile, where it keeps one.</param>
public sealed record OpenedBrowser(IBrowserContext Context, DirectoryInfo? Profile) : IAsyncDisposable
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

        Profile?.Delete(recursive: true);
    }
}
