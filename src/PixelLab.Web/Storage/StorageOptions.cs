using System.ComponentModel.DataAnnotations;

namespace PixelLab.Web.Storage;

/// <summary>What keeps the events.</summary>
public enum StorageKind
{
    /// <summary>One SQLite file in the data directory; needs nothing else.</summary>
    Sqlite,

    /// <summary>A Redis server that several labs share.</summary>
    Redis,
}

/// <summary>Where events are kept and for how long (configuration section <c>PixelLab</c>).</summary>
public sealed class StorageOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "PixelLab";

    /// <summary>What keeps the events.</summary>
    public StorageKind Storage { get; init; }

    /// <summary>The folder of the event log. Empty: a folder of the user's local application data.</summary>
    public string DataDirectory { get; init; } = "";

    /// <summary>How many hours events are kept before they are erased.</summary>
    [Range(0.01, 24 * 366, ErrorMessage = "PixelLab:KeepHours must be between 0.01 and 8784.")]
    public double KeepHours { get; init; } = 24;

    /// <summary>The folder that is really used. Whoever uses it makes it.</summary>
    public string Folder => DataDirectory.Length > 0
        ? Path.GetFullPath(DataDirectory)
        : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "PixelLab");
}
