using PixelLab.Core.Events;

namespace PixelLab.Web.Features.Lessons.Rendering;

/// <summary>
/// In which order a seat sees the answers of a quiz: another one than its neighbour, so that no place tells what is right, and always the same,
/// also after a restart and without scripts.
/// </summary>
internal static class QuizOrder
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>Two of so many questions of earlier lessons, for a reader of whom nothing is known: without scripts.</summary>
    public static IEnumerable<int> TwoOf(SeatId seat, string lesson, int count) => Of(seat, lesson, "", count).Take(2);

    /// <summary>The order in which a question's answers stand when it comes back: not the one in which they stood, so that nobody remembers a place.</summary>
    public static int[] OfRecall(SeatId seat, string lesson, string quiz, int count)
    {
        var before = Of(seat, lesson, quiz, count);
        return [.. before[1..], before[0]];
    }

    /// <summary>The places of the file, in the order in which they are shown.</summary>
    public static int[] Of(SeatId seat, string lesson, string quiz, int count)
    {
        // Not the framework's hash, which is another one each time that the lab starts.
        var state = FnvOffset;
        foreach (var c in $"{seat.Value} {lesson} {quiz}")
        {
            state = (state ^ c) * FnvPrime;
        }

        int[] order = [.. Enumerable.Range(0, count)];
        for (var i = count - 1; i > 0; i--)
        {
            // The next of splitmix64: neighbouring seeds give sequences that have nothing to do with each other.
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            var other = (int)((mixed ^ (mixed >> 31)) % (ulong)(i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }
}
