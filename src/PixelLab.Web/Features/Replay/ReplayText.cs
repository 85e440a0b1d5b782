using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Replay;

/// <summary>The words of the page that gives events as a file and takes them back, and why it takes one not.</summary>
internal static class ReplayText
{
    private static readonly WordFile File = new(typeof(ReplayText));

    /// <summary>The words, by their names in <c>ReplayText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
