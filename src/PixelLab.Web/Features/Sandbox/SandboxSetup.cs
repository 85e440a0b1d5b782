using PixelLab.Web.Addressing;
using PixelLab.Web.Languages;

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
                || (HttpMethods.IsGet(context.Request.Method) && (context.Request.Path == "/" || IsToForget(context))))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return context.Response.WriteAsync(new LanguageText(SpokenLanguages.Default, WordList.YourPixel)["OnlyPage"], context.RequestAborted);
        });
        return app;
    }

    /// <summary>Whether the lab has sent the browser here to forget what a learner's page has kept in it. There is no script in the answer.</summary>
    private static bool IsToForget(HttpContext context) =>
        context.Request.Path == Door.ForgetStep && context.RequestServices.GetRequiredService<DoorTicket>().ErrandIn(context) is not null;

    /// <summary>Maps the editor on the lab, and the page on the sandbox.</summary>
    public static WebApplication MapSandbox(this WebApplication app)
    {
        app.MapYourPixel();
        app.MapWrittenPage();
        return app;
    }
}
