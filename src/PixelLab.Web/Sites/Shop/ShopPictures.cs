using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using PixelLab.Core.Town;
using PixelLab.Core.Town.Pictures;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Sites.Shop;

/// <summary>
/// The pictures of the shop's goods, as images that browsers may keep: the opposite of a pixel. They answer on every
/// host, since advertisements show them too.
/// </summary>
public static class ShopPictures
{
    private static readonly StringValues Caching = "public, max-age=86400";
    private static readonly Lazy<FrozenDictionary<string, Picture>> Pictures = new(DrawAll);

    private sealed record Picture(byte[] Svg, EntityTagHeaderValue Tag);

    /// <summary>The path of a product's picture in one of its colours.</summary>
    public static string PathOf(Product product, int colour = 0) => $"/pictures/{product.Id}-{colour}.svg";

    /// <summary>Maps the pictures.</summary>
    public static void MapPictures(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/pictures/{name}.svg", (string name, HttpContext context) =>
        {
            // A picture without a colour is in the first one.
            if (!Pictures.Value.TryGetValue(name, out var picture) && !Pictures.Value.TryGetValue(name + "-0", out picture))
            {
                return Results.NotFound();
            }

            context.Response.Headers.CacheControl = Caching;
            return Results.Bytes(picture.Svg, "image/svg+xml", entityTag: picture.Tag);
        }).ForEverybody();

    private static FrozenDictionary<string, Picture> DrawAll() =>
        Catalogue.Products
            .SelectMany(product => product.Colours.Select((colour, place) =>
                KeyValuePair.Create($"{product.Id}-{place}", Draw(product, colour))))
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static Picture Draw(Product product, ProductColour colour)
    {
        var svg = Encoding.UTF8.GetBytes(ProductPicture.Draw(product, colour));
        return new Picture(svg, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(svg).AsSpan(0, 8))}\""));
    }
}
