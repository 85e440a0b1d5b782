using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Cards;

/// <summary>The words of the cards.</summary>
internal static class CardText
{
    private static readonly WordFile File = new(typeof(CardText));

    /// <summary>The words, by their names in <c>CardText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
