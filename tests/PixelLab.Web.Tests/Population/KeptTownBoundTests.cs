using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace PixelLab.Web.Tests.Population;

/// <summary>What can be taken out as a file can be brought back: a town is kept up to exactly what a replay may hold.</summary>
public sealed class KeptTownBoundTests
{
    private const string Town = """{"what":"keep","people":20,"days":1,"seed":3,"shares":{"blockers":0}}""";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static CancellationToken Ends => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_largest_town_that_is_kept_opens_again_and_one_event_more_is_refused()
    {
        var (events, bytes) = await SizeAsync();

        await using (var lab = await LabServer.StartAsync(("Replay:MostEvents", $"{events}")))
        {
            var replay = await ExportAsync(lab, (await KeepAsync(lab)).GetProperty("walk").Text("seat")!);
            Assert.Equal(bytes, replay.Length);
            Assert.Equal(HttpStatusCode.SeeOther, await OpenAsync(lab, replay));
        }

        await using (var lab = await LabServer.StartAsync(("Replay:MostEvents", $"{events - 1}")))
        {
            var run = await KeepAsync(lab);
            Assert.Equal("failed", run.Text("state"));
            Assert.Contains("fewer people", run.Text("problem"), StringComparison.Ordinal);
            Assert.False(run.TryGetProperty("walk", out var walk) && walk.ValueKind != JsonValueKind.Null);
        }
    }

    [Fact]
    public async Task A_town_and_a_file_of_more_bytes_than_a_replay_may_have_are_refused_with_a_sentence()
    {
        await using var lab = await LabServer.StartAsync(("Replay:MostMegabytes", "1"));

        var run = await KeepAsync(lab, Town.Replace("\"people\":20", "\"people\":200", StringComparison.Ordinal));
        var tooLarge = await OpenAsync(lab, new byte[(1024 * 1024) + 1]);

        Assert.Equal("failed", run.Text("state"));
        Assert.Contains("1 MB", run.Text("problem"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, tooLarge);
    }

    private static async Task<(int Events, int Bytes)> SizeAsync()
    {
        await using var lab = await LabServer.StartAsync();
        var replay = await ExportAsync(lab, (await KeepAsync(lab)).GetProperty("walk").Text("seat")!);
        using var read = JsonDocument.Parse(replay);
        return (read.RootElement.GetProperty("events").GetArrayLength(), replay.Length);
    }

    private static Task<byte[]> ExportAsync(LabServer lab, string seat) =>
        lab.Http.GetByteArrayAsync(lab.Url("lab", $"/api/seats/{seat}/export?format=json"), Ends);

    private static async Task<HttpStatusCode> OpenAsync(LabServer lab, byte[] replay)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(replay), "replay", "replay.json" } };
        using var reply = await lab.Http.PostAsync(lab.Url("lab", "/replay"), form, Ends);
        return reply.StatusCode;
    }

    private static async Task<JsonElement> KeepAsync(LabServer lab, string plan = Town)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var body = new StringContent(plan, Encoding.UTF8, "application/json");
        using var begun = await lab.Http.PostAsync(lab.Url("lab", "/population/runs"), body, patience.Token);
        Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
        var run = await begun.Content.ReadFromJsonAsync<JsonElement>(patience.Token);
        while (run.Text("state") == "running")
        {
            run = await lab.Http.GetFromJsonAsync<JsonElement>(lab.Url("lab", $"/population/runs/{run.Text("id")}"), patience.Token);
        }

        return run;
    }
}
