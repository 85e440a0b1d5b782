using System.Text.Json.Serialization;

namespace PixelLab.Web.Storage;

/// <summary>What ails whatever keeps the events. Pages say it in words of their own (<c>Client/Kit/Words/en/store.json</c>).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StoreCause>))]
public enum StoreCause
{
    /// <summary>The disk is full.</summary>
    [JsonStringEnumMemberName("disk_full")]
    DiskFull,

    /// <summary>The lab holds as many bytes as it may.</summary>
    [JsonStringEnumMemberName("lab_full")]
    LabFull,

    /// <summary>The memory of the server is full.</summary>
    [JsonStringEnumMemberName("memory_full")]
    MemoryFull,

    /// <summary>The folder is gone.</summary>
    [JsonStringEnumMemberName("folder_gone")]
    FolderGone,

    /// <summary>Another program holds the database.</summary>
    [JsonStringEnumMemberName("database_held")]
    DatabaseHeld,

    /// <summary>The database is damaged.</summary>
    [JsonStringEnumMemberName("database_damaged")]
    DatabaseDamaged,

    /// <summary>The database does not take what is kept.</summary>
    [JsonStringEnumMemberName("database_refuses")]
    DatabaseRefuses,

    /// <summary>The journal cannot be written.</summary>
    [JsonStringEnumMemberName("journal_broken")]
    JournalBroken,

    /// <summary>What is too old cannot be erased.</summary>
    [JsonStringEnumMemberName("not_expired")]
    NotExpired,

    /// <summary>The server does not answer.</summary>
    [JsonStringEnumMemberName("server_away")]
    ServerAway,

    /// <summary>The server answers, and does not take events.</summary>
    [JsonStringEnumMemberName("server_refuses")]
    ServerRefuses,

    /// <summary>What is new on the server cannot be taken in.</summary>
    [JsonStringEnumMemberName("server_unread")]
    ServerUnread,
}

/// <summary>The causes in words for whoever runs the lab: in its log, and at <c>/healthz</c>. They name no files.</summary>
internal static class StoreCauseWords
{
    /// <summary>A cause as a sentence.</summary>
    public static string InWords(this StoreCause cause) => cause switch
    {
        StoreCause.DiskFull => "The disk is full.",
        StoreCause.LabFull => "The lab holds as much as it may.",
        StoreCause.MemoryFull => "The memory that Redis, which keeps the events, may use is full.",
        StoreCause.FolderGone => "The folder of the event log is gone.",
        StoreCause.DatabaseHeld => "Another program holds the database.",
        StoreCause.DatabaseDamaged => "The database is damaged.",
        StoreCause.DatabaseRefuses => "The database does not take what is kept.",
        StoreCause.JournalBroken => "The journal of the event log cannot be written.",
        StoreCause.NotExpired => "What is too old cannot be erased.",
        StoreCause.ServerAway => "Redis, which keeps the events, does not answer.",
        StoreCause.ServerRefuses => "Redis, which keeps the events, does not take them.",
        StoreCause.ServerUnread => "What is new on the Redis server cannot be taken in.",
    };

    /// <summary>What a condition means for hits.</summary>
    public static string Consequence(this StoreStatus status, StoreCause cause) => (status.KeepsHits, cause) switch
    {
        (true, StoreCause.DiskFull) => "Hits are kept in the journal while there is room.",
        (true, _) => "Hits are kept.",
        (_, StoreCause.LabFull or StoreCause.MemoryFull) => "Hits are refused until some of it is erased or too old.",
        _ => "Hits are refused.",
    };
}
