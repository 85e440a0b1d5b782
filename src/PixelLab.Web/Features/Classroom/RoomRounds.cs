using PixelLab.Core.Events;
using PixelLab.Web.Features.Lessons.Reading;

namespace PixelLab.Web.Features.Classroom;

/// <summary>What a student answered to the questions that are asked before the lessons and after.</summary>
/// <param name="Before">The places of the answers in the file, by the questions’ names; nothing where they were not given.</param>
/// <param name="After">The same, of the second time.</param>
public sealed record RoundsGiven(IReadOnlyDictionary<string, int>? Before = null, IReadOnlyDictionary<string, int>? After = null);

/// <summary>What a student knew one of the two times. What was chosen is not kept.</summary>
/// <param name="Seat">Whose it is.</param>
/// <param name="IsAfter">Whether it is the second time.</param>
/// <param name="Known">A letter for each question: <c>1</c> where the answer was right, <c>0</c> where not, <c>-</c> where there was none.</param>
public sealed record Round(SeatId Seat, bool IsAfter, string Known);

/// <summary>How many of a class knew what, before the lessons and after.</summary>
/// <param name="Before">Of each question, the first time.</param>
/// <param name="After">Of each question, the second time.</param>
/// <param name="Compared">How many students answered both times.</param>
/// <param name="Improved">How many of these knew more the second time.</param>
public sealed record RoundsView(IReadOnlyList<KnownBy> Before, IReadOnlyList<KnownBy> After, int Compared, int Improved);

/// <summary>How many knew an answer.</summary>
/// <param name="Right">So many.</param>
/// <param name="Of">Of so many.</param>
public sealed record KnownBy(int Right, int Of);

/// <summary>
/// Judges the answers of students, and counts them for the class. Students are counted only in whole threes, in the order of their answers, and
/// each time of each student once: so no number, and no change of one, tells what a single student knew.
/// </summary>
public static class RoomRounds
{
    /// <summary>What a student knew; none where nothing was answered.</summary>
    public static IEnumerable<Round> Judge(SeatId seat, RoundsGiven given, Lesson questions)
    {
        foreach (var (isAfter, answers) in new[] { (false, given.Before), (true, given.After) })
        {
            var known = string.Concat(questions.Parts.OfType<QuizPart>().Select(question => KnownOf(question, answers)));
            if (known.Any(letter => letter != '-'))
            {
                yield return new Round(seat, isAfter, known);
            }
        }
    }

    /// <summary>The room with these; null where it has them, or not the student. The first answer counts, as on the student’s own page.</summary>
    public static Room? With(Room room, SeatId seat, IEnumerable<Round> rounds)
    {
        List<Round> fresh = [.. rounds.Where(round => !room.Rounds.Any(one => one.Seat == seat && one.IsAfter == round.IsAfter))];
        return room.Find(seat) is null || fresh.Count == 0 ? null : room with { Rounds = [.. room.Rounds, .. fresh] };
    }

    /// <summary>The counts; null where there are none.</summary>
    public static RoundsView? Count(Room room)
    {
        var before = room.Rounds.Where(round => !round.IsAfter).ToList();
        var after = room.Rounds.Where(round => round.IsAfter).ToList();
        var both = ClassPrivacy.InThrees(after.Join(before, one => one.Seat, other => other.Seat, (second, first) => Gain(first.Known, second.Known)));
        var view = new RoundsView(CountOf(before), CountOf(after), both.Count, both.Count(gain => gain > 0));
        return view.Before.Concat(view.After).Any(one => one.Of > 0) ? view : null;
    }

    private static char KnownOf(QuizPart question, IReadOnlyDictionary<string, int>? answers) =>
        answers?.TryGetValue(question.Id, out var place) != true ? '-'
        : question.Options.ElementAtOrDefault(place)?.IsRight == true ? '1'
        : '0';

    private static List<KnownBy> CountOf(IReadOnlyList<Round> rounds) =>
    [
        .. Enumerable.Range(0, rounds.Select(round => round.Known.Length).DefaultIfEmpty().Max()).Select(question =>
        {
            var letters = ClassPrivacy.InThrees(rounds.Select(round => round.Known.ElementAtOrDefault(question)).Where(letter => letter is '0' or '1'));
            return new KnownBy(letters.Count(letter => letter == '1'), letters.Count);
        }),
    ];

    /// <summary>How many more of the questions answered both times were right the second time.</summary>
    private static int Gain(string first, string second) => first.Zip(second)
        .Where(pair => pair is { First: not '-', Second: not '-' }).Sum(pair => pair.Second - pair.First);
}
