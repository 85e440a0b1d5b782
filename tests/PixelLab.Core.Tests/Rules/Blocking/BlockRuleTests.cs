using CsCheck;
using PixelLab.Core.Events;
using PixelLab.Core.Rules.Blocking;

namespace PixelLab.Core.Tests.Rules.Blocking;

public sealed class BlockRuleTests
{
    private const string Pixel = "http://adnet.localhost:5080/~k7m2qd/tr?id=1&ev=PageView";

    [Theory]
    [InlineData("||adnet.", true)]
    [InlineData("||adnet.localhost^", true)]
    [InlineData("||ADNET.localhost^", true)]
    [InlineData("||localhost^", true)]
    [InlineData("||net.localhost^", false)]
    [InlineData("||metrics.localhost^", false)]
    [InlineData("|http://adnet.", true)]
    [InlineData("|adnet.", false)]
    [InlineData("/tr?id=", true)]
    [InlineData("/tr^id=", true)]
    [InlineData("/tr*PageView", true)]
    [InlineData("ev=PageView|", true)]
    [InlineData("ev=Page|", false)]
    [InlineData("tr^ev", false)]
    [InlineData("PageView^", true)]
    [InlineData(".+", false)]
    [InlineData("[a-z]", false)]
    public void A_pattern_matches_as_blockers_read_it(string rule, bool matches) =>
        Assert.Equal(matches, BlockRule.Parse(rule)!.Matches(Image()));

    [Theory]
    [InlineData("||adnet.$image", true)]
    [InlineData("||adnet.$script", false)]
    [InlineData("||adnet.$script,image", true)]
    [InlineData("||adnet.$third-party", true)]
    [InlineData("||adnet.$3p", true)]
    [InlineData("||adnet.$~third-party", false)]
    [InlineData("||adnet.$1p", false)]
    [InlineData("||adnet.$domain=shop.localhost", true)]
    [InlineData("||adnet.$domain=localhost", true)]
    [InlineData("||adnet.$domain=news.localhost", false)]
    [InlineData("||adnet.$domain=news.localhost|shop.localhost", true)]
    [InlineData("||adnet.$domain=~shop.localhost", false)]
    [InlineData("||adnet.$domain=hop.localhost", false)]
    [InlineData("||adnet.$image,third-party,domain=shop.localhost", true)]
    public void An_option_narrows_a_rule(string rule, bool matches) =>
        Assert.Equal(matches, BlockRule.Parse(rule)!.Matches(Image()));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("*")]
    [InlineData("||")]
    [InlineData("||^")]
    [InlineData("@@")]
    [InlineData("$image")]
    [InlineData("||adnet.$popup")]
    [InlineData("||adnet.$image,redirect=noop")]
    [InlineData("localhost##.ad")]
    [InlineData("localhost#@#.ad")]
    public void What_this_blocker_does_not_know_is_passed_over(string rule) => Assert.Null(BlockRule.Parse(rule));

    [Fact]
    public void A_rule_too_long_is_passed_over()
    {
        Assert.NotNull(BlockRule.Parse(new string('a', TextLimits.BlockerRule)));
        Assert.Null(BlockRule.Parse(new string('a', TextLimits.BlockerRule + 1)));
    }

    [Theory]
    [InlineData("*a")]
    [InlineData("a*")]
    [InlineData("^*")]
    [InlineData("(a+)+")]
    [InlineData("a|a")]
    [InlineData("\\\\d{1000}")]
    public void A_rule_made_to_take_forever_is_soon_done(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, TextLimits.BlockerRule / piece.Length))[..^1] + "!";
        var url = "http://adnet.localhost/" + new string('a', 8000);

        Assert.NotEqual(true, BlockRule.Parse(text)?.Matches(new BlockRequest(url, RequestType.Image, "shop.localhost", IsThirdParty: true)));
    }

    [Fact]
    public void No_text_makes_reading_or_matching_fail() => Gen.String[0, 60].Select(Gen.String[0, 60]).Sample((rule, url) =>
    {
        BlockRule.Parse(rule)?.Matches(new BlockRequest(url, RequestType.Script, "shop.localhost", IsThirdParty: true));
        return true;
    });

    private static BlockRequest Image() => new(Pixel, RequestType.Image, "shop.localhost", IsThirdParty: true);
}
