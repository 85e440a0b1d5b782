using System.Text.Json;
using System.Text.Json.Serialization;
using PixelLab.Core.Compare;
using PixelLab.Core.Events;
using PixelLab.Core.Lenses;

namespace PixelLab.Web.Features.Classroom.Overview;

/// <summary>The trackers' views of a room, as they are sent to the page.</summary>
/// <param name="Cursor">The cursor after the newest event that is in them for certain.</param>
/// <param name="Joined">How many students are in the room.</param>
/// <param name="Simulated">Whether simulated people walk in the room; they are left out here.</param>
/// <param name="Truth">Who was really there, in a sentence.</param>
/// <param name="Browsers">The browsers of the students.</param>
/// <param name="Addresses">The addresses that they came from.</param>
/// <param name="Hits">Their hits.</param>
/// <param name="Students">The students of whom any hit came.</param>
/// <param name="Lenses">What each tracker believes.</param>
public sealed record RoomCompareView(
    Cursor Cursor,
    int Joined,
    bool Simulated,
    string Truth,
    int Browsers,
    int Addresses,
    long Hits,
    IReadOnlyList<StudentThere> Students,
    IReadOnlyList<RoomLensView> Lenses)
{
    /// <summary>A room of one student who was there, for the description of the API.</summary>
    internal static RoomCompareView Example { get; } = new(
        Api.Example.Cursor, 1, false, "One student was there.", 1, 1, 1, [new StudentThere(1, "Quiet Otter")],
        [new RoomLensView(Lens.Both, "It knows the student.", 1, 1, 0, 0, 0, 1, 1, [new StudentSeen(1, 0)], [new BelievedVisitor([0], 0, true, 1)])]);

    /// <summary>A state of the comparison for a room's instructor.</summary>
    /// <param name="room">The room.</param>
    /// <param name="state">The state.</param>
    /// <param name="cursor">The cursor after the newest event that is in it for certain.</param>
    /// <param name="isProjected">Whether names are left out.</param>
    public static RoomCompareView Of(Room room, RoomComparison state, Cursor cursor, bool isProjected)
    {
        var students = room.People.ToList();
        var places = students.Select((student, place) => (student.Seat, place)).ToDictionary(pair => pair.Seat, pair => pair.place);

        // One who has left meanwhile is nobody any more; the next state is without them.
        StudentThere There(Core.Events.SeatId seat) => places.TryGetValue(seat, out var place)
            ? new StudentThere(place + 1, isProjected ? null : students[place].Name)
            : new StudentThere(0, null);
        return new RoomCompareView(
            cursor,
            students.Count,
            students.Count < room.Students.Count,
            RoomSentences.Truth(state),
            state.Browsers,
            state.Addresses,
            state.Hits,
            [.. state.Students.Select(There)],
            [.. state.Lenses.Select(lens => RoomLensView.Of(state, lens))]);
    }
}

/// <summary>A student who was there.</summary>
/// <param name="Number">The student's place among the room's students, from 1.</param>
/// <param name="Name">The friendly name; left out where names are hidden.</param>
public sealed record StudentThere(int Number, string? Name);

/// <summary>What one tracker believes.</summary>
/// <param name="Lens">Which tracker.</param>
/// <param name="Sentence">What happened, and why.</param>
/// <param name="Visitors">How many visitors it counts.</param>
/// <param name="Known">How many students it knows, each apart from all others.</param>
/// <param name="Mixed">How many it mixes up with others.</param>
/// <param name="Split">How many it takes for several visitors.</param>
/// <param name="Unseen">How many it cannot put down to anybody.</param>
/// <param name="Right">The share of its joined pairs of hits that are one student's.</param>
/// <param name="Found">The share of a student's pairs of hits that it joined.</param>
/// <param name="Students">What it makes of each student.</param>
/// <param name="Shown">The visitors it believes in, bounded.</param>
public sealed record RoomLensView(
    Lens Lens,
    string Sentence,
    int Visitors,
    int Known,
    int Mixed,
    int Split,
    int Unseen,
    double Right,
    double Found,
    IReadOnlyList<StudentSeen> Students,
    IReadOnlyList<BelievedVisitor> Shown)
{
    /// <summary>What a tracker believes, in the form of the wire.</summary>
    public static RoomLensView Of(RoomComparison state, RoomLens lens) => new(
        lens.Lens, RoomSentences.Of(state, lens), lens.Visitors, lens.Known, lens.Mixed, lens.Split, lens.Unseen, lens.Right, lens.Found,
        lens.Students, lens.Shown);
}

/// <summary>How views of rooms are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RoomCompareView))]
public sealed partial class RoomOverviewJson : JsonSerializerContext;
