using System.Security.Cryptography;
using System.Text;
using PixelLab.Core.Events;

namespace PixelLab.Web.Features.Classroom;

/// <summary>A student in a room.</summary>
/// <param name="Seat">The seat, which is the student's own secret.</param>
/// <param name="Name">The friendly name that the room gave.</param>
/// <param name="RecoveryHash">The hash of the words to come back by.</param>
/// <param name="Joined">When the student came in.</param>
/// <param name="IsSimulated">Whether nobody sits there: simulated people walk in this seat.</param>
/// <param name="IsToClear">Whether the student's browser has yet to forget what was before the room began anew.</param>
/// <param name="HasCome">Whether a page was opened in the seat.</param>
public sealed record Student(
    SeatId Seat, string Name, string RecoveryHash, DateTimeOffset Joined, bool IsSimulated = false, bool IsToClear = false,
    bool HasCome = false);

/// <summary>Where the instructor sends everyone.</summary>
/// <param name="Host">The host of the town.</param>
/// <param name="Path">The path on it.</param>
/// <param name="Number">Counts up, so that each sending is followed once.</param>
public sealed record SentTo(string Host, string Path, int Number);

/// <summary>One hit on all screens.</summary>
/// <param name="Seat">The seat it is from.</param>
/// <param name="Event">Its id.</param>
/// <param name="Field">The field being talked about, or null.</param>
/// <param name="Number">Counts up, so that each showing opens it on every screen.</param>
public sealed record Spotlight(SeatId Seat, long Event, string? Field, int Number = 1);

/// <summary>A question to the room.</summary>
/// <param name="Question">The question.</param>
/// <param name="Options">The answers to choose from.</param>
/// <param name="ShowsAnswers">Whether the count is shown to students too.</param>
/// <param name="Votes">The chosen option by seat.</param>
/// <param name="Before">How many chose each option when it was asked the first time; null where it was asked once.</param>
/// <param name="From">The lesson's question that it is; null for one of the instructor's own.</param>
public sealed record Poll(
    string Question, IReadOnlyList<string> Options, bool ShowsAnswers, IReadOnlyDictionary<string, int> Votes, IReadOnlyList<int>? Before = null,
    LessonQuestion? From = null)
{
    /// <summary>How many chose each option.</summary>
    public IReadOnlyList<int> Count() => [.. Options.Select((_, option) => Votes.Values.Count(vote => vote == option))];
}

/// <summary>A question of a lesson that is asked before seeing.</summary>
/// <param name="Lesson">The lesson's slug.</param>
/// <param name="Prediction">The question's name in the lesson.</param>
public sealed record LessonQuestion(string Lesson, string Prediction);

/// <summary>Simulated people who walk through the town beside the students.</summary>
/// <param name="Run">The name of this time that they walk.</param>
/// <param name="People">How many they are.</param>
/// <param name="PerSecond">How many requests a second they make together.</param>
/// <param name="Until">When they end at the latest.</param>
public sealed record ExtraTraffic(string Run, int People, int PerSecond, DateTimeOffset Until);

/// <summary>
/// The seats that one instructor teaches. A value: what changes it gives a new one, so whoever reads it sees one moment.
/// </summary>
public sealed record Room
{
    /// <summary>The code to join by.</summary>
    public required string Code { get; init; }

    /// <summary>The hash of the instructor's key; the key itself is kept by nobody but the instructor.</summary>
    public required string KeyHash { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset Opened { get; init; }

    /// <summary>When it ends by itself.</summary>
    public required DateTimeOffset Ends { get; init; }

    /// <summary>Whether it has been ended: it is there for nobody any more, but not yet all that it held has been erased.</summary>
    public bool HasEnded { get; init; }

    /// <summary>Who is in it, in the order of coming.</summary>
    public IReadOnlyList<Student> Students { get; init; } = [];

    /// <summary>Whether nobody more may join.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether the students' pages are held, so that all look to the front.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>Where everyone was sent last, or null.</summary>
    public SentTo? Sent { get; init; }

    /// <summary>The last sending that each seat has followed.</summary>
    public IReadOnlyDictionary<string, int> Followed { get; init; } = new Dictionary<string, int>();

    /// <summary>The hit on all screens, or null.</summary>
    public Spotlight? Spotlight { get; init; }

    /// <summary>The question that stands open, or null.</summary>
    public Poll? Poll { get; init; }

    /// <summary>What its students knew before the lessons and after, in the order in which they answered.</summary>
    public IReadOnlyList<Round> Rounds { get; init; } = [];

    /// <summary>The slug of the lesson that the room is in, or null.</summary>
    public string? Lesson { get; init; }

    /// <summary>The switches that were turned for everyone, for those too who come later.</summary>
    public IReadOnlyDictionary<string, string> Switches { get; init; } = new Dictionary<string, string>();

    /// <summary>The simulated people who walk now, or null.</summary>
    public ExtraTraffic? Traffic { get; init; }

    /// <summary>The room without a student: nothing in it names the seat any more.</summary>
    public Room Without(SeatId seat) => Forgetting(seat) with
    {
        Students = [.. Students.Where(student => student.Seat != seat)],
        Followed = Followed.Where(entry => entry.Key != seat.Value).ToDictionary(),
    };

    /// <summary>
    /// The room without what a student has done in it. Where everyone was sent last stays followed, or the student would be sent again.
    /// </summary>
    public Room Forgetting(SeatId seat) => this with
    {
        Spotlight = Spotlight?.Seat == seat ? null : Spotlight,
        Poll = Poll is { } poll ? poll with { Votes = poll.Votes.Where(entry => entry.Key != seat.Value).ToDictionary() } : null,
        Rounds = [.. Rounds.Where(round => round.Seat != seat)],
    };

    /// <summary>The room as it began, with those who are in it and the lesson that it is in.</summary>
    public Room Anew() => this with
    {
        Students = [.. Students.Select(student => student with { IsToClear = !student.IsSimulated })],
        Spotlight = null,
        Poll = null,
        Rounds = [],
        Sent = null,
        Followed = new Dictionary<string, int>(),
        Switches = new Dictionary<string, string>(),
    };

    /// <summary>The students who are people, in the order of coming.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<Student> People => Students.Where(student => !student.IsSimulated);

    /// <summary>The student of a seat, or null.</summary>
    public Student? Find(SeatId seat) => Students.FirstOrDefault(student => student.Seat == seat);

    /// <summary>Whether that is the instructor's key; takes the same time for every wrong one.</summary>
    public bool IsKey(string? key) => key is { Length: > 0 and <= 200 } && CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(Hash(key)), Encoding.ASCII.GetBytes(KeyHash));

    /// <summary>The hash that is kept of a secret. Secrets are drawn, not chosen, so no slow hash is needed.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
