using PixelLab.Core.Lenses;
using PixelLab.Core.Reports.Sheets;

namespace PixelLab.Core.Compare;

/// <summary>What happened to a room in each tracker's eyes, in plain sentences.</summary>
public static class RoomSentences
{
    /// <summary>The truth, in a sentence.</summary>
    public static string Truth(RoomComparison room) => room.Students.Count == 0
        ? "Nobody’s browser has sent a hit yet."
        : $"{Students(room.Students.Count)} with {ReportText.Count(room.Browsers, "browser")} sent {Hits(room.Hits)} from {ReportText.Count(room.Addresses, "address", "addresses")}.";

    /// <summary>What a tracker made of the room, and why.</summary>
    public static string Of(RoomComparison room, RoomLens lens) => room.Students.Count == 0 ? "" : string.Join(" ", Parts(room, lens));

    private static IEnumerable<string> Parts(RoomComparison room, RoomLens lens)
    {
        var students = room.Students.Count;
        if (lens.Known == students)
        {
            yield return $"{Who(lens.Lens)} knew each of {Students(students)} and took nobody for somebody else.";
            yield break;
        }

        var lead = $"{Who(lens.Lens)} took {Students(students)} for {ReportText.Count(lens.Visitors, "visitor")}";
        yield return GoesByAddress(lens.Lens) && lens.Mixed > 0 && room.Addresses == 1
            ? lead + ", since the whole class has one address."
            : lead + ".";
        if (lens.Mixed > 0)
        {
            yield return Mixed(lens);
        }

        if (lens.Split > 0)
        {
            yield return Split(lens);
        }

        if (lens.Unseen > 0)
        {
            yield return Unseen(lens);
        }

        if (lens.Shown.Where(visitor => !visitor.IsSomebody && visitor.Students.Count > 1).Sum(visitor => visitor.Hits) is > 0 and var anybody)
        {
            yield return $"{Hits(anybody)} could be anybody’s: they brought no cookie, and several browsers in the room look like theirs.";
        }
    }

    private static string Mixed(RoomLens lens) => lens.Lens switch
    {
        Lens.PixelOnly => $"{Students(lens.Mixed)} cannot be told from somebody else: same address, same kind of browser, same language.",
        Lens.CookieOnly => $"{Students(lens.Mixed)} look like somebody else: they share a browser, and so its cookie.",
        Lens.Both => $"{Students(lens.Mixed)} look like somebody else: they share a browser, logged in at the shop as the same person, or hits without a cookie were put down to whoever looked like them.",
    };

    private static string Split(RoomLens lens)
    {
        var lead = lens.Split == 1 ? "1 student looks like several visitors" : $"{lens.Split} students look like several visitors each";
        return lead + lens.Lens switch
        {
            Lens.PixelOnly => ": they changed their browser, its language or their address, or a new day began.",
            Lens.CookieOnly => ": their browser kept no cookie or cleared it, or they used several browsers.",
            Lens.Both => ": some of their hits brought a cookie, others none, or another one.",
        };
    }

    private static string Unseen(RoomLens lens) => lens.Lens switch
    {
        Lens.CookieOnly => $"{Students(lens.Unseen)} {WasNever(lens.Unseen)} seen: no pixel that works with cookies was loaded.",
        Lens.PixelOnly or Lens.Both => $"{Students(lens.Unseen)} cannot be put down to any visitor.",
    };

    private static bool GoesByAddress(Lens lens) => lens switch
    {
        Lens.PixelOnly => true,
        Lens.CookieOnly or Lens.Both => false,
    };

    private static string WasNever(int count) => count == 1 ? "was never" : "were never";

    private static string Who(Lens lens) => lens switch
    {
        Lens.PixelOnly => "Pixels without cookies",
        Lens.CookieOnly => "Cookies alone",
        Lens.Both => "Both together",
    };

    private static string Students(int count) => ReportText.Count(count, "student");

    private static string Hits(long count) => ReportText.Count((int)Math.Min(count, int.MaxValue), "hit");
}
