using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Features.Panel;

/// <summary>The panel's page. It carries no pixel and is no visit.</summary>
public static class PanelPages
{
    /// <summary>Maps <c>/panel</c>.</summary>
    public static WebApplication MapPanel(this WebApplication app)
    {
        app.MapTownHost(Town.Lab.Name).MapGet("/panel", Show);
        return app;
    }

    private static RazorComponentResult<PanelPage> Show(HttpContext context, TownRequest town)
    {
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<PanelPage>(new Dictionary<string, object?> { ["Place"] = town });
    }
}
