using PixelLab.Core.Events;
using PixelLab.Core.Rules.Blocking;

namespace PixelLab.Core.Tests.Rules.Blocking;

public sealed class BlockListTests
{
    [Fact]
    public void The_first_rule_that_matches_is_named()
    {
        var list = BlockList.Parse("! a remark\n\n||metrics.\n/tr?\n||adnet.\n");

        Assert.Equal("/tr?", list.Match(Image("http://adnet.localhost/tr?id=1")));
        Assert.Null(list.Match(Image("http://shop.localhost/shoe.svg")));
        Assert.Equal(3, list.Count);
    }

    [Fact]
    public void An_exception_lets_through()
    {
        var list = BlockList.Parse("||adnet.\n@@||adnet.*ev=Purchase");

        Assert.NotNull(list.Match(Image("http://adnet.localhost/tr?ev=PageView")));
        Assert.Null(list.Match(Image("http://adnet.localhost/tr?ev=Purchase")));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_end_in_any_way(string end) => Assert.Equal(2, BlockList.Parse($"||a.{end}  ||b.  {end}").Count);

    [Fact]
    public void Lines_that_are_no_rule_are_told()
    {
        var list = BlockList.Parse("||adnet.\nshop.localhost##.ad\n||b.$popup");

        Assert.Equal(["shop.localhost##.ad", "||b.$popup"], list.PassedOver);
    }

    [Fact]
    public void A_list_too_long_is_read_as_far_as_the_bound()
    {
        var list = BlockList.Parse(string.Join('\n', Enumerable.Range(0, 5000).Select(number => $"||host{number}.")));

        Assert.Equal(TextLimits.BlockerRuleCount, list.Count);
        Assert.Equal(TextLimits.BlockerRuleCount, list.PassedOver.Count);
    }

    [Fact]
    public void A_line_passed_over_is_told_no_longer_than_a_rule_can_be()
    {
        var list = BlockList.Parse(new string('x', 10_000));

        Assert.Equal(TextLimits.BlockerRule, Assert.Single(list.PassedOver).Length);
    }

    [Theory]
    [InlineData("||adnet.", true)]
    [InlineData("/tr?*dl=", true)]
    [InlineData("needle", false)]
    [InlineData("aaaa|", false)]
    [InlineData("needle|", false)]
    public void Of_an_address_of_any_length_no_more_is_looked_at_than_the_bound(string rule, bool stops)
    {
        var address = "http://adnet.localhost/tr?dl=" + new string('a', TextLimits.MatchedAddress) + "needle";

        Assert.Equal(stops, BlockList.Parse(rule).Match(Image(address)) is not null);
    }

    private static BlockRequest Image(string url) => new(url, RequestType.Image, "shop.localhost", IsThirdParty: true);
}
