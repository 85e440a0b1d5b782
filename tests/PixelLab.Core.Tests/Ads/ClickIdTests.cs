using CsCheck;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Tests.Ads;

public sealed class ClickIdTests
{
    [Fact]
    public void What_was_written_is_read_back() => Gen.Long[1, long.MaxValue].Sample(hit =>
        Assert.Equal(new ClickId("abc123", hit), ClickId.Parse(new ClickId("abc123", hit).ToString())));

    [Fact]
    public void Anything_else_is_no_click_id_and_no_error() => Gen.String.Sample(text =>
        Assert.True(ClickId.Parse(text) is null || text.StartsWith("a1.", StringComparison.Ordinal)));

    [Theory]
    [InlineData(null)]
    [InlineData("a1.ad.")]
    [InlineData("a1.ad.0")]
    [InlineData("a1.ad.-1")]
    [InlineData("a1.<b>.1")]
    [InlineData("a2.ad.1")]
    [InlineData("a1.ad.ffffffffffffffff")]
    public void A_crooked_one_is_none(string? text) => Assert.Null(ClickId.Parse(text));
}
