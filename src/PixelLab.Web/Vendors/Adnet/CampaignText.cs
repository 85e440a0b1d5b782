using PixelLab.Core.Languages;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>The words of the page on which the learner spends a hundred euros, and of the invented people in AdNet's report.</summary>
internal static class CampaignText
{
    private static readonly WordFile File = new(typeof(CampaignText));

    /// <summary>The words, by their names in <c>CampaignText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
