using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Web.Addressing;
using QRCoder;

namespace PixelLab.Web.Features.Classroom;

/// <summary>The pages of the classroom. What happens on them is drawn by their scripts.</summary>
internal static class ClassroomPages
{
    /// <summary>Maps them.</summary>
    public static void MapClassroomPages(this IEndpointRouteBuilder routes)
    {
        var lab = routes.MapTownHost(Town.Lab.Name);
        lab.MapGet("/classroom", (TownRequest town) => Page<ClassroomPage>(town, null));
        lab.MapGet("/classroom/{code}", (TownRequest town, string code) => Page<ConsolePage>(town, RoomCode.Read(code)));
        lab.MapGet("/join", (TownRequest town, string? code) => Page<JoinPage>(town, RoomCode.Read(code)));
        lab.MapGet("/join/{code}", (TownRequest town, string code) => Page<JoinPage>(town, RoomCode.Read(code)));
        lab.MapGet("/join/{code}/qr.svg", DrawQr).ForEverybody();
    }

    private static RazorComponentResult<TPage> Page<TPage>(TownRequest town, string? code)
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        new(new Dictionary<string, object?> { ["Place"] = town, ["Code"] = code });

    /// <summary>The join address as a picture that phones read.</summary>
    private static Results<ContentHttpResult, NotFound> DrawQr(TownRequest town, string code)
    {
        if (RoomCode.Read(code) is not { } read)
        {
            return TypedResults.NotFound();
        }

        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(
            town.Address.Url(Town.Lab, PixelLab.Core.Events.SeatId.Default, $"/join/{read}"), QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return TypedResults.Text(picture.GetGraphic(8), "image/svg+xml");
    }
}
