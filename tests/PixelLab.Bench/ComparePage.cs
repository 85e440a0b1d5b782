using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using PixelLab.Browser.Tests;
using PixelLab.Core.Events;
using PixelLab.Core.People.Population;

namespace PixelLab.Bench;

/// <summary>
/// The compare page of a seat with 20,000 events in a real Chromium: its longest task while it loads, while hits arrive and
/// while somebody drags the time. A task of more than 50 ms keeps a person waiting (W3C Long Tasks).
/// </summary>
internal static class ComparePage
{
    private const int Events = 20_000;
    private const int Hits = 60;
    private const int DragSteps = 60;
    private const int Aim = 50;
    private const int WarmRounds = 2;

    private static readonly string[] Categories = ["toplevel", "disabled-by-default-devtools.timeline"];
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(30);

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync()
    {
        await using var lab = await LabProcess.StartAsync();
        var page = await FillAsync(lab);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = await BrowserFinder.FindAsync(playwright),
            Args = [.. BrowserFinder.Flags],
        });
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var tab = await context.NewPageAsync();
        var pages = new HashSet<string>(StringComparer.Ordinal);

        // The first load also reads the events from the disk and compiles the page's script: what it takes is printed apart.
        await PrintAsync(tab, pages, "its first load", () => LoadAsync(tab, page));
        for (var round = 0; round < WarmRounds; round++)
        {
            await PrintAsync(tab, pages, "loading", () => LoadAsync(tab, page));
        }

        await PrintAsync(tab, pages, $"while {Hits} hits arrive", () => ArriveAsync(lab, page));
        await PrintAsync(tab, pages, "while the time is dragged", () => DragAsync(tab));
    }

    private static async Task LoadAsync(IPage tab, Uri page)
    {
        await tab.GotoAsync(page.AbsoluteUri);
        await tab.Locator("lab-compare table.evidence").WaitForAsync();
    }

    private static async Task ArriveAsync(LabProcess lab, Uri page)
    {
        using var http = new HttpClient();
        var seat = page.AbsolutePath.Split('/')[1];
        for (var hit = 0; hit < Hits; hit++)
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get, $"http://127.0.0.1:{lab.Port}/{seat}/px/PL-SHOP-1.gif?en=page_view&dt=Arriving&z=n{hit}.1");
            request.Headers.Host = $"metrics.localhost:{lab.Port}";
            using var reply = await http.SendAsync(request);
            reply.EnsureSuccessStatusCode();
            await Task.Delay(Between);
        }
    }

    private static async Task DragAsync(IPage tab)
    {
        var slider = await tab.GetByRole(AriaRole.Slider).BoundingBoxAsync() ?? throw new InvalidOperationException("There is no slider.");
        var middle = slider.Y + (slider.Height / 2);
        await tab.Mouse.MoveAsync(slider.X + slider.Width - 8, middle);
        await tab.Mouse.DownAsync();
        for (var step = 1; step <= DragSteps; step++)
        {
            await tab.Mouse.MoveAsync(slider.X + 8 + ((slider.Width - 16) * (DragSteps - step) / DragSteps), middle);
            await Task.Delay(Between);
        }

        await tab.Mouse.UpAsync();
    }

    /// <summary>Does something while the browser keeps a record of its tasks, and prints the longest of the page's thread.</summary>
    /// <param name="tab">The tab.</param>
    /// <param name="pages">The processes that a page of the lab was shown in; those of this time are added.</param>
    /// <param name="what">What is done, in words.</param>
    /// <param name="act">Does it.</param>
    private static async Task PrintAsync(IPage tab, HashSet<string> pages, string what, Func<Task> act)
    {
        var session = await tab.Context.NewCDPSessionAsync(tab);
        var tasks = new TaskRecord(pages);
        var complete = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        session.Event("Tracing.dataCollected").OnEvent += (_, data) => tasks.Add(data!.Value);
        session.Event("Tracing.tracingComplete").OnEvent += (_, _) => complete.TrySetResult();
        await session.SendAsync("Tracing.start", new()
        {
            ["transferMode"] = "ReportEvents",
            ["traceConfig"] = new { includedCategories = Categories },
        });
        await act();

        // What was begun goes on for a moment: streams that end, frames that are drawn.
        await Task.Delay(Calm);
        await session.SendAsync("Tracing.end");
        await complete.Task;
        await session.DetachAsync();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"compare page with {Events:n0} events, {what}: longest task {tasks.LongestWork:n0} ms of work (aim: {Aim}), "
            + $"{tasks.LongestByClock:n0} ms by the clock; {tasks.Over(Aim)} of more than {Aim} ms by the clock"));
    }

    /// <summary>A seat with the events of a simulated town, opened as a replay. Gives the address of its page.</summary>
    private static async Task<Uri> FillAsync(LabProcess lab)
    {
        var plan = new PopulationPlan { People = 200, Days = 7 };
        var events = new PopulationWalk(plan, Inhabitants.Of(plan)).Days().Take(Events).Select(happening => happening.Event).ToList();
        using var file = new MemoryStream();
        await using (var json = new Utf8JsonWriter(file))
        {
            json.WriteStartObject();
            json.WriteString("format", "pixellab-replay");
            json.WriteNumber("version", 1);
            json.WriteStartArray("events");
            foreach (var labEvent in events)
            {
                json.WriteStartObject();
                json.WriteNumber("id", labEvent.Id);
                json.WritePropertyName("event");
                json.WriteRawValue(LabEventJson.Write(labEvent), skipInputValidation: true);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler);
        using var content = new ByteArrayContent(file.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var form = new MultipartFormDataContent { { content, "replay", "replay.json" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{lab.Port}/replay") { Content = form };
        request.Headers.Host = $"localhost:{lab.Port}";
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var reply = await http.SendAsync(request);
        return reply.Headers.Location is { } opened
            ? new Uri(new Uri($"http://localhost:{lab.Port}"), opened)
            : throw new InvalidOperationException($"The lab did not open the replay: {(int)reply.StatusCode}.");
    }

    /// <summary>How long the tasks of the lab's page took. The browser's own pages, such as its start page, have main threads too.</summary>
    private sealed class TaskRecord(HashSet<string> pages)
    {
        private readonly List<(string Thread, double Milliseconds, double Work)> _tasks = [];
        private readonly HashSet<string> _main = new(StringComparer.Ordinal);

        /// <summary>What the processor worked on the heaviest task: what the page is to blame for.</summary>
        public double LongestWork => Ours().Select(task => task.Work).DefaultIfEmpty().Max();

        /// <summary>How long the longest lasted, with the time it waited for a busy machine.</summary>
        public double LongestByClock => Ours().Select(task => task.Milliseconds).DefaultIfEmpty().Max();

        public int Over(double milliseconds) => Ours().Count(task => task.Milliseconds > milliseconds);

        public void Add(JsonElement data)
        {
            foreach (var one in data.GetProperty("value").EnumerateArray())
            {
                var thread = $"{one.GetProperty("pid")}/{one.GetProperty("tid")}";
                var name = one.GetProperty("name").GetString();
                if (name == "thread_name" && one.GetProperty("args").GetProperty("name").GetString() == "CrRendererMain")
                {
                    _main.Add(thread);
                }
                else if (name == "FrameCommittedInBrowser" && one.GetProperty("args").GetProperty("data") is var frame
                    && frame.GetProperty("url").GetString()!.StartsWith("http", StringComparison.Ordinal) && frame.TryGetProperty("processId", out var process))
                {
                    pages.Add(process.ToString());
                }
                else if (name == "ThreadControllerImpl::RunTask" && one.TryGetProperty("dur", out var microseconds))
                {
                    var work = one.TryGetProperty("tdur", out var own) ? own.GetDouble() : microseconds.GetDouble();
                    _tasks.Add((thread, microseconds.GetDouble() / 1000, work / 1000));
                }
            }
        }

        private IEnumerable<(double Milliseconds, double Work)> Ours() =>
            _tasks.Where(task => _main.Contains(task.Thread) && pages.Contains(task.Thread.Split('/')[0])).Select(task => (task.Milliseconds, task.Work));
    }
}
