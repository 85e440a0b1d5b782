using PixelLab.Core.Languages;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>The words of the page on which the learner spends a hundred euros, and of the invented people in AdNet's report. They are in English alone.</summary>
internal static class CampaignText
{
    /// <summary>The words, by their names in <c>CampaignText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(CampaignText))];
}
