using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Events;
using PixelLab.Core.Rules;
using PixelLab.Web.Addressing;
using PixelLab.Web.Api;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Dock;

/// <summary>How somebody has the dock, which goes with the seat: a browser would remember it for each site apart.</summary>
public static class DockEndpoints
{
    /// <summary>How its requests are read.</summary>
    public static WebApplicationBuilder AddDock(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, DockJson.Default));
        return builder;
    }

    /// <summary>Maps the API under a seat.</summary>
    public static WebApplication MapDock(this WebApplication app)
    {
        app.MapSeatGroup().MapPost("/dock", KeepAsync)
            .WithSummary("Remembers whether the pixels are drawn over pages, that they were understood, and that the dock has shown itself; what is left out stays.")
            .WithSent(new DockState(Dots: true));
        return app;
    }

    private static async Task<NoContent> KeepAsync(
        SeatId seat, DockState state, SeatReadings readings, IEventWriter log, TimeProvider time, CancellationToken cancellation)
    {
        (string Name, string? Value)[] wanted =
        [
            (SettingNames.Dots, state.Dots is { } dots ? dots ? "on" : "off" : null),
            (SettingNames.DotsKnown, state.DotsKnown is true ? "on" : null),
            (SettingNames.DockShown, state.Shown is true ? "on" : null),
        ];
        var settings = await readings.AskAsync(seat, (SeatSettings reading) => reading.Snapshot(), cancellation);
        LabEvent[] changes =
        [
            .. wanted.Where(one => one.Value is not null && one.Value != settings.Value(one.Name))
                .Select(one => new SettingChanged { At = time.GetUtcNow(), Seat = seat, Name = one.Name, Value = one.Value! }),
        ];
        if (changes.Length > 0)
        {
            await log.AppendAsync(changes, CancellationToken.None);
        }

        return TypedResults.NoContent();
    }
}

/// <summary>How somebody has the dock.</summary>
/// <param name="Dots">Whether the pixels are drawn over the pages.</param>
/// <param name="Shown">Whether it has shown itself on a narrow screen, which it does once.</param>
/// <param name="DotsKnown">Whether what they are needs to be said no more.</param>
public sealed record DockState(bool? Dots = null, bool? Shown = null, bool? DotsKnown = null);

/// <summary>The dock's JSON.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DockState))]
internal sealed partial class DockJson : JsonSerializerContext;
