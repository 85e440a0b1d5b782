using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests.Storage;

/// <summary>Erasing reaches the files, whoever else has them open.</summary>
public sealed class ErasureTests : IDisposable
{
    private const string Marker = "marker-of-a-person-who-wants-to-be-forgotten";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pixellab-test-");

    [Fact]
    public async Task What_a_reader_kept_in_the_files_goes_once_the_reader_is_gone()
    {
        await using var log = new SqliteEventLog(Options.Create(new StorageOptions { DataDirectory = _data.FullName }));
        await log.AppendAsync([KeptVisit.Of(Marker, DateTimeOffset.UtcNow)], TestContext.Current.CancellationToken);

        await using (var reader = await OpenAsync())
        await using (reader.BeginTransaction(deferred: true))
        {
            await using var read = reader.CreateCommand();
            read.CommandText = "SELECT count(*) FROM events";
            Assert.Equal(1L, await read.ExecuteScalarAsync(TestContext.Current.CancellationToken));

            // The reader sees the log as it was, so its bytes cannot be taken away from under it.
            await log.EraseAsync(KeptVisit.Seat, TestContext.Current.CancellationToken);
            Assert.Empty(await log.ReadAsync(KeptVisit.Seat, 0, 10, TestContext.Current.CancellationToken));
            Assert.True(FilesHold(Marker));
        }

        // As the clean-up does once a minute, whether anything is old enough or not.
        await log.ExpireAsync(DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
        Assert.False(FilesHold(Marker));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={_data.EnumerateFiles("*.db").Single().FullName};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private bool FilesHold(string text)
    {
        var wanted = Encoding.ASCII.GetBytes(text);
        return _data.EnumerateFiles().Any(file =>
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(wanted) >= 0;
        });
    }
}
