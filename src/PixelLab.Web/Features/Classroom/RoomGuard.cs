using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Features.Classroom;

/// <summary>What somebody can guess at.</summary>
public enum Guessed
{
    /// <summary>The code of a room.</summary>
    Code,

    /// <summary>A student's words to come back by.</summary>
    Recovery,

    /// <summary>An instructor's key.</summary>
    Key,
}

/// <summary>
/// Slows guessing. Only wrong tries count, so a whole school behind one address joins as fast as it can type, and comes back as
/// fast; after too many wrong ones from an address, the next minute brings nothing but a refusal, whether the guess is right or not.
/// </summary>
public sealed class RoomGuard : IDisposable
{
    private readonly PartitionedRateLimiter<(Guessed What, IPAddress Sender)> _wrong =
        PartitionedRateLimiter.Create<(Guessed What, IPAddress Sender), (Guessed What, IPAddress Sender)>(
            key => RateLimitPartition.GetFixedWindowLimiter(
                key,
                _ => new() { PermitLimit = key.What == Guessed.Code ? RateLimits.WrongCodesPerMinute : RateLimits.WrongSecretsPerMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <inheritdoc />
    public void Dispose() => _wrong.Dispose();

    /// <summary>Whether that address has guessed wrong too often.</summary>
    public bool IsBarred(Guessed what, HttpContext context)
    {
        using var lease = _wrong.AttemptAcquire((what, Sender.Of(context)), 0);
        return !lease.IsAcquired;
    }

    /// <summary>Counts a wrong guess.</summary>
    public void WasWrong(Guessed what, HttpContext context) => _wrong.AttemptAcquire((what, Sender.Of(context))).Dispose();

    /// <summary>The refusal of whoever has guessed too often.</summary>
    public static ProblemHttpResult TooMany() => TypedResults.Problem(
        ClassroomText.Text["Refused.Tries"], statusCode: StatusCodes.Status429TooManyRequests);

    /// <summary>
    /// Lets only requests with the room's key through. The right key always passes, for the one who teaches mostly sits behind the
    /// same address as the class; nobody gains by that, since a key has 128 bits. The refusal is the same for a wrong key and for a
    /// room that is not there.
    /// </summary>
    internal static async ValueTask<object?> AskKeyAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var code = context.Request.RouteValues["code"]?.ToString() ?? "";
        if (await context.RequestServices.GetRequiredService<Rooms>().FindAsync(code) is { } room
            && room.IsKey(context.Request.Headers[RoomEndpoints.KeyHeader].ToString()))
        {
            context.Features.Set(room);
            return await next(invocation);
        }

        var guard = context.RequestServices.GetRequiredService<RoomGuard>();
        if (guard.IsBarred(Guessed.Key, context))
        {
            return TooMany();
        }

        guard.WasWrong(Guessed.Key, context);
        return TypedResults.Problem(ClassroomText.Text["Refused.Key"], statusCode: StatusCodes.Status403Forbidden);
    }

    /// <summary>The room whose key came with the request; null where a page was asked for without one.</summary>
    internal static Room? Taught(HttpContext context) => context.Features.Get<Room>();

    /// <summary>The same for pages, which are asked for without a key first and by their script with it.</summary>
    internal static ValueTask<object?> AskKeyWhereGivenAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next) =>
        invocation.HttpContext.Request.Headers.ContainsKey(RoomEndpoints.KeyHeader) ? AskKeyAsync(invocation, next) : next(invocation);
}
