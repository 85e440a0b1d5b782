using PixelLab.Core.Languages;

namespace PixelLab.Web.Live;

/// <summary>What the hubs and their settings refuse.</summary>
internal static class LiveText
{
    private static readonly WordFile File = new(typeof(LiveText));

    /// <summary>The words, by their names in <c>LiveText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
