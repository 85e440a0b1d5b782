namespace PixelLab.Web.Limits;

/// <summary>How many rooms there are, and how much is in one, and in a seat.</summary>
public static class RoomLimits
{
    /// <summary>The most rooms of a lab.</summary>
    public const int Rooms = 200;

    /// <summary>The most students in a room.</summary>
    public const int Students = 300;

    /// <summary>The most messages in a seat's inbox.</summary>
    public const int Messages = 60;

    /// <summary>The most simulated people in a room.</summary>
    public const int SimulatedPeople = 50;

    /// <summary>The most requests a second that they make together.</summary>
    public const int SimulatedPerSecond = 10;

    /// <summary>The longest time that they walk, in minutes.</summary>
    public const int SimulatedMinutes = 30;

    /// <summary>The most rooms of a server with simulated people at once.</summary>
    public const int SimulatedRooms = 5;

    /// <summary>How long a room stands that nobody has come into, so that rooms which nobody uses keep out no class.</summary>
    public static readonly TimeSpan LongestEmpty = TimeSpan.FromMinutes(30);

    /// <summary>How long after joining a student who has opened no page yet is still on the way in.</summary>
    public static readonly TimeSpan LongestWayIn = TimeSpan.FromMinutes(1);

    /// <summary>How long a room stands at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
}
