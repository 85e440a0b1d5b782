using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Seats;

/// <summary>What the API of seats refuses.</summary>
internal static class SeatText
{
    private static readonly WordFile File = new(typeof(SeatText));

    /// <summary>The words, by their names in <c>SeatText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
