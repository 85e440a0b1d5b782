using System.Threading.RateLimiting;
using PixelLab.Core.Events;
using PixelLab.Web.Addressing;
using PixelLab.Web.Api;
using PixelLab.Web.Features.Rules;
using PixelLab.Web.Limits;
using PixelLab.Web.Live;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Features.Classroom;

/// <summary>Registers rooms: their store, what is done to them, and how often that may be.</summary>
public static class ClassroomSetup
{
    /// <summary>Limits how many rooms are opened from an address.</summary>
    internal const string OpenPolicy = "open rooms";

    /// <summary>Limits how often an address joins.</summary>
    internal const string JoinPolicy = "join rooms";

    /// <summary>Limits what an instructor or a student does.</summary>
    internal const string ActionPolicy = "room actions";

    /// <summary>Adds rooms.</summary>
    public static WebApplicationBuilder AddClassroom(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OldRoomFiles>();
        builder.Services.AddSingleton<Rooms>();
        builder.Services.AddSingleton<RoomActions>();
        builder.Services.AddSingleton<IGivenSwitches>(services => services.GetRequiredService<RoomActions>());
        builder.Services.AddSingleton<PagePart, RoomPart>();
        builder.Services.AddSingleton<RoomLessons>();
        builder.Services.AddSingleton<RoomCases>();
        builder.Services.AddSingleton<RoomGuard>();
        builder.Services.AddHostedService<RoomKeeper>();
        builder.Services.AddHostedService<StoreNews<RoomHub>>();
        builder.Services.AddWireTypes(typeof(StudentView), typeof(ConsoleView), typeof(LabRefusalsView), typeof(RoomSwitch), typeof(LessonChoice), typeof(QuestionsChoice));
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, RoomJson.Default));
        builder.Services.Configure<Microsoft.AspNetCore.SignalR.JsonHubProtocolOptions>(
            json => json.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, RoomJson.Default));
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(OpenPolicy, context => OfAddress(context, RoomLimits.LongestEmpty, RateLimits.RoomsOpenedInHalfAnHour));
            limiter.AddPolicy(JoinPolicy, context => OfAddress(context, TimeSpan.FromMinutes(10), RateLimits.JoinsInTenMinutes));
            limiter.AddPolicy(ActionPolicy, context => Within(TimeSpan.FromMinutes(1), ActorOf(context), RateLimits.RoomActionsPerMinute));
            limiter.OnRejected = (rejected, _) => new ValueTask(RoomGuard.TooMany().ExecuteAsync(rejected.HttpContext));
        });
        return builder;
    }

    private static RateLimitPartition<string> OfAddress(HttpContext context, TimeSpan window, int permits) =>
        TownRequest.Of(context).IsAtTheMachine ? RateLimitPartition.GetNoLimiter("") : Within(window, Sender.Of(context).ToString(), permits);

    private static RateLimitPartition<string> Within(TimeSpan window, string whose, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(whose, _ => new() { PermitLimit = permits, Window = window });

    /// <summary>
    /// Who acts: a seat, or a room under the key that came. By the key too, so that nobody without it uses up the instructor's actions. What
    /// is neither is one and the same, for whatever is taken as a key here stays in memory for a while.
    /// </summary>
    private static string ActorOf(HttpContext context)
    {
        var values = context.Request.RouteValues;
        return values["seat"] is { } seat
            ? SeatId.TryParse(seat.ToString(), out var read) ? read.Value : ""
            : $"{RoomCode.Read(values["code"]?.ToString())} {Room.Hash(context.Request.Headers[RoomEndpoints.KeyHeader].ToString())}";
    }
}
