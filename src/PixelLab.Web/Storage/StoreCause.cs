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

/// <summary>The causes in words.</summary>
internal static class StoreCauseWords
{
    /// <summary>A cause as a sentence.</summary>
    public static string InWords(this StoreCause cause) => StoreText.Text[cause.ToString()];

    /// <summary>What a condition means for hits.</summary>
    public static string Consequence(this StoreStatus status, StoreCause cause) => StoreText.Text[(status.KeepsHits, cause) switch
    {
        (true, StoreCause.DiskFull) => "Hits.KeptWhileRoom",
        (true, _) => "Hits.Kept",
        (_, StoreCause.LabFull or StoreCause.MemoryFull) => "Hits.RefusedWhileFull",
        _ => "Hits.Refused",
    }];
}
