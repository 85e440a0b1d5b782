using PixelLab.Core.Languages;
using PixelLab.Core.Rules;
using PixelLab.Web.Features.Classroom;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>What an instructor can switch for everyone, in words.</summary>
public sealed class RoomSwitchTests
{
    [Fact]
    public void Every_switch_and_every_value_has_words()
    {
        Assert.All(RoomSwitches.All, one => Assert.NotEqual(one.Name, one.Title));
        Assert.All(
            RoomSwitches.All.Where(one => one.Name is not (SettingNames.PixelReferrer or SettingNames.PageReferrer)).SelectMany(one => one.Choices),
            choice => Assert.NotEqual(choice.Value, choice.Title));
    }

    [Fact]
    public void Every_round_of_the_story_that_a_class_is_told_has_words() => Assert.All(
        [StoryRounds.Walk, .. StoryRounds.Led],
        round => Assert.DoesNotContain(round, RoomSwitches.InWords(SettingNames.Story, round, Language.English), StringComparison.Ordinal));

    [Fact]
    public void How_a_switch_stands_is_said_in_the_language_of_the_page()
    {
        var language = new Language("vo", file => file == SettingsText.Words.Name
            ? new Dictionary<string, string> { ["Turned"] = "{1} = {0}", ["Switch.blocker"] = "Stöp" }
            : null);
        Assert.Equal("On = Stöp", RoomSwitches.InWords("blocker", "on", language));
        Assert.Equal("The lab’s blocker: On", RoomSwitches.InWords("blocker", "on", Language.English));
        Assert.Equal("Referrer policy of the pages: origin", RoomSwitches.InWords("referrer.page", "origin", Language.English));
    }
}
