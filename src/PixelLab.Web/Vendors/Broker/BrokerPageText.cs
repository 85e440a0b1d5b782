using PixelLab.Core.Languages;

namespace PixelLab.Web.Vendors.Broker;

/// <summary>The words of the broker’s page. They are in English alone.</summary>
internal static class BrokerPageText
{
    /// <summary>The words, by their names in <c>BrokerPageText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(BrokerPageText))];
}
