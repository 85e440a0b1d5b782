using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Cards;

/// <summary>The words of the cards. They are in English alone.</summary>
internal static class CardText
{
    /// <summary>The words, by their names in <c>CardText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(CardText))];
}
