using PixelLab.Core.Languages;
using PixelLab.Core.Settings;
using PixelLab.Web.Classroom;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>What an instructor can switch for everyone, in words.</summary>
public sealed class RoomSwitchTests
{
    [Fact]
    public void Every_switch_and_every_value_has_words_and_there_is_no_word_that_nobody_says()
    {
        var said = RoomSwitches.All.Select(one => one.Name)
            .Concat(RoomSwitches.All
                .Where(one => one.Name is not (SettingNames.PixelReferrer or SettingNames.PageReferrer))
                .SelectMany(one => one.Choices.Select(choice => $"{one.Name}.{choice.Value}")))
            .Append("Turned");
        Assert.Equal(said.Order(StringComparer.Ordinal), RoomSwitchText.Words.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void How_a_switch_stands_is_said_in_the_language_of_the_page()
    {
        var language = new Language("vo", file => file == RoomSwitchText.Words.Name
            ? new Dictionary<string, string> { ["Turned"] = "{1} = {0}", ["blocker"] = "Stöp" }
            : null);
        Assert.Equal("On = Stöp", RoomSwitches.InWords("blocker", "on", language));
        Assert.Equal("The lab’s blocker: On", RoomSwitches.InWords("blocker", "on", Language.English));
        Assert.Equal("Referrer policy of the pages: origin", RoomSwitches.InWords("referrer.page", "origin", Language.English));
    }
}
