using PixelLab.Core.Events;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Capture;

/// <summary>
/// Which refused requests are noted in the log: the first of each address, seat and reason in a minute. The sender chooses the
/// seat, so an address has a bound of its own, and all addresses together have one too.
/// </summary>
public sealed class RefusalNotes
{
    private readonly Lock _gate = new();
    private readonly HashSet<(string Address, SeatId Seat, string Reason)> _noted = [];
    private readonly Dictionary<string, int> _ofAddress = new(StringComparer.Ordinal);
    private long _minute;

    /// <summary>Whether a request that is refused now is to be noted; from then on it counts as noted.</summary>
    public bool Take(string address, SeatId seat, string reason, DateTimeOffset now)
    {
        var minute = now.ToUnixTimeSeconds() / 60;
        lock (_gate)
        {
            if (minute != _minute)
            {
                _minute = minute;
                _noted.Clear();
                _ofAddress.Clear();
            }

            var before = _ofAddress.GetValueOrDefault(address);
            if (before >= RateLimits.RefusalsNotedOfAddress || _noted.Count >= RateLimits.RefusalsNoted || !_noted.Add((address, seat, reason)))
            {
                return false;
            }

            _ofAddress[address] = before + 1;
            return true;
        }
    }
}
