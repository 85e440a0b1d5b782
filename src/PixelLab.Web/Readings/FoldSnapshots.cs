using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Readings;

/// <summary>Where one reading of one seat is kept over a restart: where it has taken very many events, and now and then anew.</summary>
/// <param name="snapshots">Where they are kept.</param>
/// <param name="seat">The seat.</param>
/// <param name="type">The reading.</param>
internal sealed class FoldSnapshots(ISnapshots snapshots, SeatId seat, Type type)
{
    /// <summary>From how many events on. So many are read in about a second.</summary>
    private const int Least = 25_000;

    /// <summary>Which part of all may have to be read again.</summary>
    private const int Part = 20;

    private int _kept;
    private bool _cannotBe;

    /// <summary>What was kept last; null where there is nothing that this lab can use.</summary>
    public (Reading Reading, long Position, int Count)? Find()
    {
        if (snapshots.Find(seat, type.FullName!) is not { } bytes || ReadingSnapshot.Read(bytes, type) is not { } found)
        {
            _kept = 0;
            return null;
        }

        _kept = found.Count;
        return found;
    }

    /// <summary>Whether it is to be kept anew, with so many events in it.</summary>
    public bool IsDue(int count) => !_cannotBe && count - _kept >= Math.Max(Least, count / Part);

    /// <summary>Writes down a reading that nobody changes meanwhile.</summary>
    /// <returns>What keeps it; null where it cannot be written down.</returns>
    public Func<Task>? Write(Reading reading, long position, int count, long since)
    {
        _kept = count;
        try
        {
            var bytes = ReadingSnapshot.Write(reading, position, count);
            return () => snapshots.KeepAsync(seat, type.FullName!, bytes, since);
        }
        catch (Exception failure) when (failure is NotSupportedException or IOException)
        {
            // It holds what cannot be written down, or is too large.
            _cannotBe = true;
            return null;
        }
    }
}
