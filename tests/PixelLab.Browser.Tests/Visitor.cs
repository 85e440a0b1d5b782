using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PixelLab.Web.Tests;

namespace PixelLab.Browser.Tests;

/// <summary>A person with a browser and a seat of their own. It speaks of what a person sees.</summary>
public sealed class Visitor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly LabServer _server;

    private Visitor(LabServer server, IPage page, string seat)
    {
        _server = server;
        Page = page;
        Seat = seat;
        page.Console += (_, message) => Note(message.Type == "error", message.Text);
        page.PageError += (_, error) => Note(true, error);
        page.Request += (_, request) =>
        {
            if (!new Uri(request.Url).Host.EndsWith("localhost", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                Complaints.Add($"left the machine: {request.Url}");
            }
        };
    }

    /// <summary>The page in front of the person.</summary>
    public IPage Page { get; }

    /// <summary>The person's seat.</summary>
    public string Seat { get; }

    /// <summary>What the browser complained about, and requests that left the lab.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>The dock.</summary>
    public ILocator Dock => Page.Locator("lab-dock");

    /// <summary>The panel.</summary>
    public ILocator Panel => Page.Locator("lab-panel");

    /// <summary>The rows of the panel.</summary>
    public ILocator Rows => Panel.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option);

    /// <summary>A person who sits down at a browser.</summary>
    public static async Task<Visitor> SitDownAsync(LabBrowser lab, IBrowserContext browser)
    {
        using var reply = await lab.Server.Http.PostAsync(lab.Server.Url("lab", "/api/seats"), null);
        var made = JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement;
        return new Visitor(lab.Server, await browser.NewPageAsync(), made.GetProperty("seat").GetString()!);
    }

    /// <summary>Opens a page of the town.</summary>
    public Task GoAsync(string host, string path = "/") => Page.GotoAsync(_server.Url(host, $"/~{Seat}{path}"));

    /// <summary>Opens the panel.</summary>
    public async Task OpenPanelAsync()
    {
        await GoAsync("lab", "/panel");
        await Assertions.Expect(Panel.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>The seat's events so far.</summary>
    public async Task<IReadOnlyList<JsonElement>> EventsAsync(string kind)
    {
        var json = await _server.Http.GetStringAsync(_server.Url("lab", $"/api/seats/{Seat}/events?limit=1000"));
        return
        [
            .. JsonDocument.Parse(json).RootElement.GetProperty("events").EnumerateArray()
                .Where(one => one.GetProperty("kind").GetString() == kind),
        ];
    }

    /// <summary>Waits until the seat has an event of that kind that fits, and returns it.</summary>
    public async Task<JsonElement> EventAsync(string kind, Func<JsonElement, bool> fits)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do
        {
            foreach (var one in await EventsAsync(kind))
            {
                if (fits(one))
                {
                    return one;
                }
            }
        }
        while (await tick.WaitForNextTickAsync(patience.Token));

        throw new InvalidOperationException("The timer ended.");
    }

    /// <summary>Waits for a hit of a vendor that reports an event.</summary>
    public Task<JsonElement> HitAsync(string vendor, string reported) =>
        EventAsync("hit", hit => hit.Text("vendor") == vendor && hit.Text("event") == reported);

    /// <summary>Expects a row of the panel with these words in it.</summary>
    public Task ExpectRowAsync(string words) =>
        Assertions.Expect(Rows.Filter(new() { HasTextRegex = new Regex(words) }).First).ToBeVisibleAsync();

    private void Note(bool isError, string text)
    {
        // What a test stops on purpose, the browser reports as an error of the network.
        if (isError && !text.Contains("net::ERR", StringComparison.Ordinal))
        {
            Complaints.Add(text);
        }
    }
}
