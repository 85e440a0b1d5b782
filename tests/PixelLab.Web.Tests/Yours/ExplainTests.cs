using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PixelLab.Web.Features.Yours;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Tests.Yours;

/// <summary>The contract of <c>POST /api/explain</c>.</summary>
public sealed class ExplainTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private static readonly string[] Members = ["kind", "requests", "links", "problems"];
    private static readonly string[] OfRequest = ["method", "url", "host", "owner", "vendor", "category", "event", "fields"];
    private static readonly string[] OfField = ["field", "value", "source", "meaning", "control"];

    private readonly LabServer _server = lab.Server;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("url", "https://pixel.example/tr?id=1&ev=PageView")]
    [InlineData("curl", "curl 'https://pixel.example/tr?id=1&ev=PageView' -H 'accept: */*'")]
    [InlineData("request", "GET /tr?id=1&ev=PageView HTTP/1.1\nHost: pixel.example\n\n")]
    [InlineData("har", """{"log":{"entries":[{"request":{"method":"GET","url":"https://pixel.example/tr?id=1&ev=PageView"}}]}}""")]
    [InlineData("html", "<img src='https://pixel.example/tr?id=1&amp;ev=PageView'>")]
    [InlineData("mail", "From: a@b.example\nSubject: x\nContent-Type: text/html\n\n<img src='https://pixel.example/tr?id=1&amp;ev=PageView'>")]
    [InlineData("mixed", "https://pixel.example/tr?id=1&ev=PageView\n<p style='x'>\n\ncurl https://b.example/")]
    public async Task Each_kind_is_recognised_and_answered_in_the_same_form(string kind, string text)
    {
        var answer = await ExplainAsync(text);

        Assert.Equal(Members, answer.EnumerateObject().Select(member => member.Name));
        Assert.Equal(kind, answer.Text("kind"));
        var request = answer.GetProperty("requests")[0];
        Assert.All(OfRequest, member => Assert.True(request.TryGetProperty(member, out _), member));
        Assert.Equal(("GET", "https://pixel.example/tr?id=1&ev=PageView", "pixel.example"), (request.Text("method"), request.Text("url"), request.Text("host")));
        Assert.All(request.GetProperty("fields").EnumerateArray(), field => Assert.All(OfField, member => Assert.True(field.TryGetProperty(member, out _), member)));
        Assert.Contains(request.GetProperty("fields").EnumerateArray(), field => field.Text("field") == "ev" && field.Text("value") == "PageView");
    }

    [Fact]
    public async Task Each_request_has_a_line_of_the_answer_to_itself_with_what_it_told_and_as_it_came()
    {
        const string Command = "curl 'https://www.facebook.com/tr?id=1&ev=PageView&fbp=fb.1.1795442000000.1234567890' -H 'X-A: 1'";
        using var reply = await PostAsync(Encoding.UTF8.GetBytes(Command + "\n\nhttps://b.example/"));
        var lines = (await reply.Content.ReadAsStringAsync(Cancellation)).Split('\n');
        Assert.Equal(4, lines.Length);
        var first = JsonElement.Parse(lines[1]);
        Assert.Equal("opened a page", first.Text("did"));
        Assert.Contains(first.GetProperty("told").EnumerateArray(), told => (told.Text("what"), told.Text("field")) == ("number", "fbp"));
        Assert.Contains(first.GetProperty("headers").EnumerateArray(), header => (header.Text("name"), header.Text("value")) == ("X-A", "1"));
        Assert.Equal("b.example", JsonElement.Parse(lines[2][1..]).Text("host"));
    }

    [Fact]
    public async Task A_request_tells_whose_name_its_host_is_and_of_which_site_and_by_what_means_it_was_made()
    {
        var answer = await ExplainAsync("curl 'https://px.eu.example.co.uk/a.gif?x=1' -H 'Referer: https://www.shop.example.com/' -H 'Sec-Fetch-Dest: image'\n\ncurl -X POST https://b.example/ -d x=1");

        var (first, second) = (answer.GetProperty("requests")[0], answer.GetProperty("requests")[1]);
        Assert.Equal(("example.co.uk", "example.com", "image"), (first.Text("domain"), first.Text("site"), first.Text("means")));
        Assert.Equal(("b.example", null, "beacon"), (second.Text("domain"), second.Text("site"), second.Text("means")));
    }

    [Theory]
    [InlineData(false, "Nothing leaves this machine")]
    [InlineData(true, "goes to this lab’s server")]
    public async Task The_page_says_where_what_is_brought_goes_by_the_way_on_which_it_was_asked_for(bool isThroughProxy, string words)
    {
        var seat = await Seat.NewAsync(_server);
        using var ask = new HttpRequestMessage(HttpMethod.Get, _server.Url("lab", $"/~{seat.Name}/yours"));
        if (isThroughProxy)
        {
            ask.Headers.Add("X-Forwarded-For", "203.0.113.7");
        }

        using var reply = await _server.Http.SendAsync(ask, Cancellation);
        Assert.Contains(words, WebUtility.HtmlDecode(await reply.Content.ReadAsStringAsync(Cancellation)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("message/rfc822")]
    [InlineData(null)]
    public async Task Any_content_type_will_do(string? type)
    {
        using var body = new ByteArrayContent("https://pixel.example/?a=1"u8.ToArray());
        body.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        using var reply = await _server.Http.PostAsync(_server.Url("lab", "/api/explain?name=x.txt"), body, Cancellation);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("application/json", reply.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", reply.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task A_letters_links_say_through_whom_they_lead_where_and_what_they_carry()
    {
        var answer = await ExplainAsync("""
            From: a@b.example
            Subject: x
            List-Unsubscribe: <mailto:leave@list.example>
            Content-Type: text/html

            <a href="https://click.example/?u=https%3A%2F%2Fshop.example%2F&amp;m=7">Shoes</a>
            """);
        var links = answer.GetProperty("links");
        Assert.Equal(("mailto:leave@list.example", "List-Unsubscribe"), (links[0].Text("url"), links[0].Text("text")));
        Assert.Equal(JsonValueKind.Null, links[0].GetProperty("through").ValueKind);
        Assert.Equal(("Shoes", "click.example", "https://shop.example/"), (links[1].Text("text"), links[1].Text("through"), links[1].Text("target")));
        Assert.Contains(links[1].GetProperty("carries").EnumerateArray(), field => field.Text("field") == "m");
        Assert.Empty(answer.GetProperty("requests").EnumerateArray());
        Assert.All(["where", "why"], member => Assert.False(string.IsNullOrEmpty(answer.GetProperty("problems")[0].Text(member))));
    }

    [Theory]
    [InlineData("", "nothing in it")]
    [InlineData("What is this?", "nothing that can be read here")]
    [InlineData("curl -H 'a: b'", "names no address")]
    [InlineData("{\"log\":{\"entries\":[{\"request\"", "breaks off")]
    public async Task What_cannot_be_read_is_refused_in_a_sentence(string text, string why)
    {
        using var reply = await PostAsync(Encoding.UTF8.GetBytes(text));
        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        Assert.Contains(why, (await reply.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_lab_itself_gives_out_is_read()
    {
        var seat = await Seat.NewAsync(_server);
        await seat.HitAsync("?en=page_view&dt=%22Shoes%22,%20new&z=1");
        var hit = await seat.OnlyHitAsync();
        foreach (var (format, kind) in new[] { ("har", "har"), ("json", "request"), ("csv", "request") })
        {
            var answer = await ExplainAsync(await _server.Http.GetByteArrayAsync(_server.Url("lab", $"/api/seats/{seat.Name}/export?format={format}"), Cancellation));
            Assert.Equal(kind, answer.Text("kind"));
            var request = Assert.Single(answer.GetProperty("requests").EnumerateArray());
            Assert.Equal((hit.Text("url"), "page_view"), (request.Text("url"), request.Text("event")));
            static string? Meaning(JsonElement fields) => fields.EnumerateArray().Single(field => field.Text("field") == "dt").Text("meaning");
            Assert.Equal(Meaning(hit.GetProperty("explained")), Meaning(request.GetProperty("fields")));
        }
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_page_of_another_origin_may_not_ask(string header, string value)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, _server.Url("lab", "/api/explain")) { Content = new StringContent("https://a.example/") };
        ask.Headers.Add(header, value);
        using var reply = await _server.Http.SendAsync(ask, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
    }

    [Fact]
    public async Task What_is_too_large_hears_the_limit_before_it_is_sent()
    {
        using var body = new Announced(((long)ExplainLimits.MostMegabytes * 1024 * 1024) + 1);
        using var ask = new HttpRequestMessage(HttpMethod.Post, _server.Url("lab", "/api/explain")) { Content = body, Headers = { ExpectContinue = true } };
        using var reply = await _server.Http.SendAsync(ask, Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.StatusCode);
        Assert.Contains($"{ExplainLimits.MostMegabytes} MB", await reply.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_has_so_many_on_their_way_and_nothing_of_them_stays()
    {
        await using var server = await LabServer.StartAsync();
        var before = Kept(server);
        var intake = server.Services.GetRequiredService<ExplainIntake>();
        var here = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Loopback } };
        var end = new TaskCompletionSource<object>();
        var others = Enumerable.Range(0, ExplainLimits.OfAddress).Select(_ => intake.WithPlaceAsync(here, () => end.Task)).ToList();

        using (var refused = await server.Http.PostAsync(server.Url("lab", "/api/explain"), new StringContent("https://a.example/"), Cancellation))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.Contains((await server.GetAsync("/healthz")).GetProperty("refused").EnumerateArray(), one => one.Text("budget") == "explained_of_address");
        }

        end.SetResult(new object());
        await Task.WhenAll(others);
        using var taken = await server.Http.PostAsync(server.Url("lab", "/api/explain"), new StringContent("https://a.example/"), Cancellation);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal(before, Kept(server));
    }

    [Fact]
    public async Task What_little_unpacks_to_counts_for_its_sender_and_for_nobody_else()
    {
        const int Megabyte = 1024 * 1024;
        await using var server = await LabServer.StartAsync();
        var intake = server.Services.GetRequiredService<ExplainIntake>();
        static DefaultHttpContext At(IPAddress address) => new() { Connection = { RemoteIpAddress = address } };
        Assert.True(intake.MeterOf(At(IPAddress.Loopback)).TryCount((ExplainLimits.MegabytesInTenMinutes - 4L) * Megabyte));

        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.ASCII.GetBytes("{" + new string(' ', 8 * Megabyte)), Cancellation);
        }

        Assert.True(packed.Length < Megabyte);
        using var body = new ByteArrayContent(packed.ToArray());
        using var refused = await server.Http.PostAsync(server.Url("lab", "/api/explain"), body, Cancellation);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains((await server.GetAsync("/healthz")).GetProperty("refused").EnumerateArray(), one => one.Text("budget") == "explained_bytes");
        Assert.True(intake.MeterOf(At(IPAddress.Parse("192.0.2.7"))).TryCount(Megabyte));
    }

    [Fact]
    public async Task Who_brings_many_packed_things_leaves_a_turn_to_others()
    {
        await using var server = await LabServer.StartAsync();
        var intake = server.Services.GetRequiredService<ExplainIntake>();
        var here = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Loopback } };
        var there = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse("192.0.2.7") } };
        var end = new TaskCompletionSource<bool>();
        var packed = Enumerable.Range(0, ExplainLimits.AtOnce).Select(_ => intake.InTurnAsync(here, isPacked: true, () => end.Task, Cancellation)).ToList();

        Assert.True(await intake.InTurnAsync(there, isPacked: true, () => Task.FromResult(true), Cancellation));
        Assert.True(await intake.InTurnAsync(here, isPacked: false, () => Task.FromResult(true), Cancellation));
        Assert.DoesNotContain(packed, task => task.IsCompleted);
        end.SetResult(true);
        Assert.All(await Task.WhenAll(packed), Assert.True);
    }

    [Fact]
    public async Task It_can_be_asked_how_far_a_thing_is_and_whoever_stops_sending_leaves_nothing_behind()
    {
        await using var server = await LabServer.StartAsync();
        var ask = server.Url("lab", "/api/explain/progress?follow=0123456789abcdef");
        using var body = new HalfSent(ExplainIntake.Piece);
        using var stop = new CancellationTokenSource();
        var sending = server.Http.PostAsync(server.Url("lab", "/api/explain?follow=0123456789abcdef"), body, stop.Token);

        JsonElement progress;
        while ((progress = await AskAsync()).ValueKind == JsonValueKind.Undefined || progress.GetProperty("sent").GetInt64() < ExplainIntake.Piece)
        {
            await Task.Yield();
        }

        Assert.Equal(0, progress.GetProperty("read").GetInt64());
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        while ((await AskAsync()).ValueKind != JsonValueKind.Undefined)
        {
            await Task.Yield();
        }

        async Task<JsonElement> AskAsync()
        {
            using var reply = await server.Http.GetAsync(ask, Cancellation);
            return reply.StatusCode == HttpStatusCode.OK ? await reply.Content.ReadFromJsonAsync<JsonElement>(Cancellation) : default;
        }
    }

    [Fact]
    public async Task A_recording_of_many_megabytes_is_answered_from_little_memory_and_leaves_no_file()
    {
        await using var server = await LabProcess.StartAsync();
        using var body = new MadeRecording(entries: 3_000, replyBytes: 20_000);
        using var ask = new HttpRequestMessage(HttpMethod.Post, server.Url("lab", "/api/explain")) { Content = body };
        using var reply = await server.Http.SendAsync(ask, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var answer = await JsonDocument.ParseAsync(await reply.Content.ReadAsStreamAsync(Cancellation), cancellationToken: Cancellation);

        Assert.Equal(3_000, answer.RootElement.GetProperty("requests").GetArrayLength());
        Assert.True(server.Memory < 400_000_000, $"{server.Memory:n0} bytes");
        Assert.DoesNotContain("pixel.example", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_tells_the_same_as_the_api_and_in_text_and_says_why_it_cannot()
    {
        var folder = Directory.CreateTempSubdirectory("pixellab-test-");
        try
        {
            var file = Path.Combine(folder.FullName, "brought.txt");
            const string Text = "https://pixel.example/tr?id=1&ev=PageView\nnothing";
            await File.WriteAllTextAsync(file, Text, Cancellation);
            var (code, json) = await LabProcess.RunAsync(folder.FullName, "explain", file);
            Assert.Equal(0, code);
            Assert.True(JsonElement.DeepEquals(await ExplainAsync(Text), JsonElement.Parse(json)));

            var (textCode, text) = await LabProcess.RunAsync(folder.FullName, "explain", file, "--text");
            Assert.Equal(0, textCode);
            Assert.StartsWith("GET https://pixel.example/tr?id=1&ev=PageView\n", text, StringComparison.Ordinal);
            Assert.Contains("\nline 2: There is no address in it.", text, StringComparison.Ordinal);

            await File.WriteAllTextAsync(file, "What is this?", Cancellation);
            Assert.Equal((1, true), await LabProcess.RunAsync(folder.FullName, "explain", file) is var (failed, words) ? (failed, words.StartsWith("This is nothing", StringComparison.Ordinal)) : default);
            Assert.Contains("There is no file", (await LabProcess.RunAsync(folder.FullName, "explain", file + "x")).Words, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> Kept(LabServer server) => [.. server.Data.EnumerateFiles().Select(file => file.Name).Order()];

    private Task<JsonElement> ExplainAsync(string text) => ExplainAsync(Encoding.UTF8.GetBytes(text));

    private async Task<JsonElement> ExplainAsync(byte[] bytes)
    {
        using var reply = await PostAsync(bytes);
        Assert.True(reply.StatusCode == HttpStatusCode.OK, await reply.Content.ReadAsStringAsync(Cancellation));
        return await reply.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private async Task<HttpResponseMessage> PostAsync(byte[] bytes)
    {
        using var body = new ByteArrayContent(bytes);
        return await _server.Http.PostAsync(_server.Url("lab", "/api/explain"), body, Cancellation);
    }

    /// <summary>A body that is announced and not sent.</summary>
    private sealed class Announced(long length) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException("Nobody asked for it.");

        protected override bool TryComputeLength(out long announced)
        {
            announced = length;
            return true;
        }
    }

    /// <summary>A body that begins and does not end.</summary>
    private sealed class HalfSent(int bytes) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(new byte[bytes], cancellationToken);
            await stream.FlushAsync(cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    /// <summary>A recording, made while it is sent.</summary>
    private sealed class MadeRecording(int entries, int replyBytes) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var reply = new string('R', replyBytes);
            await stream.WriteAsync("{\"log\":{\"entries\":["u8.ToArray());
            for (var i = 0; i < entries; i++)
            {
                var request = $"{(i == 0 ? "" : ",")}{{\"request\":{{\"method\":\"GET\",\"url\":\"https://pixel.example/tr?id={i}\",\"headers\":[{{\"name\":\"User-Agent\",\"value\":\"Mozilla/5.0\"}}]}}";
                var entry = $"{request},\"response\":{{\"content\":{{\"text\":\"{reply}\"}}}}}}";
                await stream.WriteAsync(Encoding.ASCII.GetBytes(entry));
            }

            await stream.WriteAsync("]}}"u8.ToArray());
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
