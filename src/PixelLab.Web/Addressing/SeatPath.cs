using PixelLab.Core.Events;

namespace PixelLab.Web.Addressing;

/// <summary>The seat in a path: <c>/~k7m2qd/shoes/3</c>.</summary>
public static class SeatPath
{
    /// <summary>Takes the seat off a path that carries one; a path without one belongs to the default seat.</summary>
    /// <returns>False where the path names a seat that cannot be one.</returns>
    public static bool TryTake(ref string path, out SeatId seat)
    {
        seat = SeatId.Default;
        if (!path.StartsWith(TownAddress.SeatMark, StringComparison.Ordinal))
        {
            return true;
        }

        var end = path.IndexOf('/', TownAddress.SeatMark.Length);
        if (!SeatId.TryParse(path[TownAddress.SeatMark.Length..(end < 0 ? path.Length : end)], out seat))
        {
            return false;
        }

        path = end < 0 ? "/" : path[end..];
        return true;
    }
}
