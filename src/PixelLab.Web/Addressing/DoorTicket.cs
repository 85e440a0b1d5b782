using Microsoft.AspNetCore.DataProtection;
using PixelLab.Core.Events;

namespace PixelLab.Web.Addressing;

/// <summary>
/// Lets a browser be led through hosts that change something at it: only a page of each host can do it there, so the steps are
/// <c>GET</c>s from other hosts, and good only with what the first step, a <c>POST</c> from the lab's own page, gave along.
/// </summary>
public sealed class DoorTicket(IDataProtectionProvider protection)
{
    /// <summary>The parameter that carries it.</summary>
    public const string Parameter = "ticket";

    /// <summary>As long as a slow browser needs for all hosts.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _protector =
        protection.CreateProtector("PixelLab.Door").ToTimeLimitedDataProtector();

    /// <summary>A ticket for that seat, to be put into a query.</summary>
    public string For(SeatId seat) => $"{Parameter}={_protector.Protect(seat.Value, Life)}";

    /// <summary>Whether a request brings a ticket of its own seat.</summary>
    public bool IsIn(HttpContext context)
    {
        try
        {
            return context.Request.Query[Parameter] is [{ Length: > 0 and < 1000 } ticket]
                && _protector.Unprotect(ticket) == TownRequest.Of(context).Seat.Value;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }
}
