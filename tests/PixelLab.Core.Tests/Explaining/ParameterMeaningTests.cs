using PixelLab.Core.Explaining;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors;

namespace PixelLab.Core.Tests.Explaining;

public sealed class ParameterMeaningTests
{
    [Theory]
    [InlineData("metrics", "en", "page_view", "“page_view”, which means that somebody opened a page.")]
    [InlineData("metrics", "en", "made_up", "What happened: “made_up”.")]
    [InlineData("metrics", "ul", "en-gb", "English (United Kingdom)")]
    [InlineData("metrics", "sr", "1920x1080", "1920 × 1080 pixels")]
    [InlineData("metrics", "sd", "24-bit", "24 bits")]
    [InlineData("metrics", "_et", "75000", "75 seconds")]
    [InlineData("metrics", "tz", "-60", "UTC +1:00")]
    [InlineData("metrics", "tz", "Europe/Berlin", "Europe/Berlin")]
    [InlineData("metrics", "gcs", "G110", "advertising agreed, analytics not agreed")]
    [InlineData("metrics", "epn.percent_scrolled", "75", "75 %")]
    [InlineData("metrics", "epn.anything", "3", "as a number")]
    [InlineData("metrics", "ep.anything", "x", "as text")]
    [InlineData("metrics", "z", "abc.1", "which planted pixel")]
    [InlineData("metrics", "dr", "", "It is empty here")]
    [InlineData("metrics", "dl", "http://shop.localhost:5080/~k7m2qd/a?b=1", "“/a?b=1” on shop.localhost:5080 (the lab’s own seat taken out)")]
    [InlineData("adnet", "ts", "1795442587000", "2026-11-23 14:03:07 UTC")]
    [InlineData("adnet", "sw", "390", "390 pixels")]
    [InlineData("adnet", "cd[value]", "129.90", "“129.90”")]
    [InlineData("adnet", "cd[own]", "x", "chose to tell")]
    [InlineData("adnet", "us_privacy", "1YYN", "opted out")]
    [InlineData("adnet", "fbp", "fb.1.1795442587000.123456", "made 2026-11-23 14:03:07 UTC")]
    public void A_parameter_is_decoded(string vendor, string name, string value, string part)
    {
        var hit = BuiltHit.Of(vendor, $"/x?{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
        var field = Assert.Single(HitExplainer.Fields(hit, Language.English), field => field.Field == name);
        Assert.Contains(part, field.Meaning);
        Assert.Equal(FieldSource.Page, field.Source);
    }

    [Theory]
    [InlineData("adnet", "/tr?id=448122&ev=PageView", "The site’s account at the network, so that it knows whose page this is", "says nothing about you")]
    [InlineData("adnet", "/match?partner=broker&id=B93", "The number by which the other company knows this browser", "the other company’s cookie")]
    [InlineData("broker", "/match?partner=adnet&id=A7", "The number by which that company knows this browser", "the other company’s cookie")]
    public void The_same_name_is_told_apart_where_it_means_something_else(string vendor, string target, string meaning, string control)
    {
        var field = Assert.Single(HitExplainer.Fields(BuiltHit.Of(vendor, target), Language.English), field => field.Field == "id");
        Assert.StartsWith(meaning, field.Meaning, StringComparison.Ordinal);
        Assert.Contains(control, field.Control, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("metrics", "sr", "wide")]
    [InlineData("metrics", "_et", "-1")]
    [InlineData("metrics", "gcs", "G1")]
    [InlineData("adnet", "ts", "99999999999999999999")]
    [InlineData("adnet", "fbp", "fb.1")]
    public void A_value_that_is_not_what_it_should_be_is_left_undecoded(string vendor, string name, string value) =>
        Assert.EndsWith(".", Assert.Single(
            HitExplainer.Fields(BuiltHit.Of(vendor, $"/x?{name}={value}"), Language.English), field => field.Field == name).Meaning);

    [Fact]
    public void Each_parameter_is_described_once_and_wildcards_come_after_names()
    {
        foreach (var wire in VendorList.All)
        {
            foreach (var parameter in wire.Parameters)
            {
                Assert.Same(parameter, wire.Parameters.First(known => known.Describes(parameter.Name)));
                Assert.False(Language.English[wire.Words][parameter.Name].EndsWith('.'), parameter.Name);
            }
        }
    }
}
