using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>What a failure of the files means.</summary>
internal static class SqliteTrouble
{
    /// <summary>No space left, and the quota used up (errno of Linux and macOS); the disk full (Windows: 39 and 112).</summary>
    private static readonly int[] FullCodes = [28, 69, 122, 39, 112];

    /// <summary>How it is by a failure, and why.</summary>
    public static (StoreCondition Condition, StoreCause Cause) Of(Exception failure) => failure switch
    {
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => (StoreCondition.Full, StoreCause.DiskFull),
        SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED } => (StoreCondition.Broken, StoreCause.DatabaseHeld),
        SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } => (StoreCondition.Broken, StoreCause.DatabaseDamaged),
        SqliteException => (StoreCondition.Broken, StoreCause.DatabaseRefuses),
        IOException when FullCodes.Contains(failure.HResult & 0xFFFF) => (StoreCondition.Full, StoreCause.DiskFull),
        _ => (StoreCondition.Broken, StoreCause.JournalBroken),
    };
}
