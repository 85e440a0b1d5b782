namespace PixelLab.Web.Storage.Sqlite;

/// <summary>Registers the engine of a lab that is alone: one SQLite file.</summary>
internal static class SqliteSetup
{
    /// <summary>Adds the engine.</summary>
    public static void AddSqlite(this IServiceCollection services)
    {
        services.AddSingleton<SqliteDatabase>();
        services.AddEngine<SqliteEventLog, SqliteRoomStore, SqliteLeases>();
    }
}
