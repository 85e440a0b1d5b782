using PixelLab.Core.Events;

namespace PixelLab.Web.Features.Rules;

/// <summary>Switches that somebody else has turned for a seat, and that hold on when it puts its own back.</summary>
public interface IGivenSwitches
{
    /// <summary>Turns them again after the seat has put all of its own back.</summary>
    /// <returns>Whether there are any.</returns>
    Task<bool> GiveAgainAsync(SeatId seat);
}
