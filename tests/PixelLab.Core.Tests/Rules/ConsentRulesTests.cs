using PixelLab.Core.Rules;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Tests.Rules;

/// <summary>What each banner lets fire: every kind, purpose and answer, without and with Global Privacy Control.</summary>
public sealed class ConsentRulesTests
{
    private const string Unanswered = "unanswered";
    private const string Nothing = "nothing";

    // Regime, answer, then what fires: a for analytics, d for advertising; without the signal and with it.
    [Theory]
    [InlineData(Regime.None, Unanswered, "ad", "ad")]
    [InlineData(Regime.None, Nothing, "ad", "ad")]
    [InlineData(Regime.None, "analytics", "ad", "ad")]
    [InlineData(Regime.None, "advertising", "ad", "ad")]
    [InlineData(Regime.None, "analytics advertising", "ad", "ad")]
    [InlineData(Regime.Notice, Unanswered, "ad", "ad")]
    [InlineData(Regime.Notice, Nothing, "ad", "ad")]
    [InlineData(Regime.Notice, "analytics", "ad", "ad")]
    [InlineData(Regime.Notice, "advertising", "ad", "ad")]
    [InlineData(Regime.Notice, "analytics advertising", "ad", "ad")]
    [InlineData(Regime.OptIn, Unanswered, "", "")]
    [InlineData(Regime.OptIn, Nothing, "", "")]
    [InlineData(Regime.OptIn, "analytics", "a", "a")]
    [InlineData(Regime.OptIn, "advertising", "d", "d")]
    [InlineData(Regime.OptIn, "analytics advertising", "ad", "ad")]
    [InlineData(Regime.Manipulative, Unanswered, "ad", "ad")]
    [InlineData(Regime.Manipulative, Nothing, "", "")]
    [InlineData(Regime.Manipulative, "analytics", "a", "a")]
    [InlineData(Regime.Manipulative, "advertising", "d", "d")]
    [InlineData(Regime.Manipulative, "analytics advertising", "ad", "ad")]
    [InlineData(Regime.OptOut, Unanswered, "ad", "a")]
    [InlineData(Regime.OptOut, Nothing, "a", "a")]
    [InlineData(Regime.OptOut, "analytics", "a", "a")]
    [InlineData(Regime.OptOut, "advertising", "ad", "a")]
    [InlineData(Regime.OptOut, "analytics advertising", "ad", "a")]
    public void A_pixel_fires_as_its_banner_has_it(Regime regime, string answer, string fires, string firesWithSignal)
    {
        var state = answer switch
        {
            Unanswered => ConsentState.Unanswered,
            Nothing => ConsentState.Of(),
            _ => ConsentState.Of(answer.Split(' ')),
        };

        Assert.Equal(fires, Firing(gpc: false));
        Assert.Equal(firesWithSignal, Firing(gpc: true));

        string Firing(bool gpc) =>
            (ConsentRules.MayFire(regime, state, Purposes.Analytics, gpc) ? "a" : "")
            + (ConsentRules.MayFire(regime, state, Purposes.Advertising, gpc) ? "d" : "");
    }

    [Theory]
    [InlineData(Regime.None, false)]
    [InlineData(Regime.Notice, true)]
    [InlineData(Regime.OptIn, true)]
    [InlineData(Regime.Manipulative, true)]
    [InlineData(Regime.OptOut, false)]
    public void A_banner_stands_until_it_is_answered(Regime regime, bool asks)
    {
        Assert.Equal(asks, ConsentRules.MustAsk(regime, ConsentState.Unanswered));
        Assert.False(ConsentRules.MustAsk(regime, ConsentState.Of()));
    }

    [Fact]
    public void Only_known_purposes_are_ever_granted() =>
        Assert.Equal([Purposes.Analytics], ConsentState.Of("analytics", "world domination", "").Granted);
}
