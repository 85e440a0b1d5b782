using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>What a failure of the files means, in words for everybody.</summary>
internal static class SqliteTrouble
{
    /// <summary>No space left, and the quota used up (errno of Linux and macOS); the disk full (Windows: 39 and 112).</summary>
    private static readonly int[] FullCodes = [28, 69, 122, 39, 112];

    /// <summary>How it is by a failure, and why.</summary>
    public static (StoreCondition Condition, string Why) Of(Exception failure) => failure switch
    {
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => (StoreCondition.Full, "The disk is full."),
        SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED } => (StoreCondition.Broken, "Another program holds the database."),
        SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } => (StoreCondition.Broken, "The database is damaged."),
        SqliteException => (StoreCondition.Broken, "The database does not take what is kept."),
        IOException when FullCodes.Contains(failure.HResult & 0xFFFF) => (StoreCondition.Full, "The disk is full."),
        _ => (StoreCondition.Broken, "The journal of the event log cannot be written."),
    };
}
