using PixelLab.Core.Languages;

namespace PixelLab.Web.Vendors.Broker;

/// <summary>The words of the broker’s page.</summary>
internal static class BrokerPageText
{
    private static readonly WordFile File = new(typeof(BrokerPageText));

    /// <summary>The words, by their names in <c>BrokerPageText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
