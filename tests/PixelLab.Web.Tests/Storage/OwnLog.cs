using Microsoft.Extensions.Options;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;
using PixelLab.Web.Storage.Sqlite;

namespace PixelLab.Web.Tests.Storage;

/// <summary>A log in a folder of the test's own, with the file that it lies in.</summary>
internal sealed class OwnLog : IAsyncDisposable
{
    private readonly SqliteDatabase _file;

    public OwnLog(DirectoryInfo folder, CaptureLimits? limits = null)
    {
        _file = new SqliteDatabase(Options.Create(new StorageOptions { DataDirectory = folder.FullName }));
        Holdings = new Holdings(Options.Create(limits ?? new CaptureLimits()));
        State = new StoreState(TimeProvider.System, SaidOfState);
        try
        {
            Log = new SqliteEventLog(_file, Holdings, State, TimeProvider.System, Said);
        }
        catch
        {
            _file.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    public SqliteEventLog Log { get; }

    public Holdings Holdings { get; }

    public StoreState State { get; }

    /// <summary>What was said when its state changed.</summary>
    public Said<StoreState> SaidOfState { get; } = new();

    /// <summary>What it wrote into the log for people.</summary>
    public Said<SqliteEventLog> Said { get; } = new();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Log.DisposeAsync();
        await _file.DisposeAsync();
    }
}
