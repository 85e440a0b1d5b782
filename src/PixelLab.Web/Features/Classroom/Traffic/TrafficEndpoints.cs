using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Web.Addressing;
using PixelLab.Web.Api;

namespace PixelLab.Web.Features.Classroom.Traffic;

/// <summary>Simulated people in a room: begun and stopped by its instructor.</summary>
public static class TrafficEndpoints
{
    /// <summary>Adds them.</summary>
    public static WebApplicationBuilder AddRoomTraffic(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RoomTraffic>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RoomTraffic>());
        builder.Services.AddHostedService<TrafficWatch>();
        return builder;
    }

    /// <summary>Maps <c>/api/rooms/{code}/traffic</c>.</summary>
    public static WebApplication MapRoomTraffic(this WebApplication app)
    {
        var traffic = app.MapTownHost(Town.Lab.Name).MapTaughtRoom().MapGroup("/traffic");
        traffic.MapPost("", StartAsync).WithSummary("Lets simulated people walk in a room.").Refuses(400, 409).WithSent(new TrafficWanted(20, 5, 10));
        traffic.MapDelete("", StopAsync).WithSummary("Lets them go.");
        return app;
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> StartAsync(
        HttpContext context, TrafficWanted wanted, RoomTraffic traffic, TownRequest town, CancellationToken cancellation) =>
        await traffic.StartAsync(RoomGuard.Taught(context)!, wanted, town.Address, cancellation) is { } problem
            ? TypedResults.Problem(problem, statusCode: wanted.Problem is null ? 409 : 400)
            : TypedResults.NoContent();

    private static async Task<NoContent> StopAsync(HttpContext context, RoomTraffic traffic, CancellationToken cancellation)
    {
        await traffic.StopAsync(RoomGuard.Taught(context)!, cancellation);
        return TypedResults.NoContent();
    }
}
