using PixelLab.Core.Events;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>
/// What readings have come to, a file for each beside the database. A lab that knows nothing of these files, an earlier version, would erase a seat and
/// leave them; so they stand for nothing where the database was opened by another since, or is another one.
/// </summary>
internal sealed class SnapshotFiles
{
    private const string Prefix = "events.snapshot-";

    /// <summary>The file with the name of the opening under which they were written.</summary>
    private const string OpeningName = "events.snapshots";

    /// <summary>How a name ends whose file is not whole yet.</summary>
    private const string Unfinished = ".part";

    private readonly string _folder;

    /// <summary>Those of a folder, whose database was last opened under a name.</summary>
    public SnapshotFiles(string folder, string? opening)
    {
        _folder = folder;
        var isOwn = opening is not null && File.Exists(Opening) && File.ReadAllText(Opening) == opening;
        Delete(isOwn ? Prefix + "*" + Unfinished : Prefix + "*");
    }

    private string Opening => Path.Combine(_folder, OpeningName);

    /// <summary>Notes that the database is open under a name.</summary>
    public void OpenedAs(string opening)
    {
        try
        {
            File.WriteAllText(PrivateFiles.File(Opening), opening);
        }
        catch (IOException)
        {
            // On a full disk. The next start finds another name, and reads everything again.
        }
    }

    /// <summary>The bytes of one; null where there is none.</summary>
    public byte[]? Find(SeatId seat, string reading)
    {
        try
        {
            return File.ReadAllBytes(PathOf(seat, reading));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Writes one down, to be put in its place when that is due.</summary>
    /// <exception cref="IOException">There is no room.</exception>
    public async Task<Action<bool>> WriteAsync(SeatId seat, string reading, byte[] bytes)
    {
        var path = PathOf(seat, reading);
        var part = $"{path}-{Guid.NewGuid():n}{Unfinished}";
        try
        {
            await File.WriteAllBytesAsync(PrivateFiles.File(part), bytes);
        }
        catch
        {
            File.Delete(part);
            throw;
        }

        return isStillTrue =>
        {
            if (isStillTrue)
            {
                File.Move(part, path, overwrite: true);
            }
            else
            {
                File.Delete(part);
            }
        };
    }

    /// <summary>Whether there are any.</summary>
    public bool Any() => Directory.EnumerateFiles(_folder, Prefix + "*").Any();

    /// <summary>Deletes those of a seat.</summary>
    public void Forget(SeatId seat) => Delete($"{Prefix}{seat.Value}-*");

    private void Delete(string pattern)
    {
        foreach (var path in Directory.GetFiles(_folder, pattern))
        {
            File.Delete(path);
        }
    }

    private string PathOf(SeatId seat, string reading) => Path.Combine(_folder, $"{Prefix}{seat.Value}-{reading}");
}
