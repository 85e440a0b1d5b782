using PixelLab.Core.Languages;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>The words of AdNet’s ads and of its pages, but for <see cref="CampaignText"/>.</summary>
internal static class AdnetPageText
{
    private static readonly WordFile File = new(typeof(AdnetPageText));

    /// <summary>The words, by their names in <c>AdnetPageText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
