using Microsoft.AspNetCore.Mvc.ApiExplorer;
using PixelLab.Web.Addressing;
using Scalar.AspNetCore;

namespace PixelLab.Web.Api;

/// <summary>The description of the HTTP API (OpenAPI 3.1), made from the routes themselves, and in development a page to try it on.</summary>
public static class ApiSetup
{
    private const string TryPath = "/scalar";

    /// <summary>The page to try the API on loads nothing from elsewhere, whatever its script would like; it writes styles into its HTML.</summary>
    private const string TryPolicy =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "connect-src 'self'; font-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Adds the description.</summary>
    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddOpenApi(ApiDocument.Name, ApiDocument.Describe);
        builder.Services.AddSingleton<IApiDescriptionProvider, WireTypeRoute>();
        return builder;
    }

    /// <summary>Names types that hubs and pages hand to scripts and no route of the API sends, so that the description has them too.</summary>
    public static IServiceCollection AddWireTypes(this IServiceCollection services, params Type[] types) => services.AddSingleton(new WireTypes(types));

    /// <summary>Maps <c>/openapi/v1.json</c> at the lab, and <c>/scalar</c> in development.</summary>
    public static WebApplication MapApi(this WebApplication app)
    {
        var lab = app.MapTownHost(Town.Lab.Name);
        lab.MapOpenApi().ForEverybody();
        if (app.Environment.IsDevelopment())
        {
            lab.MapGroup("").AddEndpointFilter((invocation, next) =>
            {
                invocation.HttpContext.Response.Headers.ContentSecurityPolicy = TryPolicy;
                return next(invocation);
            }).MapScalarApiReference(TryPath, page =>
            {
                page.WithTitle("The API of PixelLab").DisableDefaultFonts().DisableTelemetry();
                page.DisableAgent().HideDeveloperTools();
            });
        }

        return app;
    }
}
