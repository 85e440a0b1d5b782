namespace PixelLab.Web.Storage.Sqlite;

/// <summary>Leases where a folder belongs to one lab: there is nobody else.</summary>
internal sealed class SqliteLeases : ILeases
{
    public Task<bool> TryTakeAsync(string what, TimeSpan term) => Task.FromResult(true);

    public Task<bool> TryHoldAsync(string what, TimeSpan term) => Task.FromResult(true);
}
