using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace PixelLab.Web.Tests.Pages;

/// <summary>
/// A learner's own blocker may eat the pixels, never what explains them: no file of the lab, and none of a vendor's own pages, has a name
/// that the common lists stop wherever it lies. The scripts by which vendors measure are what such lists are for.
/// </summary>
public sealed partial class BlockedNameTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private static readonly string[] Measuring = ["built/adnet.", "built/metrics."];

    [Fact]
    public void No_file_that_is_served_has_a_name_that_lists_stop()
    {
        var served = lab.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>()?.Route)
            .OfType<string>().Distinct(StringComparer.Ordinal).ToList();

        Assert.Contains("css/network.css", served);
        Assert.DoesNotContain(
            served.Where(route => !Array.Exists(Measuring, start => route.StartsWith(start, StringComparison.Ordinal))),
            route => Stopped().IsMatch("/" + route));
    }

    [Theory]
    [InlineData("/css/adnet.css")]
    [InlineData("/icons/adnet.svg")]
    [InlineData("/img/pixel.gif")]
    [InlineData("/js/tracking.js")]
    [InlineData("/ads/one.png")]
    public void Such_names_are_known(string route) => Assert.Matches(Stopped(), route);

    /// <summary>Of the kinds that generic rules are made of: a whole word between slashes, dots and dashes.</summary>
    [GeneratedRegex(
        @"[/._-](ads?|adnet|adserver|advert(s|ising|isement)?|banners?|sponsor(ed)?|popup|pixels?|px|1x1|beacons?|collect(or)?|track(er|ers|ing)?|analytics|metrics|telemetry|stats|retarget(ing)?|affiliate)[/._-]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stopped();
}
