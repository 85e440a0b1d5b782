using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;

[assembly: AssemblyFixture(typeof(PixelLab.Browser.Tests.Browsers))]

namespace PixelLab.Browser.Tests;

/// <summary>
/// A person at a seat of their own with a real browser. Every test ends with two checks: no page reported an error, and no
/// request left this machine.
/// </summary>
public abstract class BrowserTest(SharedLab lab, Browsers browsers) : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _console = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _strangers = new();
    private OpenedBrowser? _browser;
    private readonly List<OpenedBrowser> _others = [];
    private readonly List<IAsyncDisposable> _labs = [];

    /// <summary>The lab.</summary>
    protected LabServer Lab { get; } = lab.Server;

    /// <summary>The test's seat.</summary>
    protected string Seat { get; private set; } = "";

    /// <summary>The page, once a browser is open.</summary>
    protected IPage Page { get; private set; } = null!;

    /// <summary>Errors a test expects: those that contain one of these words are passed over.</summary>
    protected IList<string> Expected { get; } = [];

    /// <summary>The domains that are this machine to the browser.</summary>
    protected IList<string> Domains { get; } = ["localhost"];

    /// <summary>The shop.</summary>
    protected ShopSite Shop => new(Page, Lab, Seat);

    /// <summary>The newspaper.</summary>
    protected NewsSite News => new(Page, Lab, Seat);

    /// <summary>The dock on the page.</summary>
    protected Dock Dock => new(Page);

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => Seat = await Lab.MakeSeatAsync();

    /// <summary>Opens the test's browser.</summary>
    protected async Task OpenAsync(Visitor? visitor = null)
    {
        _browser = await browsers.OpenAsync(visitor ?? new Visitor());
        await WatchAsync(_browser.Context);
        Page = await NewPageAsync();
    }

    private async Task WatchAsync(IBrowserContext context)
    {
        // What was asked of the browser, and when. With pictures of each page it would cost every test a tenth more.
        await context.Tracing.StartAsync(new());
        context.Console += (_, message) => _console.Enqueue($"{message.Type}: {message.Text} ({message.Location})");
        context.Request += (_, request) =>
        {
            var uri = new Uri(request.Url);
            if (uri.Scheme.StartsWith("http", StringComparison.Ordinal)
                && !Domains.Any(domain => uri.Host == domain || uri.Host.EndsWith("." + domain, StringComparison.Ordinal)))
            {
                _strangers.Enqueue(request.Url);
            }
        };
    }

    /// <summary>Ends the browser and opens it again with the same profile, perhaps with another setting.</summary>
    protected async Task ReopenAsync(Visitor visitor)
    {
        _browser = await browsers.ReopenAsync(_browser!, visitor);
        await WatchAsync(_browser.Context);
        Page = await NewPageAsync();
    }

    /// <summary>Clears the browser's cookies, as its own setting does.</summary>
    protected Task ClearCookiesAsync() => _browser!.Context.ClearCookiesAsync();

    /// <summary>Opens a second browser beside the first: a private window, or another program. It is closed with the test.</summary>
    protected async Task<IPage> OpenSecondAsync(Visitor visitor)
    {
        var second = await browsers.OpenAsync(visitor);
        _others.Add(second);
        await WatchAsync(second.Context);
        return await second.Context.NewPageAsync();
    }

    /// <summary>Opens a private window of the test's browser, which must be one that keeps its profile. It is closed with the test.</summary>
    protected async Task<IPage> OpenPrivateWindowAsync()
    {
        var window = new OpenedBrowser(await _browser!.Context.Browser!.NewContextAsync(), null);
        _others.Add(window);
        await WatchAsync(window.Context);
        return await window.Context.NewPageAsync();
    }

    /// <summary>Opens a browser of somebody else's, in a window as wide as said.</summary>
    protected Task<IPage> OpenGuestAsync(int width = 1280) => OpenSecondAsync(new() { Width = width });

    /// <summary>Opens another tab of the same browser.</summary>
    protected async Task<IPage> NewPageAsync()
    {
        var page = await _browser!.Context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _errors.Enqueue($"{message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => _errors.Enqueue(error);
        page.Dialog += async (_, dialog) =>
        {
            _errors.Enqueue($"A dialog opened: {dialog.Message}");
            await dialog.DismissAsync();
        };
        return page;
    }

    /// <summary>How many sides of paper the page takes when it is printed, with the margins that browsers leave.</summary>
    protected async Task<int> PrintedPagesAsync()
    {
        const string Edge = "1cm";
        var printed = await Page.PdfAsync(new() { Format = "A4", Margin = new() { Top = Edge, Right = Edge, Bottom = Edge, Left = Edge } });
        return Regex.Count(Encoding.Latin1.GetString(printed), @"/Type\s*/Page\b");
    }

    /// <summary>Opens the seat's panel in a tab of its own and waits until it is live.</summary>
    protected async Task<PanelPage> OpenPanelAsync(string query = "")
    {
        var panel = new PanelPage(await NewPageAsync());
        await panel.Page.GotoAsync(Lab.Url("lab", Seat, "/panel" + query));
        await Expect(panel.Connection).ToHaveTextAsync("Live");
        return panel;
    }

    /// <summary>Sends the invented people around the test's person away, so that reports show one person alone.</summary>
    protected async Task StayAloneAsync()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("town.around", "off")]);
        using var reply = await Lab.Http.PostAsync(Lab.Url("lab", Seat, "/switches"), form, TestContext.Current.CancellationToken);
    }

    /// <summary>The address of a page view's pixel, as the shop's page with this title would carry it.</summary>
    protected string HitUrl(string title, LabServer? server = null, string? seat = null) => (server ?? Lab).Url(
        "metrics", seat ?? Seat,
        $"/px/PL-SHOP-1.gif?v=2&tid=PL-SHOP-1&en=page_view&dl=http%3A%2F%2Fshop.localhost%2F&dt={Uri.EscapeDataString(title)}");

    /// <summary>Sends a page view of the seat's, as a browser without the panel would.</summary>
    protected Task SendAsync(string title) => Lab.Http.GetByteArrayAsync(HitUrl(title), TestContext.Current.CancellationToken);

    /// <summary>Waits until the log has so many events of a kind that fit.</summary>
    protected Task ArrivedAsync(string what, Func<JsonElement, bool> fits, int count = 1) => Eventually.TrueAsync(
        what, async () => (await Lab.EventsAsync(Seat)).Count(fits) >= count);

    /// <summary>Holds a page to axe's rules, shadow trees included.</summary>
    protected async Task AssertAccessibleAsync(IPage page, string where)
    {
        // The page's policy reports axe's own measuring; the other tests hold the page itself to the policy.
        Expected.Add("Applying inline style");
        var result = await page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            $"{where}: " + string.Join(
                "\n", result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: "
                    + string.Join(" | ", violation.Nodes.Take(4).Select(node => $"{node.Target} {node.Html}")))));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_browser is null)
        {
            return;
        }

        if (TestContext.Current.TestState?.Result == TestResult.Failed || !_strangers.IsEmpty || Faults().Count > 0)
        {
            await KeepTracesOfFailureAsync();
        }

        await _browser.DisposeAsync();
        foreach (var other in _others)
        {
            await other.DisposeAsync();
        }

        foreach (var own in _labs)
        {
            await own.DisposeAsync();
        }

        // In whole words: a collection's own message is cut after a line.
        Assert.Equal("", string.Join('\n', _strangers));
        Assert.Equal("", string.Join('\n', Faults()));
    }

    /// <summary>A lab of the test's own, that ends after its browsers: a page that is still loading something would find nobody there, and say so.</summary>
    protected T EndsAfterBrowsers<T>(T lab)
        where T : IAsyncDisposable
    {
        _labs.Add(lab);
        return lab;
    }

    private List<string> Faults() => [.. _errors.Where(error => !Expected.Any(word => error.Contains(word, StringComparison.Ordinal)))];

    /// <summary>Leaves what every window shows, what the browsers said and what was asked of them, and says where.</summary>
    private async Task KeepTracesOfFailureAsync()
    {
        var test = TestContext.Current.Test!;
        var folder = Directory.CreateDirectory(Path.Combine(
            AppContext.BaseDirectory, "TestResults", $"{TestContext.Current.TestMethod!.MethodName}-{test.UniqueID[..6]}")).FullName;
        await File.WriteAllLinesAsync(Path.Combine(folder, "console.txt"), [test.TestDisplayName, .. _console, .. _errors, .. _strangers]);
        TestContext.Current.TestOutputHelper?.WriteLine($"What the browser showed and said: {folder}");
        var window = 0;
        var number = 0;
        foreach (var context in _others.Prepend(_browser!).Select(opened => opened.Context).Where(context => !context.IsClosed))
        {
            foreach (var page in context.Pages)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{window++}.png") });
            }

            await context.Tracing.StopAsync(new() { Path = Path.Combine(folder, $"trace-{number++}.zip") });
        }
    }
}
