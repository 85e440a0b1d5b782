using System.Globalization;
using System.Net;
using PixelLab.Core.Town;
using PixelLab.Core.Town.Pictures;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>Draws an ad as one image of 300 by 250, picture and words in it: no frame, no script, nothing but pixels.</summary>
internal static class BannerPicture
{
    /// <summary>How many letters fit into a line of the headline.</summary>
    private const int HeadlineWidth = 22;

    /// <summary>How many fit into a line of the text.</summary>
    private const int TextWidth = 38;

    /// <summary>The ad as an SVG document.</summary>
    public static string Draw(AdCampaign campaign, Product? product) => $$"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 250" width="300" height="250" font-family="system-ui, 'Segoe UI', 'Liberation Sans', sans-serif">
        <style>
        .paper { fill: #fff } .ink { fill: #15212b } .soft { fill: #566570 } .button { fill: #0b5c8e } .on { fill: #fff }
        @media (prefers-color-scheme: dark) {
        .paper { fill: #20262b } .ink { fill: #eef2f4 } .soft { fill: #a9b6bf } .button { fill: #8ecdf5 } .on { fill: #08202f }
        }
        </style>
        <path class="paper" d="M0 0h300v250H0z"/>
        {{(product is null ? Words(campaign) : Goods(campaign, product))}}
        <text class="soft" x="12" y="240" font-size="11">{{Text(AdnetPageText.Text["Advertisement.Of", campaign.Brand])}}</text>
        </svg>

        """;

    private static string Goods(AdCampaign campaign, Product product) => $"""
        <svg width="300" height="152" viewBox="0 66 480 243">{Whole(product)}</svg>
        <text class="soft" x="12" y="172" font-size="12">{Text(campaign.Headline)}</text>
        <text class="ink" x="12" y="194" font-size="17" font-weight="700">{Text(product.Name)}</text>
        <text class="ink" x="12" y="216" font-size="15" font-weight="600">{Text(AdText.Price(product))}</text>
        <rect class="button" x="168" y="192" width="120" height="30" rx="5"/>
        <text class="on" x="228" y="211" font-size="12" font-weight="600" text-anchor="middle">{Text(campaign.CallToAction)}</text>
        """;

    private static string Words(AdCampaign campaign) => $"""
        <rect class="button" x="12" y="16" width="44" height="6" rx="3"/>
        <text class="ink" x="12" y="62" font-size="20" font-weight="700">{Lines(campaign.Headline, HeadlineWidth, 25)}</text>
        <text class="soft" x="12" y="{(campaign.Headline.Length >= HeadlineWidth ? 124 : 92)}" font-size="14">{Lines(campaign.Text, TextWidth, 19)}</text>
        <rect class="button" x="12" y="178" width="184" height="36" rx="5"/>
        <text class="on" x="104" y="201" font-size="13" font-weight="600" text-anchor="middle">{Text(campaign.CallToAction)}</text>
        """;

    private static string Whole(Product product) => ProductPicture.Draw(product, product.Colours[0]);

    /// <summary>Breaks words into lines; SVG text does not by itself.</summary>
    private static string Lines(string text, int width, int height)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length >= width)
            {
                lines.Add("");
            }

            lines[^1] += lines[^1].Length == 0 ? word : " " + word;
        }

        return string.Concat(lines.Select((line, place) =>
            string.Create(CultureInfo.InvariantCulture, $"<tspan x=\"12\" dy=\"{(place == 0 ? 0 : height)}\">{Text(line)}</tspan>")));
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
