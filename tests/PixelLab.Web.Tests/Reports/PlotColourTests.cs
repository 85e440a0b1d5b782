using System.Globalization;
using System.Text.RegularExpressions;

namespace PixelLab.Web.Tests.Reports;

/// <summary>
/// The plots' colours are told apart with any colour vision. How a colour looks without one kind of cone is simulated after
/// Machado, Oliveira and Fernandes (2009), severity 1; how far two colours are apart is measured in OKLab (Ottosson 2020).
/// </summary>
public sealed partial class PlotColourTests(SharedLab lab) : IClassFixture<SharedLab>
{
    /// <summary>A just visible difference is about 0.02.</summary>
    private const double FarEnough = 0.12;

    private static readonly double[][][] Visions =
    [
        [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ];

    [Theory]
    [InlineData("/css/reports.css", 5)]
    [InlineData("/built/tokens.css", 3)]
    public async Task Any_two_series_look_different_to_everybody_and_stand_out_from_the_page(string sheet, int series)
    {
        var css = await lab.Server.Http.GetStringAsync(lab.Server.Url("lab", sheet), TestContext.Current.CancellationToken);
        var colours = Series().Matches(css).Select(match => (Light: Read(match.Groups[1].Value), Dark: Read(match.Groups[2].Value))).ToList();

        Assert.Equal(series, colours.Count);
        AssertDifferent([.. colours.Select(colour => colour.Light)]);
        AssertDifferent([.. colours.Select(colour => colour.Dark)]);
        Assert.All(colours, colour =>
        {
            Assert.True(Contrast(colour.Light, Read("ffffff")) >= 3);
            Assert.True(Contrast(colour.Dark, Read("181d25")) >= 3);
        });
    }

    private static void AssertDifferent(double[][] colours)
    {
        foreach (var vision in Visions)
        {
            var seen = colours.Select(colour => Lab([.. vision.Select(row => row.Zip(colour, (weight, part) => weight * part).Sum())])).ToList();
            for (var one = 0; one < seen.Count; one++)
            {
                for (var other = 0; other < one; other++)
                {
                    var apart = Math.Sqrt(seen[one].Zip(seen[other], (left, right) => (left - right) * (left - right)).Sum());
                    Assert.True(apart >= FarEnough, $"Series {other + 1} and {one + 1} are {apart:0.000} apart.");
                }
            }
        }
    }

    /// <summary>Red, green and blue as amounts of light (sRGB, IEC 61966-2-1).</summary>
    private static double[] Read(string colour) =>
    [
        .. Enumerable.Range(0, 3).Select(part => int.Parse(colour.AsSpan(2 * part, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)),
    ];

    private static double[] Lab(double[] light)
    {
        var (red, green, blue) = (Math.Clamp(light[0], 0, 1), Math.Clamp(light[1], 0, 1), Math.Clamp(light[2], 0, 1));
        var l = Math.Cbrt((0.4122214708 * red) + (0.5363325363 * green) + (0.0514459929 * blue));
        var m = Math.Cbrt((0.2119034982 * red) + (0.6806995451 * green) + (0.1073969566 * blue));
        var s = Math.Cbrt((0.0883024619 * red) + (0.2817188376 * green) + (0.6299787005 * blue));
        return
        [
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s),
        ];
    }

    private static double Contrast(double[] one, double[] other)
    {
        static double Luminance(double[] light) => (0.2126 * light[0]) + (0.7152 * light[1]) + (0.0722 * light[2]);
        var (left, right) = (Luminance(one) + 0.05, Luminance(other) + 0.05);
        return Math.Max(left, right) / Math.Min(left, right);
    }

    [GeneratedRegex("--(?:series-[0-9]|lab-(?:pixel|cookie|both)): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)", RegexOptions.None, 1000)]
    private static partial Regex Series();
}
