using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Live;

/// <summary>Registers the hub.</summary>
public static class LiveSetup
{
    /// <summary>Adds the hub and how its messages are written.</summary>
    public static WebApplicationBuilder AddLive(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LiveOptions>()
            .BindConfiguration(LiveOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<LiveStreams>();
        builder.Services.AddHostedService<StoreNews<LiveHub>>();
        builder.Services.AddOptions<HubOptions>().Configure<IOptions<LiveOptions>>((hub, live) =>
        {
            hub.KeepAliveInterval = live.Value.KeepAlive;
            hub.ClientTimeoutInterval = live.Value.Silence;
        });
        builder.Services.AddSignalR(hub =>
            {
                hub.MaximumReceiveMessageSize = BodyLimits.HubMessage;
                hub.StreamBufferCapacity = 10;
            })
            .AddJsonProtocol(json => Configure(json.PayloadSerializerOptions));
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            Configure(json.SerializerOptions);
            // What is sent to the API holds all that it must, whatever stands first in it; a handler meets no null where its type has none.
            json.SerializerOptions.AllowOutOfOrderMetadataProperties = true;
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
        return builder;
    }

    /// <summary>Maps the hub, on every host.</summary>
    public static WebApplication MapLive(this WebApplication app)
    {
        app.MapHub<LiveHub>("/live");
        return app;
    }

    private static void Configure(JsonSerializerOptions json)
    {
        json.TypeInfoResolverChain.Insert(0, LiveJson.Default);
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
    }
}
