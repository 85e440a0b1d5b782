using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PixelLab.Core.Events;
using PixelLab.Web.Tests.Nodes;

namespace PixelLab.Web.Tests.Storage;

/// <summary>What keeps the events and rooms of one or several labs, of which nothing but that runs: a lab's own part in a contract test.</summary>
public abstract class Engine : IAsyncDisposable
{
    private readonly List<WebApplication> _labs = [];
    private readonly SaidByLab _said = new();

    /// <summary>How many labs share it.</summary>
    public virtual int Labs => 1;

    /// <summary>The folder of the labs.</summary>
    protected DirectoryInfo Data { get; } = Directory.CreateTempSubdirectory("pixellab-test-");

    /// <summary>What the first lab has written into the log for people.</summary>
    public IReadOnlyList<string> Said => _said.Lines;

    /// <summary>Opens it with what it kept, at every lab.</summary>
    public async Task OpenAsync()
    {
        var settings = await SettingsAsync();
        for (var i = 0; i < Labs; i++)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Configuration.AddInMemoryCollection(
                [new("PixelLab:DataDirectory", Data.FullName), .. settings.Select(one => KeyValuePair.Create("PixelLab:" + one.Name, (string?)one.Value))]);
            builder.Services.AddSingleton(TimeProvider.System);
            builder.AddStorage();
            if (i == 0)
            {
                builder.Logging.AddProvider(_said);
            }

            var lab = builder.Build();
            _labs.Add(lab);

            // What a lab does before anything of it runs; that something expires by itself would come between.
            foreach (var part in lab.Services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
            {
                await part.StartingAsync(TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>Closes it and opens it again.</summary>
    public async Task OpenAgainAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    /// <summary>Opens it again without anything, as after a reset.</summary>
    public async Task OpenEmptyAsync()
    {
        await CloseAsync();
        await EmptyAsync();
        await OpenAsync();
    }

    /// <summary>Copies what it has, does something, and opens it again with nothing but the copy, as from a backup.</summary>
    public async Task BringBackAfterAsync(Func<Task> doing)
    {
        await CloseAsync();
        var bringBack = await CopyAsync();
        await OpenAsync();
        await doing();
        await CloseAsync();
        await EmptyAsync();
        await bringBack();
        await OpenAsync();
    }

    /// <summary>A part of it, as a lab has it.</summary>
    public T Of<T>(int lab = 0)
        where T : notnull => _labs[lab].Services.GetRequiredService<T>();

    /// <summary>Lets it take in nothing more about rooms.</summary>
    public abstract Task BreakAsync();

    /// <summary>Lets it take in everything again.</summary>
    public abstract Task MendAsync();

    /// <summary>Puts in place of an event what a lab of another version might have written.</summary>
    public abstract Task RewriteAsync(long id, string json);

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await CloseAsync();
        SqliteConnection.ClearAllPools();
        Data.Delete(recursive: true);
    }

    /// <summary>Takes away all that it kept. It is closed.</summary>
    private protected abstract Task EmptyAsync();

    /// <summary>Copies all that it kept. It is closed.</summary>
    /// <returns>What brings the copy back.</returns>
    private protected abstract Task<Func<Task>> CopyAsync();

    /// <summary>The settings that choose it.</summary>
    private protected abstract ValueTask<(string Name, string Value)[]> SettingsAsync();

    private async Task CloseAsync()
    {
        foreach (var lab in _labs)
        {
            await lab.DisposeAsync();
        }

        _labs.Clear();
    }
}

/// <summary>The engine in a folder.</summary>
public sealed class SqliteEngine : Engine
{
    /// <inheritdoc />
    public override Task BreakAsync() => RunAsync("""
        CREATE TRIGGER refuse_new BEFORE INSERT ON rooms BEGIN SELECT RAISE(ABORT, 'refused by a test'); END;
        CREATE TRIGGER refuse_change BEFORE UPDATE ON rooms BEGIN SELECT RAISE(ABORT, 'refused by a test'); END;
        CREATE TRIGGER refuse_end BEFORE DELETE ON rooms BEGIN SELECT RAISE(ABORT, 'refused by a test'); END;
        """);

    /// <inheritdoc />
    public override async Task RewriteAsync(long id, string json)
    {
        // What was kept last is in the journal for a moment.
        await Of<IEventWriter>().ExpireAsync(DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
        await RunAsync($"UPDATE events SET body = CAST('{json}' AS BLOB) WHERE id = {id}");
    }

    /// <inheritdoc />
    public override Task MendAsync() => RunAsync("DROP TRIGGER refuse_new; DROP TRIGGER refuse_change; DROP TRIGGER refuse_end;");

    private protected override Task EmptyAsync()
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Data.GetFiles())
        {
            file.Delete();
        }

        return Task.CompletedTask;
    }

    private protected override Task<Func<Task>> CopyAsync()
    {
        SqliteConnection.ClearAllPools();
        var files = Data.GetFiles().ToDictionary(file => file.FullName, file => File.ReadAllBytes(file.FullName));
        return Task.FromResult<Func<Task>>(async () =>
        {
            foreach (var (path, bytes) in files)
            {
                await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
            }
        });
    }

    private protected override ValueTask<(string Name, string Value)[]> SettingsAsync() => ValueTask.FromResult<(string, string)[]>([]);

    private async Task RunAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Data.FullName, "events.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}

/// <summary>The engine on a Redis server, which two labs share.</summary>
public sealed class RedisEngine : Engine
{
    private RedisProcess? _redis;

    /// <inheritdoc />
    public override int Labs => 2;

    /// <inheritdoc />
    public override Task BreakAsync() => _redis!.KillAsync();

    /// <inheritdoc />
    public override Task RewriteAsync(long id, string json) => _redis!.RewriteAsync(id, $"{KeptVisit.Seat.Value} {json}");

    /// <inheritdoc />
    public override Task MendAsync() => _redis!.StartAgainAsync();

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_redis is not null)
        {
            await _redis.DisposeAsync();
        }
    }

    /// <summary>Puts in place of all that the server has another log, of which nothing is known but that it is longer.</summary>
    public Task ReplaceAsync(long lastId) => _redis!.ReplaceAsync(lastId);

    private protected override Task EmptyAsync() => _redis!.EmptyAsync();

    private protected override Task<Func<Task>> CopyAsync() => _redis!.CopyAsync();

    private protected override async ValueTask<(string Name, string Value)[]> SettingsAsync() => (_redis ??= await RedisProcess.StartAsync()).Settings;
}
