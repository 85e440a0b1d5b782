using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using WebDriverBiDi;
using WebDriverBiDi.BrowsingContext;
using WebDriverBiDi.Network;
using WebDriverBiDi.Script;
using WebDriverBiDi.Session;

namespace PixelLab.Browser.Tests;

/// <summary>Firefox as people install it, with its own defaults and a profile of its own, in one window (WebDriver BiDi; Playwright drives none but its own).</summary>
public sealed partial class Firefox : IAsyncDisposable
{
    /// <summary>Its first start in a new profile takes over a minute where the machine has much else to do.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly DirectoryInfo _profile;
    private readonly BiDiDriver _driver = new(Patience);
    private string _window = "";

    private Firefox(Process process, DirectoryInfo profile)
    {
        _process = process;
        _profile = profile;
    }

    /// <summary>Starts it.</summary>
    /// <param name="names">Lines that it finds in place of the machine's own names (<c>/etc/hosts</c>), which takes the rights of root.</param>
    public static Task<Firefox> StartAsync(params string[] names) => StartAsync([], names);

    /// <summary>Starts it with settings that somebody made.</summary>
    /// <param name="settings">The settings, as <c>about:config</c> names them, each with its value.</param>
    public static Task<Firefox> StartSetAsync(params (string Name, string Value)[] settings) => StartAsync(settings, []);

    private static async Task<Firefox> StartAsync((string Name, string Value)[] settings, string[] names)
    {
        var path = await BrowserFinder.FindFirefoxAsync();
        var profile = Directory.CreateTempSubdirectory("pixellab-firefox-");
        await File.WriteAllLinesAsync(
            Path.Combine(profile.FullName, "user.js"), [.. Quiet, .. settings.Select(setting => $"""user_pref("{setting.Name}", {setting.Value});""")]);
        string[] command = [path, "--headless", "--no-remote", "--profile", profile.FullName, "--remote-debugging-port=0", "about:blank"];
        if (names.Length > 0)
        {
            var hosts = Path.Combine(profile.FullName, "hosts");
            await File.WriteAllLinesAsync(hosts, names);
            command = ["unshare", "--mount", "sh", "-c", "mount --bind \"$0\" /etc/hosts && exec \"$@\"", hosts, .. command];
        }

        var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var firefox = new Firefox(process, profile);
        try
        {
            await firefox.ConnectAsync().WaitAsync(Patience);
            return firefox;
        }
        catch
        {
            await firefox.DisposeAsync();
            throw;
        }
    }

    /// <summary>Nothing but what keeps it from asking the network for itself; what it does with cookies is as it comes.</summary>
    private static string[] Quiet { get; } =
    [
        """user_pref("app.update.enabled", false);""",
        """user_pref("app.normandy.enabled", false);""",
        """user_pref("browser.safebrowsing.malware.enabled", false);""",
        """user_pref("browser.safebrowsing.phishing.enabled", false);""",
        """user_pref("browser.shell.checkDefaultBrowser", false);""",
        """user_pref("datareporting.policy.dataSubmissionEnabled", false);""",
        """user_pref("extensions.update.enabled", false);""",
        """user_pref("network.captive-portal-service.enabled", false);""",
        """user_pref("network.connectivity-service.enabled", false);""",
        """user_pref("services.settings.server", "data:,");""",
        """user_pref("toolkit.telemetry.enabled", false);""",
    ];

    /// <summary>Opens an address, and waits until the page is there.</summary>
    public Task GoAsync(string url) =>
        _driver.BrowsingContext.NavigateAsync(new NavigateCommandParameters(_window, url) { Wait = ReadinessState.Complete });

    /// <summary>Stops every request to some hosts before it is sent, as an extension does that blocks.</summary>
    public async Task BlockAsync(params IEnumerable<string> hosts)
    {
        // Whoever waits in an observer for what it asks the browser keeps the browser's answer from being read.
        _driver.Network.OnBeforeRequestSent.AddObserver(
            sent => sent.IsBlocked ? _driver.Network.FailRequestAsync(new FailRequestCommandParameters(sent.Request.RequestId)) : Task.CompletedTask,
            ObservableEventHandlerOptions.RunHandlerAsynchronously);
        await _driver.Session.SubscribeAsync(new SubscribeCommandParameters("network.beforeRequestSent"));
        var intercept = new AddInterceptCommandParameters(InterceptPhase.BeforeRequestSent);
        foreach (var host in hosts)
        {
            intercept.UrlPatterns.Add(new UrlPatternPattern { HostName = host });
        }

        await _driver.Network.AddInterceptAsync(intercept);
    }

    /// <summary>What an expression comes to; nothing while the page goes away.</summary>
    public async Task<string> LookAsync(string expression)
    {
        try
        {
            return await AskAsync(expression);
        }
        catch (Exception failure) when (failure is WebDriverBiDiException or InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>Clicks an element, and waits for the page that comes of it.</summary>
    public async Task ThroughAsync(string element)
    {
        await AskAsync("window.isBefore = true");
        await AskAsync($"setTimeout(() => {element}.click())");
        await Eventually.TrueAsync($"a page comes after {element}", async () => await LookAsync("!window.isBefore && document.readyState === 'complete'") == "true");
    }

    /// <summary>Presses the first thing that a selector finds, as a person does: no blocker of pop-ups stops what then opens.</summary>
    public Task PressAsync(string selector) => _driver.Script.EvaluateAsync(
        new EvaluateCommandParameters($"document.querySelector({JsonSerializer.Serialize(selector)}).click()", new ContextTarget(_window), true) { UserActivation = true });

    /// <summary>Presses what a selector finds in a frame whose address has these words, once it is there.</summary>
    public async Task PressInFrameAsync(string address, string selector)
    {
        var found = $"document.querySelector({JsonSerializer.Serialize(selector)})";
        await Eventually.TrueAsync($"{selector} is there in the frame {address}", async () =>
            FrameOf(await TreeAsync(), address) is { } frame
            && await _driver.Script.EvaluateAsync(new EvaluateCommandParameters($"String(!!{found})", new ContextTarget(frame), true)) is EvaluateResultSuccess { Result: var value }
            && value.As<StringRemoteValue>().Value == "true");
        await _driver.Script.EvaluateAsync(
            new EvaluateCommandParameters($"setTimeout(() => {found}.click())", new ContextTarget(FrameOf(await TreeAsync(), address)!), true) { UserActivation = true });
    }

    private async Task<IReadOnlyList<BrowsingContextInfo>> TreeAsync() => [.. (await _driver.BrowsingContext.GetTreeAsync(new GetTreeCommandParameters())).ContextTree];

    private static string? FrameOf(IEnumerable<BrowsingContextInfo> windows, string address) => windows
        .SelectMany(window => window.Children ?? [])
        .Select(frame => frame.Url.Contains(address, StringComparison.Ordinal) ? frame.BrowsingContextId : FrameOf([frame], address))
        .FirstOrDefault(found => found is not null);

    /// <summary>The addresses of the tabs that are open.</summary>
    public async Task<IReadOnlyList<string>> TabsAsync() =>
        [.. (await _driver.BrowsingContext.GetTreeAsync(new GetTreeCommandParameters())).ContextTree.Select(tab => tab.Url)];

    /// <summary>Presses an element of the tab whose address ends so.</summary>
    public async Task PressInTabAsync(string address, string element)
    {
        var tab = (await TreeAsync()).First(tab => tab.Url.EndsWith(address, StringComparison.Ordinal)).BrowsingContextId;
        await _driver.Script.EvaluateAsync(
            new EvaluateCommandParameters($"setTimeout(() => {element}.click())", new ContextTarget(tab), true) { UserActivation = true });
    }

    /// <summary>What an expression comes to in the page, as a text.</summary>
    public async Task<string> AskAsync(string expression)
    {
        var result = await _driver.Script.EvaluateAsync(new EvaluateCommandParameters($"String({expression})", new ContextTarget(_window), true));
        return result is EvaluateResultSuccess { Result: var value }
            ? value.As<StringRemoteValue>().Value
            : throw new InvalidOperationException($"{expression} failed: {((EvaluateResultException)result).ExceptionDetails.Text}");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _driver.DisposeAsync();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _profile.Delete(recursive: true);
    }

    private async Task ConnectAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } found)
            {
                // Whatever else it says is read away, or it would wait for that.
                _ = _process.StandardError.ReadToEndAsync();
                _ = _process.StandardOutput.ReadToEndAsync();
                await _driver.StartAsync(found.Value + "/session");
                await _driver.Session.NewSessionAsync(new NewCommandParameters());
                _window = (await _driver.BrowsingContext.GetTreeAsync(new GetTreeCommandParameters())).ContextTree[0].BrowsingContextId;
                return;
            }
        }

        throw new InvalidOperationException("Firefox ended before it could be driven.");
    }

    [GeneratedRegex(@"ws://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();
}
