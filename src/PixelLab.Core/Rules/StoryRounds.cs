using System.Collections.Immutable;

namespace PixelLab.Core.Rules;

/// <summary>The values of the switch by which the story of a shoe is told (<see cref="SettingNames.Story"/>).</summary>
public static class StoryRounds
{
    /// <summary>A shoe, the newspaper, the question why.</summary>
    public const string Walk = "walk";

    /// <summary>The same with the lab's blocker on.</summary>
    public const string Stopped = "stopped";

    /// <summary>
    /// A class in step: the walk, led as far as each of its beats in turn. From the ad network's answer, a page without scripts that no
    /// instructor can turn, everybody goes on alone.
    /// </summary>
    public static readonly ImmutableArray<string> Led = ["led-shoe", "led-news", "led-why"];
}
