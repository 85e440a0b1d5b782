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
        Holdings = new Holdings(Options.Create(limits ?? new CaptureLimits()));
        _file = new SqliteDatabase(Options.Create(new StorageOptions { DataDirectory = folder.FullName }));
        Log = new SqliteEventLog(_file, Holdings);
    }

    public SqliteEventLog Log { get; }

    public Holdings Holdings { get; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Log.DisposeAsync();
        await _file.DisposeAsync();
    }
}
