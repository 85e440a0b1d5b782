using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Web.Addressing;

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
        var traffic = app.MapTownHost(Town.Lab.Name).MapGroup("/api/rooms/{code}/traffic").AddEndpointFilter(RoomGuard.AskKeyAsync);
        traffic.MapPost("", StartAsync);
        traffic.MapDelete("", StopAsync);
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
