namespace PixelLab.Core.Rules;

/// <summary>The values of the switch by which the story of a shoe is told (<see cref="SettingNames.Story"/>).</summary>
public static class StoryRounds
{
    /// <summary>A shoe, the newspaper, the question why.</summary>
    public const string Walk = "walk";

    /// <summary>The same with the lab's blocker on.</summary>
    public const string Stopped = "stopped";
}
