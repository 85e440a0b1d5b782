using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace PixelLab.Web.Tests.Storage;

/// <summary>A log's file as long as another program writes to it: nothing is moved into it meanwhile.</summary>
internal sealed class LockedFile(SqliteConnection connection, DbTransaction writing) : IAsyncDisposable
{
    public static async Task<LockedFile> ByAnotherProgramAsync(DirectoryInfo folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "events.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return new LockedFile(connection, connection.BeginTransaction(deferred: false));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await writing.DisposeAsync();
        await connection.DisposeAsync();
    }
}
