using System.Globalization;
using System.Text;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>
/// Journals that were damaged, kept under another name for whoever can read more of them. They hold what people did, so they go
/// like everything else: with their hours, or when a seat is erased that they name.
/// </summary>
internal sealed class DamagedFiles
{
    private const string Prefix = "events.damaged-";

    private readonly string _folder;
    private readonly List<string> _paths;

    /// <summary>Those that lie in a folder.</summary>
    public DamagedFiles(string folder)
    {
        _folder = folder;
        _paths = [.. PathsIn(folder)];
    }

    /// <summary>Where those lie that a folder has.</summary>
    public static IReadOnlyList<string> PathsIn(string folder) => Directory.GetFiles(folder, Prefix + "*");

    /// <summary>Gives a file its other name.</summary>
    /// <returns>That name.</returns>
    public string SetAside(string path)
    {
        var stamp = File.GetLastWriteTimeUtc(path).ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        for (var number = 1; ; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{stamp}-{number}");
            var aside = Path.Combine(_folder, name);
            if (!File.Exists(aside))
            {
                File.Move(path, aside);
                _paths.Add(aside);
                return name;
            }
        }
    }

    /// <summary>Deletes those in which nothing is younger.</summary>
    public void ForgetOlder(DateTimeOffset before) => Forget(path => File.GetLastWriteTimeUtc(path) < before.UtcDateTime);

    /// <summary>Deletes those that name a seat.</summary>
    public void ForgetNaming(SeatId seat)
    {
        var name = Encoding.ASCII.GetBytes(seat.Value);
        Forget(path => Names(path, name));
    }

    private void Forget(Predicate<string> isDue) => _paths.RemoveAll(path =>
    {
        if (!File.Exists(path))
        {
            return true;
        }

        if (isDue(path))
        {
            File.Delete(path);
            return true;
        }

        return false;
    });

    private static bool Names(string path, ReadOnlySpan<byte> name)
    {
        using var file = File.OpenHandle(path);
        var piece = new byte[JournalLimits.Piece];
        long at = 0;
        while (RandomAccess.Read(file, piece, at) is var read && read >= name.Length)
        {
            if (piece.AsSpan(0, read).IndexOf(name) >= 0)
            {
                return true;
            }

            // A name may stand across the border of two pieces.
            at += read - name.Length + 1;
        }

        return false;
    }
}
