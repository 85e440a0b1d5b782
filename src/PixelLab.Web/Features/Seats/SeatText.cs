using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Seats;

/// <summary>What the API of seats refuses. They are in English alone.</summary>
internal static class SeatText
{
    /// <summary>The words, by their names in <c>SeatText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(SeatText))];
}
