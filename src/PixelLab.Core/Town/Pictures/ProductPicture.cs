namespace PixelLab.Core.Town.Pictures;

/// <summary>
/// Draws a product as an SVG document of 480 by 400. It holds no text, and its backdrop follows the light or dark
/// theme of the page that shows it.
/// </summary>
public static class ProductPicture
{
    /// <summary>The product in one of its colours.</summary>
    public static string Draw(Product product, ProductColour colour)
    {
        var tones = new Tones(colour);
        return Framed(product.Id, tones, product.Kind switch
        {
            ProductKind.TrailShoe => ShoePicture.Draw(product.Id, tones),
            ProductKind.Boot => ShoePicture.DrawBoot(tones),
            ProductKind.Shell => JacketPicture.DrawShell(product.Id, tones),
            ProductKind.Down => JacketPicture.DrawDown(tones),
            ProductKind.Backpack => BackpackPicture.Draw(product.Id, tones),
            ProductKind.Tent => CampPicture.DrawTent(tones),
            ProductKind.Bottle => CampPicture.DrawBottle(product.Id, tones),
            ProductKind.Lantern => CampPicture.DrawLantern(tones),
            _ => throw new ArgumentOutOfRangeException(nameof(product), product.Kind, "No picture is drawn for this kind."),
        });
    }

    private static string Framed(int id, Tones tones, string drawing)
    {
        // Each product has its sun and hills elsewhere, so that a list of pictures is no wallpaper.
        var sun = 110 + id * 67 % 260;
        var hill = 190 + id * 41 % 90;
        return $$"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 400" width="480" height="400">
            <style>
            .sky { fill: {{tones.DaySky}} }
            .hill { fill: {{tones.DayHill}} }
            .shadow { fill: {{tones.Deep}}; opacity: .22 }
            @media (prefers-color-scheme: dark) {
            .sky { fill: {{tones.NightSky}} }
            .hill { fill: {{tones.NightHill}} }
            .shadow { fill: #000; opacity: .4 }
            }
            </style>
            <path class="sky" d="M0 0h480v400H0z"/>
            <circle class="hill" cx="{{sun}}" cy="118" r="62" opacity=".7"/>
            <path class="hill" d="M0 {{hill + 60}} L{{hill - 60}} {{hill - 10}} L{{hill + 30}} {{hill + 44}} L{{hill + 140}} {{hill - 34}} L480 {{hill + 70}} V400 H0Z" opacity=".8"/>
            {{drawing}}
            </svg>

            """;
    }
}
