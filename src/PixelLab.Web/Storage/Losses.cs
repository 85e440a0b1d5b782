using PixelLab.Core.Events;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Storage;

/// <summary>
/// Which seats have lost events, each under the number of its latest loss. What is concluded from a seat's events is concluded anew only
/// where that seat lost some, so what others erase, and what of theirs expires, costs nobody anything.
/// </summary>
internal sealed class Losses
{
    /// <summary>How many go at once, so that not each new one has to look for the oldest.</summary>
    private const int Spare = MemoryLimits.SeatsWithLosses / 10;

    private readonly Lock _gate = new();
    private readonly Dictionary<SeatId, long> _latest = [];
    private long _count;

    /// <summary>Up to which number nothing is remembered.</summary>
    private long _forgotten;

    /// <summary>The number of the latest loss.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Notes that a seat has lost events.</summary>
    public void Add(SeatId seat)
    {
        lock (_gate)
        {
            if (_latest.Count >= MemoryLimits.SeatsWithLosses)
            {
                foreach (var (old, number) in _latest.OrderBy(one => one.Value).Take(Spare).ToList())
                {
                    _latest.Remove(old);
                    _forgotten = number;
                }
            }

            _latest[seat] = _count + 1;
            Interlocked.Increment(ref _count);
        }
    }

    /// <summary>Notes that every seat may have lost events.</summary>
    public void AddAll()
    {
        lock (_gate)
        {
            _latest.Clear();
            _forgotten = Interlocked.Increment(ref _count);
        }
    }

    /// <summary>Whether a seat has, or may have, lost events after the loss of a number.</summary>
    public bool Has(SeatId seat, long since)
    {
        lock (_gate)
        {
            return since < _forgotten || (_latest.TryGetValue(seat, out var number) && number > since);
        }
    }
}
