using PixelLab.Core.Languages;

namespace PixelLab.Core.Lessons.Conditions;

/// <summary>What whoever writes a condition is told of mistakes in it. It is in English alone.</summary>
public static class ConditionText
{
    /// <summary>The file that it is in.</summary>
    public static WordFile Words { get; } = new(typeof(ConditionText));

    internal static Words Text { get; } = Language.English[Words];
}
