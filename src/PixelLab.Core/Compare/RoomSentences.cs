using PixelLab.Core.Languages;
using PixelLab.Core.Lenses;

namespace PixelLab.Core.Compare;

/// <summary>What happened to a room in each tracker's eyes, in plain sentences.</summary>
public static class RoomSentences
{
    private static Words Words => Language.Asked[ComparingText.Words];

    /// <summary>The truth, in a sentence.</summary>
    public static string Truth(RoomComparison room) => room.Students.Count == 0
        ? Words["Room.Nobody"]
        : Words["Room.Truth", Students(room.Students.Count), Words.Count("Room.Browsers", room.Browsers), Hits(room.Hits), Words.Count("Room.Addresses", room.Addresses)];

    /// <summary>What a tracker made of the room, and why.</summary>
    public static string Of(RoomComparison room, RoomLens lens) => room.Students.Count == 0 ? "" : Language.Asked.Sentences(Parts(room, lens));

    private static IEnumerable<string> Parts(RoomComparison room, RoomLens lens)
    {
        var students = Students(room.Students.Count);
        var who = Words[$"Room.Who.{lens.Lens}"];
        if (lens.Known == room.Students.Count)
        {
            yield return Words["Room.Knew", who, students];
            yield break;
        }

        yield return Words[
            GoesByAddress(lens.Lens) && lens.Mixed > 0 && room.Addresses == 1 ? "Room.Took.Address" : "Room.Took", who, students, Words.Count("Room.Visitors", lens.Visitors)];
        if (lens.Mixed > 0)
        {
            yield return Words[$"Room.Mixed.{lens.Lens}", Students(lens.Mixed)];
        }

        if (lens.Split > 0)
        {
            yield return Words.Count($"Room.Split.{lens.Lens}", lens.Split);
        }

        if (lens.Unseen > 0)
        {
            yield return Words.Count($"Room.Unseen.{lens.Lens}", lens.Unseen);
        }

        if (lens.Shown.Where(visitor => !visitor.IsSomebody && visitor.Students.Count > 1).Sum(visitor => visitor.Hits) is > 0 and var anybody)
        {
            yield return Words["Room.Anybody", Hits(anybody)];
        }
    }

    private static bool GoesByAddress(Lens lens) => lens switch
    {
        Lens.PixelOnly => true,
        Lens.CookieOnly or Lens.Both => false,
    };

    private static string Students(int count) => Words.Count("Room.Students", count);

    private static string Hits(long count) => Words.Count("Room.Hits", count);
}
