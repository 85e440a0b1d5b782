using PixelLab.Core.Languages;

namespace PixelLab.Core.Compare;

/// <summary>What can be tried, and how.</summary>
public static class ExperimentText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(ExperimentText));
}
