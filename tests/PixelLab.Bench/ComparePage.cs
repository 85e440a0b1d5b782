using System.Net.Http.Headers;
using System.Text.Json;
using PixelLab.Core.Events;
using PixelLab.Core.Population;

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
    private const int WarmRounds = 2;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(30);

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync()
    {
        await using var lab = await BenchLab.StartAsync();
        var page = await FillAsync(lab);
        await using var tasks = await LongTasks.OpenAsync($"compare page with {Events:n0} events");
        var tab = tasks.Tab;

        // The first load also reads the events from the disk and compiles the page's script: what it takes is printed apart.
        await tasks.PrintAsync("its first load", () => LoadAsync(tab, page));
        for (var round = 0; round < WarmRounds; round++)
        {
            await tasks.PrintAsync("loading", () => LoadAsync(tab, page));
        }

        await tasks.PrintAsync($"while {Hits} hits arrive", () => ArriveAsync(lab, page));
        await tasks.PrintAsync("while the time is dragged", () => DragAsync(tab));
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
}
