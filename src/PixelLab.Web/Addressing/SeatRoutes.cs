using PixelLab.Core.Events;

namespace PixelLab.Web.Addressing;

/// <summary>
/// The routes of the API that belong to one seat. A handler takes the seat as a <see cref="SeatId"/>; what is none is refused in words
/// before any handler sees it.
/// </summary>
public static class SeatRoutes
{
    /// <summary>The group in which routes of a seat are mapped, on every host.</summary>
    public static RouteGroupBuilder MapSeatGroup(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/seats/{seat}").WithTags("Seats").ProducesProblem(StatusCodes.Status400BadRequest);

        // A filter runs also where the seat could not be bound, so it can say what the bare 400 would not.
        group.AddEndpointFilter(async (context, next) => SeatId.TryParse(context.HttpContext.GetRouteValue("seat") as string, out _)
            ? await next(context)
            : TypedResults.Problem(AddressingText.Text["Seat.Malformed"], statusCode: StatusCodes.Status400BadRequest));
        return group;
    }
}
