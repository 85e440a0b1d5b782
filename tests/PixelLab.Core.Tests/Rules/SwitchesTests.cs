using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Core.Rules;

namespace PixelLab.Core.Tests.Rules;

public sealed class SwitchesTests
{
    [Theory]
    [InlineData("regime.shop", "opt_in", true)]
    [InlineData("regime.clinic", "", true)]
    [InlineData("regime.shop", "OPT_IN", false)]
    [InlineData("regime.shop", "martial_law", false)]
    [InlineData("regime.mars", "none", false)]
    [InlineData("regime.", "none", false)]
    [InlineData("policy.omit.shop", "adnet", true)]
    [InlineData("policy.omit.clinic", "postbox", false)]
    [InlineData("policy.omit.shop", "", true)]
    [InlineData("referrer.pixel", "unsafe-url", true)]
    [InlineData("referrer.page", "", true)]
    [InlineData("referrer.page", "no-referrer\r\nX-Evil: 1", false)]
    [InlineData("blocker", "on", true)]
    [InlineData("blocker", "perhaps", false)]
    [InlineData("links.strip", "off", true)]
    [InlineData("mail.client", "relay", true)]
    [InlineData("mail.client", "pigeon", false)]
    [InlineData("", "", false)]
    [InlineData("drop tables", "on", false)]
    public void A_switch_takes_its_own_values_and_no_others(string name, string value, bool takes) =>
        Assert.Equal(takes, Switches.Take(name, value));

    [Fact]
    public void Rules_are_bounded()
    {
        Assert.True(Switches.Take(SettingNames.BlockerRules, new string('a', TextLimits.BlockerRules)));
        Assert.False(Switches.Take(SettingNames.BlockerRules, new string('a', TextLimits.BlockerRules + 1)));
    }

    [Fact]
    public void The_last_word_on_a_switch_counts_and_a_snapshot_stays()
    {
        var settings = new SeatSettings().AddAll([Turned("regime.shop", "opt_in")]);
        var before = settings.Snapshot();

        settings.AddAll([Turned("regime.shop", ""), Turned("blocker", "on"), Turned("theme", "dark")]);

        Assert.Equal(Regime.OptIn, before.RegimeOf("shop"));
        Assert.Equal(Regime.None, settings.RegimeOf("shop"));
        Assert.Equal(["blocker"], settings.Turned);
    }

    [Fact]
    public void The_lesson_that_was_put_away_is_known_until_one_is_opened()
    {
        var settings = new SeatSettings().AddAll([Turned("lesson", "how-it-works")]);
        Assert.Equal("", settings.LessonAway);

        settings.AddAll([Turned("lesson", ""), Turned("lesson", "")]);
        Assert.Equal("how-it-works", settings.LessonAway);
        Assert.Equal("how-it-works", settings.Snapshot().LessonAway);

        settings.AddAll([Turned("lesson", "the-law")]);
        Assert.Equal("", settings.LessonAway);
    }

    private static Core.Events.SettingChanged Turned(string name, string value) =>
        new() { At = BuiltHit.Noon, Name = name, Value = value };
}
