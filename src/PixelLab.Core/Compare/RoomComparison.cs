using PixelLab.Core.Events;
using PixelLab.Core.Lenses;

namespace PixelLab.Core.Compare;

/// <summary>How many visitors each tracker believes a room to be, beside who was really there.</summary>
public sealed record RoomComparison
{
    /// <summary>The students of whom any hit came, in the order of the first.</summary>
    public required IReadOnlyList<SeatId> Students { get; init; }

    /// <summary>The browsers they used: each kind of browser of each student.</summary>
    public required int Browsers { get; init; }

    /// <summary>The addresses that they came from.</summary>
    public required int Addresses { get; init; }

    /// <summary>The hits.</summary>
    public required long Hits { get; init; }

    /// <summary>What each tracker believes, in the order of <see cref="Lens"/>.</summary>
    public required IReadOnlyList<RoomLens> Lenses { get; init; }
}

/// <summary>What one tracker believes of a room.</summary>
public sealed record RoomLens
{
    /// <summary>The tracker.</summary>
    public required Lens Lens { get; init; }

    /// <summary>How many visitors it counts.</summary>
    public required int Visitors { get; init; }

    /// <summary>Of all pairs of hits that it takes for one visitor's, the share that is one student's, 0 to 1.</summary>
    public required double Right { get; init; }

    /// <summary>Of all pairs of hits of one student, the share that it takes for one visitor's, 0 to 1.</summary>
    public required double Found { get; init; }

    /// <summary>What it makes of each student, in the order of <see cref="RoomComparison.Students"/>.</summary>
    public required IReadOnlyList<StudentSeen> Students { get; init; }

    /// <summary>The visitors it believes in, those that are several students first; bounded.</summary>
    public required IReadOnlyList<BelievedVisitor> Shown { get; init; }

    /// <summary>How many students it knows: all their hits are one visitor's, and no other student's is.</summary>
    public int Known => Students.Count(student => student is { Visitors: 1, Others: 0 });

    /// <summary>How many it mixes up with others.</summary>
    public int Mixed => Students.Count(student => student.Others > 0);

    /// <summary>How many it takes for several visitors.</summary>
    public int Split => Students.Count(student => student.Visitors > 1);

    /// <summary>How many it has never seen, or cannot put down to anybody.</summary>
    public int Unseen => Students.Count(student => student.Visitors == 0);
}

/// <summary>What a tracker makes of one student.</summary>
/// <param name="Visitors">For how many visitors it takes the student; 0 where it never saw them, or cannot put their hits down to anybody.</param>
/// <param name="Others">With how many other students it mixes the student up.</param>
public sealed record StudentSeen(int Visitors, int Others);

/// <summary>Somebody a tracker believes to be one visitor.</summary>
/// <param name="Students">Who it really is, as places in the list of students; bounded.</param>
/// <param name="More">How many students more it is.</param>
/// <param name="IsSomebody">Whether the tracker means one visitor by it; else a remainder that could be anybody's.</param>
/// <param name="Hits">The hits that it counts to it.</param>
public sealed record BelievedVisitor(IReadOnlyList<int> Students, int More, bool IsSomebody, long Hits);
