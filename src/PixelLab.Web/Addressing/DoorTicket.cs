using Microsoft.AspNetCore.DataProtection;
using PixelLab.Core.Events;

namespace PixelLab.Web.Addressing;

/// <summary>
/// Lets a browser be led through hosts that change something at it: only a page of each host can do it there, so the steps are
/// <c>GET</c>s from other hosts, and good only with what the first step, a <c>POST</c> from the lab's own page, gave along. And lets in the
/// forms of own pages of which browsers say nothing.
/// </summary>
public sealed class DoorTicket(IDataProtectionProvider protection)
{
    /// <summary>The parameter that carries it.</summary>
    public const string Parameter = "ticket";

    /// <summary>As long as a slow browser needs for all hosts.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <summary>What is longer is none: an errand's own text has its bound where it is written.</summary>
    private const int MostLetters = 2_000;

    /// <summary>The parameter that a form carries.</summary>
    private const string FormParameter = "form";

    /// <summary>As long as a page may stay open in a class.</summary>
    private static readonly TimeSpan FormLife = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector _forms = protection.CreateProtector("PixelLab.Door.Forms").ToTimeLimitedDataProtector();

    private readonly ITimeLimitedDataProtector _protector =
        protection.CreateProtector("PixelLab.Door").ToTimeLimitedDataProtector();

    /// <summary>A ticket for that seat, to be put into a query.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="errand">What the browser is led through the hosts for, so that every step knows it and nobody on the way can change it.</param>
    public string For(SeatId seat, string errand) => $"{Parameter}={_protector.Protect($"{seat.Value} {errand}", Life)}";

    /// <summary>The errand of a request that brings a ticket of its own seat; null without one.</summary>
    public string? ErrandIn(HttpContext context) =>
        Read(_protector, context, Parameter)?.Split(' ', 2) is [var seat, var errand] && IsOwn(context, seat) ? errand : null;

    /// <summary>A ticket for forms of that seat's pages, to be put into a query: only who can read such a page has it.</summary>
    public string ForForms(SeatId seat) => $"{FormParameter}={_forms.Protect(seat.Value, FormLife)}";

    /// <summary>Whether a request is that of a form of a page of its own seat.</summary>
    public bool IsOfOwnForm(HttpContext context) => Read(_forms, context, FormParameter) is { } seat && IsOwn(context, seat);

    private static bool IsOwn(HttpContext context, string seat) => seat == TownRequest.Of(context).Seat.Value;

    private static string? Read(ITimeLimitedDataProtector protector, HttpContext context, string parameter)
    {
        try
        {
            return context.Request.Query[parameter] is [{ Length: > 0 and <= MostLetters } ticket] ? protector.Unprotect(ticket) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
