using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Web.Addressing;
using PixelLab.Web.Api;
using PixelLab.Web.Limits;
using PixelLab.Web.Live;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Frame;

/// <summary>Registers what all pages of the lab share, and how errors look.</summary>
public static class FrameSetup
{
    private static Words Text => FrameText.Text;

    /// <summary>Adds it.</summary>
    public static WebApplicationBuilder AddFrame(this WebApplicationBuilder builder)
    {
        // Also outside of development: running from the source tree is how most people run the lab.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddRazorComponents();
        builder.Services.AddProblemDetails();
        builder.Services.AddHealthChecks();
        builder.Services.AddWireTypes(typeof(StoreView));
        // Nothing in these pages is a secret that a compressed answer could give away (the BREACH attack); over https it stays off.
        builder.Services.AddResponseCompression(compression =>
            compression.MimeTypes = ["text/html", "image/svg+xml", "application/json", "text/markdown"]);
        return builder;
    }

    /// <summary>Answers what nothing else answers: problem JSON for the API, a page for people.</summary>
    public static WebApplication UseLabErrors(this WebApplication app)
    {
        var store = app.Services.GetRequiredService<StoreState>();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = AnswerFaultAsync,

            // That nothing is kept is said once by the store's state, not for each page that fails by it.
            SuppressDiagnosticsCallback = fault => fault.Exception is EventLogException && !store.Now.KeepsHits,
        });
        app.UseStatusCodePages(status => AnswerNothingAsync(status.HttpContext));
        return app;
    }

    /// <summary>Maps the state of the lab, and what no other route answers.</summary>
    public static WebApplication MapFrame(this WebApplication app)
    {
        app.MapHealthChecks("/healthz", new HealthCheckOptions { ResponseWriter = WriteHealthAsync }).ForEverybody();
        // On every host, so that a mistyped API path is no page of a site.
        app.MapGet("/api/{**path}", () => TypedResults.NotFound()).ExcludeFromDescription();
        return app;
    }

    private static Task AnswerFaultAsync(HttpContext context)
    {
        if (context.Features.Get<IExceptionHandlerFeature>()?.Error is not EventLogException)
        {
            return AnswerAsync(context, Text["Broken.Title"], Text["Broken"]);
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        var why = context.RequestServices.GetRequiredService<StoreState>().Now.Why ?? Text["KeepsNothing.Unknown"];
        return AnswerAsync(context, Text["KeepsNothing.Title"], Text["KeepsNothing", why]);
    }

    private static Task AnswerNothingAsync(HttpContext context)
    {
        var place = context.Features.Get<TownRequest>();
        if (context.Response.StatusCode != StatusCodes.Status404NotFound || place?.Host.Kind != TownKind.Lab || IsApi(context))
        {
            return context.Response.StatusCode == StatusCodes.Status400BadRequest
                ? AnswerAsync(context, Text["Unreadable.Title"], Text["Unreadable"])
                : AnswerAsync(context, Text["Nothing.Title"], Text["Nothing.Elsewhere"]);
        }

        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<LabNothing>(new Dictionary<string, object?> { ["Place"] = place })
        {
            StatusCode = StatusCodes.Status404NotFound,
        }.ExecuteAsync(context);
    }

    private static Task WriteHealthAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        HealthView.Of(report, context.RequestServices.GetRequiredService<StoreState>().Now, context.RequestServices.GetRequiredService<Refusals>()),
        context.RequestAborted);

    private static Task AnswerAsync(HttpContext context, string title, string text)
    {
        if (IsApi(context))
        {
            return TypedResults.Problem(title: title, detail: text, statusCode: context.Response.StatusCode).ExecuteAsync(context);
        }

        var lab = context.Features.Get<TownRequest>()?.LabUrl("/") ?? "/";
        return PlainPage.WriteAsync(context, context.Response.StatusCode, title, text, lab);
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");
}
