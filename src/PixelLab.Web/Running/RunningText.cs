using PixelLab.Core.Languages;

namespace PixelLab.Web.Running;

/// <summary>What the terminal is told beside the log: of commands, of what stops a start. It is in English alone.</summary>
internal static class RunningText
{
    /// <summary>The words, by their names in <c>RunningText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(RunningText))];
}
