using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Vendors.Invented;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;
using PixelLab.Web.Vendors.Answers;

namespace PixelLab.Web.Vendors.Invented;

/// <summary>The hosts of the case's companies. All serve the same, since what each is there for is another matter in every case.</summary>
public static class InventedEndpoints
{
    /// <summary>Maps one of them.</summary>
    public static void Map(WebApplication app, InventedWire wire)
    {
        var host = app.MapTownHost(wire.Name);
        IReadOnlyList<string> Cookies(HttpContext context) => InventedCookies.Own(context, wire);
        host.MapPixel(InventedWire.PagePath, wire, Cookies);
        host.MapPixel(InventedWire.LetterPath, wire, Cookies);
        host.MapGet(InventedWire.TillPath, (HttpContext context, HitKeeper intake) => ShowTillAsync(context, intake, wire));
        host.MapGet("/", (TownRequest town) => TypedResults.Redirect(town.LabUrl("/case")));
    }

    private static async Task<IResult> ShowTillAsync(HttpContext context, HitKeeper intake, InventedWire wire)
    {
        if (await intake.KeepAsync(context, wire) is null)
        {
            return TypedResults.Empty;
        }

        VendorPagePolicy.ForFrame(context);
        return new RazorComponentResult<TillFrame>(new Dictionary<string, object?>
        {
            ["Town"] = TownRequest.Of(context),
            ["Company"] = wire,
            ["Cost"] = context.Request.Query["val"].FirstOrDefault() is { Length: > 0 and <= 12 } cost ? cost : "",
        });
    }
}
