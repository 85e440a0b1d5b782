using PixelLab.Core.Events;
using PixelLab.Web.Languages;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Features.Classroom;

/// <summary>The room on each page of its students.</summary>
internal sealed class RoomPart(Rooms rooms) : PagePart
{
    /// <inheritdoc />
    public override Type Component => typeof(RoomStrip);

    /// <summary>
    /// Who is in a room has its strip on every page, and there whatever hit its instructor shows to all; who was in one, what has become of it.
    /// </summary>
    public override async ValueTask<IEnumerable<WordList>> WordsForAsync(SeatId seat) =>
        await rooms.OfSeatAsync(seat) is not null ? [WordList.Room, WordList.Panel] : rooms.IsOver(seat) ? [WordList.Room] : [];
}
