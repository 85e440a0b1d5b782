using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PixelLab.Web.Addressing;

/// <summary>Registers addressing and puts its door at the front.</summary>
public static class AddressingSetup
{
    /// <summary>The URLs to bind when nobody says otherwise: loopback only.</summary>
    public const string DefaultUrls = "http://localhost:5080";

    /// <summary>Adds addressing.</summary>
    public static WebApplicationBuilder AddAddressing(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<AddressingOptions>()
            .BindConfiguration(AddressingOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<PortPlan>();
        builder.Services.AddDataProtection();
        builder.Services.AddSingleton<DoorTicket>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, TownHostMatcherPolicy>());

        var urls = builder.Configuration["urls"] ?? DefaultUrls;
        var mode = builder.Configuration.GetValue($"{AddressingOptions.Section}:Mode", AddressingMode.Subdomain);
        builder.Configuration["urls"] = urls;
        builder.WebHost.UseUrls(PortPlan.Urls(urls, mode));
        return builder;
    }

    /// <summary>
    /// Believes forwarded headers, but only from configured proxies, then opens the town's door and only behind it
    /// looks for a route: the route is that of the path without the lab's plumbing.
    /// </summary>
    public static WebApplication UseAddressing(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<AddressingOptions>>().Value;
        if (options.TrustedProxies.Count > 0)
        {
            var forwarded = new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            };
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in options.TrustedProxies)
            {
                forwarded.KnownProxies.Add(ParseProxy(proxy));
            }

            app.UseForwardedHeaders(forwarded);
        }

        app.UseMiddleware<TownMiddleware>();
        app.UseRouting();
        // SignalR brings authorization along, which the framework would put here by itself, where it builds every endpoint once more at the
        // start. Nobody signs in to a lab; an endpoint that asks for it all the same fails loudly.
        ((IApplicationBuilder)app).Properties["__AuthorizationMiddlewareSet"] = true;
        return app;
    }

    /// <summary>A group of endpoints that answer on one host of the town only.</summary>
    public static RouteGroupBuilder MapTownHost(this IEndpointRouteBuilder routes, string host) =>
        routes.MapGroup("").WithMetadata(new OnTownHost(Town.Get(host).Name));

    private static IPAddress ParseProxy(string text) =>
        IPAddress.TryParse(text, out var address)
            ? address
            : throw new OptionsValidationException(
                AddressingOptions.Section,
                typeof(AddressingOptions),
                [AddressingText.Text["Wrong.Proxy", text]]);
}
