using PixelLab.Core.Case;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Classroom;

/// <summary>How the case goes in a room, as counts alone: who has how many points, and what anybody wrote, is nobody else's.</summary>
/// <param name="Begun">How many have begun one.</param>
/// <param name="HandedIn">How many have handed one in.</param>
/// <param name="Thirds">Of whole threes of these, how many have up to a third of the points, up to two thirds, and more.</param>
/// <param name="Stopped">Of the same, how many stopped a company while the shop went on.</param>
public sealed record RoomCaseView(int Begun, int HandedIn, IReadOnlyList<int> Thirds, int Stopped);

/// <summary>Counts a room's cases.</summary>
public sealed class RoomCases(SeatReadings readings)
{
    /// <summary>How the case goes in a room.</summary>
    public async Task<RoomCaseView> CountAsync(Room room, CancellationToken cancellation)
    {
        var begun = 0;
        var closed = new List<(long At, CaseGrade Grade)>();
        foreach (var student in room.People)
        {
            var state = await readings.AskAsync(student.Seat, (CaseReading reading) => reading.State, cancellation);
            if (state.Number is not { } number)
            {
                continue;
            }

            begun++;
            if (state.Closed is { } at)
            {
                closed.Add((at, CaseGrade.Of(CaseComposer.Of(number), state)));
            }
        }

        var counted = ClassPrivacy.InThrees(closed.OrderBy(one => one.At).Select(one => one.Grade));
        return new(
            begun,
            closed.Count,
            [.. Enumerable.Range(0, 3).Select(third => counted.Count(grade => third == Math.Min(2, Math.Max(0, (grade.Points * 3) - 1) / grade.Most)))],
            counted.Count(grade => grade.Stopped == CaseGrade.MostStopped));
    }
}
