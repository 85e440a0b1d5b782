using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PixelLab.Core.Events;

namespace PixelLab.Web.Tests.Replay;

public sealed class ExportTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private readonly LabServer _server = lab.Server;

    [Fact]
    public async Task A_replay_opens_in_another_seat_to_the_same_state()
    {
        var seat = await WalkedSeatAsync();
        IReadOnlyList<string> events, opened;
        string conclusions, openedConclusions;
        do
        {
            events = await EventsWithoutPlaceAsync(seat.Name);
            conclusions = await ConclusionsAsync(seat.Name);
            using var reply = await OpenAsync(await ExportAsync(seat.Name, "json"));
            Assert.Equal(HttpStatusCode.SeeOther, reply.StatusCode);
            var other = reply.Headers.Location!.AbsolutePath.Split('~')[1].Split('/')[0];
            opened = await EventsWithoutPlaceAsync(other);
            openedConclusions = await ConclusionsAsync(other);
        }
        while (!events.SequenceEqual(await EventsWithoutPlaceAsync(seat.Name))); // A pixel that never came was noted meanwhile.

        Assert.Equal(events, opened);
        Assert.Equal(conclusions, openedConclusions);
    }

    [Fact]
    public async Task An_http_archive_holds_to_the_formats_schema()
    {
        var seat = await WalkedSeatAsync();
        await seat.HitAsync("?broken=%ZZ&html=<script>&empty=");

        Assert.Equal("valid", await CheckHarAsync(await ExportAsync(seat.Name, "har")));
    }

    [Fact]
    public async Task An_empty_seat_is_an_empty_file_in_every_format()
    {
        var seat = await Seat.NewAsync(_server);

        Assert.Empty(JsonDocument.Parse(await ExportAsync(seat.Name, "json")).RootElement.GetProperty("events").EnumerateArray());
        Assert.Single((await ExportAsync(seat.Name, "csv")).TrimEnd().Split("\r\n"));
        Assert.Equal("valid", await CheckHarAsync(await ExportAsync(seat.Name, "har")));
    }

    [Theory]
    [InlineData("vendor=metrics", 2)]
    [InlineData("event=scroll", 1)]
    [InlineData("text=Scroll", 1)]
    [InlineData("vendor=adnet", 0)]
    public async Task The_panels_filter_is_honoured(string filter, int hits)
    {
        var seat = await Seat.NewAsync(_server);
        await seat.HitAsync("?en=page_view&z=v1.1");
        await seat.HitAsync("?en=scroll&z=v1.2");

        var table = await ExportAsync(seat.Name, "csv&" + filter);

        Assert.Equal(hits, table.TrimEnd().Split("\r\n").Length - 1);
    }

    [Theory]
    [InlineData("%3D1%2B1", "'=1+1")]
    [InlineData("%EF%BC%9D1", "'＝1")]
    [InlineData("%20%40SUM(1)", "' @SUM(1)")]
    [InlineData("a%0A%3D1", "a↵=1")]
    [InlineData("a%0D%0A%3D1", "a↵=1")]
    [InlineData("caf%C3%A9%20%F0%9F%98%80", "café 😀")]
    public async Task What_a_spreadsheet_would_take_for_a_formula_is_text_and_a_line_is_an_event(string title, string field)
    {
        var seat = await Seat.NewAsync(_server);
        await seat.HitAsync("?en=page_view&z=v1.1&dt=" + title);

        var lines = (await ExportAsync(seat.Name, "csv")).TrimEnd().Split("\r\n");
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
        Assert.Contains($",\"{field}\",", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spreadsheet_reads_the_table_its_times_and_each_parameter_as_a_column()
    {
        var seat = await Seat.NewAsync(_server);
        await seat.HitAsync("?en=page_view&z=v1.1&dt=Shoes&own=7");

        var bytes = await _server.Http.GetByteArrayAsync(_server.Url("lab", $"/api/seats/{seat.Name}/export?format=csv"), TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).TrimEnd().Split("\r\n");
        var (names, fields) = (lines[0].Trim('"').Split("\",\""), lines[1].Trim('"').Split("\",\""));
        string Field(string name) => fields[Array.IndexOf(names, name)];
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$", Field("time (UTC)"));
        Assert.Equal(("Shoes", "v1.1", "own=7"), (Field("dt"), Field("z"), Field("other parameters")));
    }

    [Theory]
    [InlineData("", "Choose a file first")]
    [InlineData("no json", "no JSON")]
    [InlineData("{\"format\":\"pixellab-replay\",\"version\":1,\"events\":[", "no JSON")]
    [InlineData("[]", "no replay of PixelLab")]
    [InlineData("{\"log\":{\"entries\":[{\"_initiator\":{\"stack\":", "recording of requests (HAR)")]
    [InlineData("{\"\\ud800rmat\":5}", "no JSON")]
    [InlineData("{\"format\":5}", "no replay of PixelLab")]
    [InlineData("{\"format\":\"pixellab-replay\",\"version\":2,\"events\":[]}", "another version")]
    [InlineData("{\"format\":\"pixellab-replay\",\"version\":1,\"events\":[{\"id\":1}]}", "Event 1")]
    [InlineData("{\"format\":\"pixellab-replay\",\"version\":1,\"events\":[{\"id\":1,\"event\":{\"kind\":\"nonsense\",\"at\":\"2026-01-01T00:00:00Z\"}}]}", "Event 1")]
    [InlineData("{\"format\":\"pixellab-replay\",\"version\":1,\"events\":[{\"id\":1,\"event\":{\"kind\":\"setting\",\"at\":\"1999-01-01T00:00:00Z\",\"name\":\"a\",\"value\":\"b\"}}]}", "2020 to 2100")]
    [InlineData("{\"format\":\"pixellab-replay\",\"version\":1,\"events\":[{\"id\":1,\"event\":{\"kind\":\"setting\",\"at\":\"2026-01-01T00:00:00Z\",\"name\":null,\"value\":\"b\"}}]}", "Event 1")]
    [InlineData("{\"format\":\"pixellab-replay\",\"version\":1,\"events\":[{\"id\":1,\"event\":{\"kind\":\"setting\",\"at\":\"2026-01-01T00:00:00Z\",\"name\":\"referrer.page\",\"value\":\"origin\\r\\nX: y\"}}]}", "turns a switch")]
    [InlineData("{\"format\":\"pixellab-replay\",\"version\":1,\"events\":[{\"id\":1,\"event\":{\"kind\":\"consent\",\"at\":\"2026-01-01T00:00:00Z\",\"site\":\"shop\",\"regime\":\"none\",\"granted\":[null],\"denied\":[],\"how\":\"choose\"}}]}", "is missing")]
    [InlineData("{\"format\":\"pixellab-replay\",\"version\":1,\"events\":[0,0,0", "Event 1")]
    [InlineData("{\"format\":\"pixellab-replay\",\"version\":1,\"events\":[]}{}", "no JSON")]
    [InlineData("{\"events\":[],\"format\":\"pixellab-replay\",\"version\":1}", "no replay of PixelLab")]
    [InlineData("{\"format\":\"pixellab-replay\",\"version\":1}", "no replay of PixelLab")]
    public async Task A_file_that_is_no_replay_is_refused_with_the_reason(string file, string reason)
    {
        using var reply = await OpenAsync(file);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Contains(reason, await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_larger_than_any_event_of_the_lab_is_refused_before_it_is_whole()
    {
        using var reply = await OpenAsync("{\"other\":\"" + new string('x', 3_000_000));
        Assert.Contains("larger than any event", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_replay_that_is_broken_further_on_nothing_stays()
    {
        var before = await _server.Services.GetRequiredService<IEventReader>().ReadAsync(null, 0, int.MaxValue, TestContext.Current.CancellationToken);
        var good = Enumerable.Range(1, 1200).Select(number =>
            $$$"""{"id":{{{number}}},"event":{"kind":"setting","at":"2026-11-24T00:00:00Z","name":"broken-replay","value":"b"}}""");
        using var reply = await OpenAsync($$$"""{"format":"pixellab-replay","version":1,"events":[{{{string.Join(',', good)}}},{"id":1}]}""");
        Assert.Contains("Event 1201", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var after = await _server.Services.GetRequiredService<IEventReader>().ReadAsync(null, before.Count > 0 ? before[^1].Id : 0, int.MaxValue, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(after, labEvent => labEvent is SettingChanged { Name: "broken-replay" });
    }

    [Fact]
    public async Task A_replay_of_some_pieces_keeps_every_event()
    {
        var events = Enumerable.Range(1, 3000).Select(number =>
            $$$"""{"id":{{{number}}},"event":{"kind":"setting","at":"2026-11-24T00:00:00Z","name":"n{{{number}}}","value":"{{{new string('v', number % 300)}}}"}}""");
        using var reply = await OpenAsync($$$""" {"version":1,"made by":{"some":["tool"]},"format":"pixellab-replay", "events":[{{{string.Join(" , ", events)}}}],"more":1} """);
        Assert.Equal(HttpStatusCode.SeeOther, reply.StatusCode);
        var seat = reply.Headers.Location!.ToString().Split("/~")[1].Split('/')[0];
        var kept = await _server.EventsAsync(seat);
        Assert.Equal(Enumerable.Range(1, 3000).Select(number => $"n{number}"), kept.Select(one => one.Text("name")));
    }

    [Fact]
    public async Task Markup_in_a_replay_is_text()
    {
        using var reply = await OpenAsync(Settings("<script>alert(1)</script>", "x"));
        Assert.Equal(HttpStatusCode.SeeOther, reply.StatusCode);

        using var tooLong = await OpenAsync(Settings("name", new string('x', 70_000)));
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        Assert.Contains("too long", await tooLong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_format_nobody_knows_is_refused()
    {
        var seat = await Seat.NewAsync(_server);

        using var reply = await _server.Http.GetAsync(_server.Url("lab", $"/api/seats/{seat.Name}/export?format=exe"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
    }

    private static string Settings(string name, string value) => JsonSerializer.Serialize(new
    {
        format = "pixellab-replay",
        version = 1,
        events = new[] { new { id = 1, @event = new { kind = "setting", at = "2026-11-24T00:00:00Z", name, value } } },
    });

    private async Task<Seat> WalkedSeatAsync()
    {
        var seat = await Seat.NewAsync(_server);
        foreach (var path in new[] { "/", "/shoes/1", "/cart" })
        {
            using var page = await _server.Http.GetAsync(_server.Url("shop", $"/~{seat.Name}{path}"));
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }

        await seat.HitAsync("?en=page_view&z=v1.1");
        using var slot = await _server.Http.GetAsync(_server.Url("adnet", $"/~{seat.Name}/slot?eid=v1.2"));
        Assert.Equal(HttpStatusCode.OK, slot.StatusCode);
        return seat;
    }

    private async Task<string> ExportAsync(string seat, string format) =>
        await _server.Http.GetStringAsync(_server.Url("lab", $"/api/seats/{seat}/export?format={format}"));

    private async Task<HttpResponseMessage> OpenAsync(string replay)
    {
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(replay));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        form.Add(file, "replay", "replay.json");
        return await _server.Http.PostAsync(_server.Url("lab", "/replay"), form);
    }

    /// <summary>The events as the API tells them, without what says where in which log they stand.</summary>
    private async Task<IReadOnlyList<string>> EventsWithoutPlaceAsync(string seat)
    {
        var page = await _server.Http.GetFromJsonAsync<JsonElement>(_server.Url("lab", $"/api/seats/{seat}/events?limit=1000"));
        return
        [
            .. page.GetProperty("events").EnumerateArray().Select(one => string.Join('\n', one.EnumerateObject()
                .Where(member => member.Name is not ("id" or "seat" or "because"))
                .Select(member => $"{member.Name}: {member.Value.GetRawText()}"))),
        ];
    }

    private async Task<string> ConclusionsAsync(string seat)
    {
        var view = await _server.Http.GetFromJsonAsync<JsonElement>(_server.Url("lab", $"/api/seats/{seat}/compare"));
        var state = view.GetProperty("state");
        return string.Join('\n', state.GetProperty("lenses").EnumerateArray().Select(lens => lens.GetProperty("count").GetRawText()))
            + state.GetProperty("browsers").GetRawText() + state.GetProperty("hits").GetRawText();
    }

    private static async Task<string> CheckHarAsync(string archive)
    {
        var script = typeof(ExportTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "HarCheck").Value!;
        using var node = Process.Start(new ProcessStartInfo("node", [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await node.StandardInput.WriteAsync(archive);
        node.StandardInput.Close();
        return (await node.StandardOutput.ReadToEndAsync()).Trim();
    }
}
