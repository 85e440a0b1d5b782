using System.Globalization;
using System.Text.Json;
using PixelLab.Browser.Tests;

namespace PixelLab.Bench;

/// <summary>
/// A tab of a real Chromium that keeps a record of its tasks. A task of more than 50 ms keeps a person waiting (W3C Long Tasks).
/// </summary>
internal sealed class LongTasks : IAsyncDisposable
{
    private const int Aim = 50;
    private static readonly string[] Categories = ["toplevel", "disabled-by-default-devtools.timeline"];
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(2);

    private readonly string _page;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    /// <summary>The processes that a page of the lab was shown in.</summary>
    private readonly HashSet<string> _pages = new(StringComparer.Ordinal);

    private LongTasks(string page, IPlaywright playwright, IBrowser browser, IPage tab)
    {
        _page = page;
        _playwright = playwright;
        _browser = browser;
        Tab = tab;
    }

    /// <summary>The tab.</summary>
    public IPage Tab { get; }

    /// <summary>Opens a browser.</summary>
    /// <param name="page">What the tab will show, as it is called in what is printed.</param>
    public static async Task<LongTasks> OpenAsync(string page)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = await BrowserFinder.FindAsync(playwright),
            Args = [.. BrowserFinder.Flags],
        });
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        return new LongTasks(page, playwright, browser, await context.NewPageAsync());
    }

    /// <summary>Does something while the browser keeps a record of its tasks, and prints the longest of the page's thread.</summary>
    /// <param name="what">What is done, in words.</param>
    /// <param name="act">Does it.</param>
    public async Task PrintAsync(string what, Func<Task> act)
    {
        var session = await Tab.Context.NewCDPSessionAsync(Tab);
        var tasks = new TaskRecord(_pages);
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
            $"{_page}, {what}: longest task {tasks.LongestWork:n0} ms of work (aim: {Aim}), "
            + $"{tasks.LongestByClock:n0} ms by the clock; {tasks.Over(Aim)} of more than {Aim} ms by the clock"));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
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
