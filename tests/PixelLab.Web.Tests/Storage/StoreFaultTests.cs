using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests.Storage;

/// <summary>Whatever befalls the files of a log that runs: its state says so, once, and health is what a hit would meet.</summary>
public sealed class StoreFaultTests : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pixellab-test-");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly Said<StoreState> _said = new();
    private CaptureLimits _limits = new();
    private WebApplication? _lab;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WebApplication Lab => _lab ??= Build();

    private StoreState State => Lab.Services.GetRequiredService<StoreState>();

    private IEventReader Reader => Lab.Services.GetRequiredService<IEventReader>();

    [Fact]
    public async Task Where_the_database_takes_nothing_hits_are_kept_and_it_is_said_once_until_it_does()
    {
        await KeepAsync("first");
        await RunAsync("CREATE TRIGGER refuse BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'refused by a test'); END");
        await KeepAsync("second");
        await BecomesAsync(StoreCondition.Behind);
        await KeepAsync("third");
        Assert.Equal(HealthStatus.Healthy, await HealthAsync());
        Assert.Contains("refused by a test", Assert.Single(_said.Lines).Words, StringComparison.Ordinal);

        await RunAsync("DROP TRIGGER refuse");
        await BecomesAsync(StoreCondition.Well);
        Assert.Equal(["first", "second", "third"], await TitlesAsync());
        Assert.Equal([LogLevel.Warning, LogLevel.Information], _said.Lines.Select(line => line.Level));
    }

    [Fact]
    public async Task While_another_program_holds_the_database_hits_are_kept_and_it_is_said_once_until_it_lets_go()
    {
        await KeepAsync("first");
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(_data.FullName, "events.db")};Pooling=False"))
        {
            await other.OpenAsync(Cancellation);
            await using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync(Cancellation);
            await KeepAsync("second");
            await BecomesAsync(StoreCondition.Behind);
            await KeepAsync("third");
            Assert.Equal(HealthStatus.Healthy, await HealthAsync());
            Assert.StartsWith("Another program holds the database.", State.Now.Why, StringComparison.Ordinal);
            Assert.Single(_said.Lines);
        }

        await BecomesAsync(StoreCondition.Well);
        Assert.Equal(["first", "second", "third"], await TitlesAsync());
        Assert.Equal([LogLevel.Warning, LogLevel.Information], _said.Lines.Select(line => line.Level));
    }

    [Fact]
    public async Task Where_no_more_can_wait_for_the_database_hits_are_refused_at_once_and_health_says_so_and_none_that_was_kept_is_lost()
    {
        await KeepAsync("first");
        await RunAsync("CREATE TRIGGER refuse BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'refused by a test'); END");
        var kept = 1;
        await Assert.ThrowsAsync<EventLogException>(async () =>
        {
            for (; kept < 1000; kept++)
            {
                await KeepAsync(new string('x', 100_000));
            }
        });
        Assert.InRange(kept, 50, 200);
        Assert.Equal(StoreCondition.Broken, State.Now.Condition);
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync());

        await RunAsync("DROP TRIGGER refuse");
        await WorksAsync(StorePart.Moving);
        _time.Advance(StoreLimits.Calm);
        Assert.Equal(HealthStatus.Healthy, await HealthAsync());
        await KeepAsync("last");
        Assert.Equal(kept + 1, (await TitlesAsync()).Count);
    }

    [Fact]
    public async Task On_a_full_disk_hits_are_refused_with_one_line_and_health_says_so_before_any_hit_does()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs a file that is always full.");
        File.CreateSymbolicLink(Path.Combine(_data.FullName, "events.journal-1"), "/dev/full");

        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync());
        for (var hit = 0; hit < 10; hit++)
        {
            await Assert.ThrowsAsync<EventLogException>(() => KeepAsync("refused"));
        }

        Assert.Equal("The disk is full. Hits are refused.", State.Now.Why);
        Assert.Equal(StoreCondition.Full, State.Now.Condition);
        Assert.Single(_said.Lines);
    }

    [Fact]
    public async Task A_log_whose_folder_is_gone_keeps_nothing_since_the_next_start_would_not_find_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A folder with open files cannot be moved there.");
        await KeepAsync("first");
        Assert.Equal(HealthStatus.Healthy, await HealthAsync());
        var elsewhere = _data.FullName + "-elsewhere";
        Directory.Move(_data.FullName, elsewhere);
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync());
        await Assert.ThrowsAsync<EventLogException>(() => KeepAsync("lost"));
        Assert.Equal("The folder of the event log is gone.", State.Now.Why?.Split(" Hits")[0]);

        Directory.Move(elsewhere, _data.FullName);
        _time.Advance(StoreLimits.Calm);
        Assert.Equal(HealthStatus.Healthy, await HealthAsync());
        await KeepAsync("second");
        Assert.Equal(["first", "second"], await TitlesAsync());
    }

    [Fact]
    public async Task A_lab_that_holds_as_much_as_it_may_is_full_until_some_of_it_is_erased()
    {
        _limits = new CaptureLimits { MegabytesOfLab = 1 };
        await KeepAsync(new string('x', 2 * CaptureLimits.Megabyte));
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync());
        Assert.Equal(StoreCondition.Full, State.Now.Condition);

        await Lab.Services.GetRequiredService<IEventWriter>().EraseAsync(KeptVisit.Seat, Cancellation);
        Assert.Equal(HealthStatus.Healthy, await HealthAsync());
    }

    [Fact]
    public async Task A_lab_that_ends_while_the_database_takes_nothing_says_that_the_next_start_takes_it_over_which_is_true()
    {
        await using (var own = new OwnLog(_data))
        {
            await RunAsync("CREATE TRIGGER refuse BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'refused by a test'); END");
            await own.Log.AppendAsync([KeptVisit.Of("first", DateTimeOffset.UtcNow), KeptVisit.Of("second", DateTimeOffset.UtcNow)], Cancellation);
            await own.Log.DisposeAsync();
            var (level, words) = Assert.Single(own.Said.Lines);
            Assert.Equal(LogLevel.Warning, level);
            Assert.Contains("does not take the latest 2 events", words, StringComparison.Ordinal);
            Assert.Contains("the next start takes them over", words, StringComparison.Ordinal);
        }

        var refused = Assert.Throws<InvalidDataException>(() => new OwnLog(_data));
        Assert.Contains("2 events that were kept", refused.Message, StringComparison.Ordinal);
        Assert.Contains("refused by a test", refused.Message, StringComparison.Ordinal);

        await RunAsync("DROP TRIGGER refuse");
        Assert.Equal(["first", "second"], await TitlesAsync());
    }

    /// <inheritdoc />
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_lab is not null)
        {
            await _lab.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("PixelLab:DataDirectory", _data.FullName)]);
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Services.AddSingleton<ILogger<StoreState>>(_said);
        builder.Services.AddSingleton(Options.Create(_limits));
        builder.AddStorage();
        return builder.Build();
    }

    private async Task KeepAsync(string title) => await Lab.Services.GetRequiredService<IEventWriter>().AppendAsync([KeptVisit.Of(title, _time.GetUtcNow())], Cancellation);

    private async Task<List<string>> TitlesAsync() =>
        [.. (await Reader.ReadAsync(KeptVisit.Seat, 0, 10_000, Cancellation)).OfType<Visit>().Select(visit => visit.Title)];

    private async Task<HealthStatus> HealthAsync() => (await Lab.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancellation)).Status;

    private async Task WorksAsync(StorePart part)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (State.Has(part))
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task BecomesAsync(StoreCondition expected)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (State.Now.Condition != expected)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_data.FullName, "events.db")};Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
