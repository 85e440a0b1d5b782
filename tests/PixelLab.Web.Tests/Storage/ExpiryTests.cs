using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PixelLab.Core.Events;
using PixelLab.Web.Storage.Sqlite;

namespace PixelLab.Web.Tests.Storage;

/// <summary>What has been kept long enough goes by itself.</summary>
public sealed class ExpiryTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pixellab-test-");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_go_when_their_hours_are_over_and_newer_ones_stay()
    {
        await using var lab = Lab(keepHours: 24);
        var log = lab.Services.GetRequiredService<SqliteEventLog>();
        await log.AppendAsync([Visit("long ago", hours: -25), Visit("yesterday", hours: -23), Visit("now", hours: 0)], Cancellation);

        await lab.StartAsync(Cancellation);
        await TitlesBecomeAsync(log, "yesterday", "now");

        // The clean-up comes once a minute, so both of these minutes have one.
        _time.Advance(TimeSpan.FromMinutes(59));
        _time.Advance(TimeSpan.FromMinutes(2));
        await TitlesBecomeAsync(log, "now");
        await lab.StopAsync(Cancellation);
    }

    [Fact]
    public async Task More_events_than_go_at_once_all_go()
    {
        await using var lab = Lab(keepHours: 1);
        var log = lab.Services.GetRequiredService<SqliteEventLog>();
        await log.AppendAsync([.. Enumerable.Range(0, 5000).Select(i => Visit($"old {i}", hours: -2)), Visit("new", hours: 0)], Cancellation);

        await lab.StartAsync(Cancellation);
        await TitlesBecomeAsync(log, "new");
        await lab.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_replay_of_long_ago_is_kept_from_when_it_was_opened()
    {
        await using var lab = Lab(keepHours: 24);
        var log = lab.Services.GetRequiredService<SqliteEventLog>();
        var replayed = Visit("replayed", hours: -100) with { KeptSince = _time.GetUtcNow() };
        await log.AppendAsync([Visit("long ago", hours: -100), replayed], Cancellation);

        await lab.StartAsync(Cancellation);
        await TitlesBecomeAsync(log, "replayed");
        await lab.StopAsync(Cancellation);
    }

    /// <inheritdoc />
    public void Dispose() => _data.Delete(recursive: true);

    private Visit Visit(string title, int hours) => KeptVisit.Of(title, _time.GetUtcNow().AddHours(hours));

    private WebApplication Lab(int keepHours)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Configuration.AddInMemoryCollection(
            [new("PixelLab:DataDirectory", _data.FullName), new("PixelLab:KeepHours", $"{keepHours}")]);
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.AddStorage();
        return builder.Build();
    }

    private static async Task TitlesBecomeAsync(SqliteEventLog log, params string[] expected)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var titles = (await log.ReadAsync(KeptVisit.Seat, 0, 10_000)).OfType<Visit>().Select(visit => visit.Title).ToList();
            if (titles.SequenceEqual(expected))
            {
                return;
            }

            Assert.False(patience.IsCancellationRequested, $"Kept are {titles.Count} events, expected {string.Join(", ", expected)}.");
            await Task.Yield();
        }
    }
}
