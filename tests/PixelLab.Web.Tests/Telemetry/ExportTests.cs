using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PixelLab.Web.Tests.Telemetry;

/// <summary>Figures and traces leave the lab where somebody asks for it, and nowhere else.</summary>
public sealed class ExportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_told_by_default_and_nothing_is_loaded_for_it()
    {
        await using var lab = await LabProcess.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(lab));

        if (OperatingSystem.IsLinux())
        {
            Assert.Contains(lab.MappedFiles, file => file.EndsWith("PixelLab.Web.dll", StringComparison.Ordinal));
            Assert.DoesNotContain(lab.MappedFiles, file => file.Contains("OpenTelemetry", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Prometheus_reads_the_figures_from_the_machine_alone()
    {
        await using var lab = await LabProcess.StartAsync(("Telemetry:Prometheus", "Machine"), ("Limits:HitsPerMinute", "3"));
        var seat = await Seat.NewAsync(lab);
        for (var i = 0; i < 3; i++)
        {
            await seat.HitAsync();
        }

        using var refused = await lab.Http.GetAsync(lab.Url("metrics", seat.PixelPath), Cancellation);
        var text = await lab.Http.GetStringAsync($"http://127.0.0.1:{lab.Port}/metrics", Cancellation);

        Assert.Matches(@"(?m)^pixellab_hits_kept_total\S* 3( |$)", text);
        Assert.Matches("(?m)^pixellab_refused_total\\{[^}]*reason=\"hits_of_address\"[^}]*\\} 1( |$)", text);
        Assert.Contains("pixellab_journal_age_seconds", text, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds", text, StringComparison.Ordinal);
        Assert.DoesNotContain(seat.Name, text, StringComparison.Ordinal);

        // Through a proxy, from a stranger's page, and at a site's host.
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(lab, header: ("X-Forwarded-For", "203.0.113.7")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(lab, header: ("Origin", "http://evil.example")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(lab, header: ("Sec-Fetch-Site", "cross-site")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(lab, host: "shop"));
        Assert.Contains(lab.MappedFiles, file => file.Contains("OpenTelemetry", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everybody_reads_them_where_that_is_asked_for()
    {
        await using var lab = await LabProcess.StartAsync(("Telemetry:Prometheus", "Everybody"));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(lab, header: ("X-Forwarded-For", "203.0.113.7")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(lab, header: ("Origin", "http://evil.example")));
    }

    [Fact]
    public async Task A_collector_is_sent_figures_and_traces_of_hits_and_reports_and_nothing_of_a_person()
    {
        await using var collector = await Collector.StartAsync();
        await using var lab = await LabProcess.StartAsync(("Telemetry:Otlp", collector.Url));
        var seat = await Seat.NewAsync(lab);
        await seat.HitAsync("?n=what-was-sent");
        await lab.GetAsync($"/api/seats/{seat.Name}/reports/pages");

        await collector.HasAsync("/v1/traces", "pixellab.hit");
        await collector.HasAsync("/v1/traces", "pixellab.report");
        Assert.DoesNotContain(collector.All, sent => sent.Contains(seat.Name, StringComparison.Ordinal) || sent.Contains("what-was-sent", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Telemetry:Otlp", "collector:4318")]
    [InlineData("Telemetry:Otlp", "collector")]
    [InlineData("Telemetry:Otlp", "http://[")]
    [InlineData("Telemetry:Prometheus", "Sometimes")]
    public async Task What_cannot_be_told_stops_the_start_with_its_key(string key, string value)
    {
        var (exitCode, words) = await LabProcess.FailToStartAsync((key, value));

        Assert.Equal(1, exitCode);
        Assert.Contains("PixelLab:" + key, words, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(LabServer lab, string host = "lab", (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, lab.Url(host, "/metrics"));
        if (header is var (name, value))
        {
            request.Headers.Add(name, value);
        }

        using var reply = await lab.Http.SendAsync(request, Cancellation);
        return reply.StatusCode;
    }

    /// <summary>Takes what is sent by the protocol of OpenTelemetry.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly ConcurrentQueue<(string Path, string Body)> _sent = new();
        private readonly SemaphoreSlim _more = new(0);

        private Collector()
        {
            var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
            builder.Logging.ClearProviders();
            _app = builder.Build();
            _app.MapPost("/{**path}", async (HttpContext context) =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body, context.RequestAborted);
                _sent.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
                _more.Release();
            });
        }

        public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        public IEnumerable<string> All => _sent.Select(one => one.Body);

        public static async Task<Collector> StartAsync()
        {
            var collector = new Collector();
            await collector._app.StartAsync(Cancellation);
            return collector;
        }

        /// <summary>Waits until something was sent to a path that has these words in it.</summary>
        public async Task HasAsync(string path, string words)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (!_sent.Any(one => one.Path == path && one.Body.Contains(words, StringComparison.Ordinal)))
            {
                await _more.WaitAsync(patience.Token);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _app.DisposeAsync();
            _more.Dispose();
        }
    }
}
