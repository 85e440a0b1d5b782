using PixelLab.Core.Languages;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>The words of AdNet’s ads and of its pages, but for <see cref="CampaignText"/>. They are in English alone.</summary>
internal static class AdnetPageText
{
    /// <summary>The words, by their names in <c>AdnetPageText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(AdnetPageText))];
}
