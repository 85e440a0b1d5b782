using PixelLab.Web.Addressing;

namespace PixelLab.Web.Features.Sandbox;

/// <summary>Keeps the sandbox apart.</summary>
public static class SandboxSetup
{
    /// <summary>
    /// Lets the sandbox's host answer with nothing but the learner's page: what other hosts all have (the hub, the API, the lab's files)
    /// would be of the same origin as the learner's script there.
    /// </summary>
    public static WebApplication UseSandboxApart(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (TownRequest.Of(context).Host.Kind != TownKind.Sandbox
                || (context.Request.Path == "/" && HttpMethods.IsGet(context.Request.Method)))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return context.Response.WriteAsync("There is only your page here.", context.RequestAborted);
        });
        return app;
    }

    /// <summary>Maps the editor on the lab, and the page on the sandbox.</summary>
    public static WebApplication MapSandbox(this WebApplication app)
    {
        app.MapYourPixel();
        app.MapWrittenPage();
        return app;
    }
}
