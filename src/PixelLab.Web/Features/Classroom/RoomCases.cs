using PixelLab.Core.Case;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Classroom;

/// <summary>How the case goes in a room, as counts alone: who has how many points, and what anybody wrote, is nobody else's.</summary>
/// <param name="Begun">How many have begun one.</param>
/// <param name="HandedIn">How many have handed one in.</param>
/// <param name="Thirds">Of these, how many have up to a third of the points, up to two thirds, and more.</param>
/// <param name="Stopped">Of these, how many stopped a company while the shop went on.</param>
public sealed record RoomCaseView(int Begun, int HandedIn, IReadOnlyList<int> Thirds, int Stopped);

/// <summary>Counts a room's cases.</summary>
public sealed class RoomCases(SeatReadings readings)
{
    /// <summary>How the case goes in a room.</summary>
    public async Task<RoomCaseView> CountAsync(Room room, CancellationToken cancellation)
    {
        var (begun, handedIn, stopped, thirds) = (0, 0, 0, new int[3]);
        foreach (var student in room.People)
        {
            var state = await readings.AskAsync(student.Seat, (CaseReading reading) => reading.State, cancellation);
            if (state.Number is not { } number)
            {
                continue;
            }

            begun++;
            if (state.IsClosed)
            {
                var grade = CaseGrade.Of(CaseComposer.Of(number), state);
                handedIn++;
                stopped += grade.Stopped == CaseGrade.MostStopped ? 1 : 0;
                thirds[Math.Min(2, Math.Max(0, (grade.Points * 3) - 1) / grade.Most)]++;
            }
        }

        return new(begun, handedIn, thirds, stopped);
    }
}
