using System.Text.Json;
using System.Text.Json.Serialization;
using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Features.Classroom;

/// <summary>A room just opened.</summary>
/// <param name="Code">The code to join by.</param>
/// <param name="Key">The instructor's key, told this once.</param>
/// <param name="Console">The address of the console; the key is not in it.</param>
public sealed record RoomMade(string Code, string Key, string Console);

/// <summary>What anybody with the code may know of a room before joining.</summary>
/// <param name="Code">The code.</param>
/// <param name="Students">How many are in it.</param>
/// <param name="IsFull">Whether nobody more fits in.</param>
/// <param name="IsClosed">Whether the instructor lets nobody more in.</param>
/// <param name="Ends">When everything is erased at the latest.</param>
public sealed record RoomGlance(string Code, int Students, bool IsFull, bool IsClosed, DateTimeOffset Ends);

/// <summary>A student just let in, or back in.</summary>
/// <param name="Seat">The student's seat.</param>
/// <param name="Name">The friendly name.</param>
/// <param name="Recovery">The words to come back by; left out for one who came back by them.</param>
/// <param name="Lab">The address of the lab for this seat.</param>
public sealed record StudentMade(string Seat, string Name, string? Recovery, string Lab);

/// <summary>The words to come back by.</summary>
/// <param name="Recovery">The words.</param>
public sealed record ComeBack(string Recovery);

/// <summary>A room as one of its students sees it.</summary>
public sealed record StudentView
{
    /// <summary>The room's code.</summary>
    public required string Code { get; init; }

    /// <summary>The student's friendly name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the page is held.</summary>
    public required bool IsFrozen { get; init; }

    /// <summary>Whether the browser has yet to forget what was before the room began anew.</summary>
    public required bool IsToClear { get; init; }

    /// <summary>Where the instructor sends everyone, until this student has followed.</summary>
    public SendingView? Sent { get; init; }

    /// <summary>The hit on all screens.</summary>
    public SpotlightView? Spotlight { get; init; }

    /// <summary>The open question.</summary>
    public PollView? Poll { get; init; }

    /// <summary>What the instructor has switched for everyone, in words.</summary>
    public required IReadOnlyList<string> Switched { get; init; }
}

/// <summary>A sending.</summary>
/// <param name="Url">The address for this student's seat.</param>
/// <param name="Number">Its number, to be told back when it was followed.</param>
public sealed record SendingView(string Url, int Number);

/// <summary>A hit on all screens. The hit itself is asked for once, and not sent along with everything else that changes.</summary>
/// <param name="Event">The hit, by its id.</param>
/// <param name="Field">The field being talked about.</param>
/// <param name="Number">Another one each time it is put there, so that it opens again for whoever has closed it.</param>
public sealed record SpotlightView(long Event, string? Field, int Number);

/// <summary>A question, with the answers so far where they are shown.</summary>
/// <param name="Question">The question.</param>
/// <param name="Options">The answers to choose from.</param>
/// <param name="Own">The student's own choice, by its place; left out before choosing and for the instructor.</param>
/// <param name="Counts">How many chose each; left out where they are not shown.</param>
/// <param name="Before">How many chose each when it was asked before; left out where it was not, or is not shown.</param>
/// <param name="IsShown">Whether the counts are shown to students too.</param>
/// <param name="From">The lesson's question that it is; whoever has that lesson open answers there.</param>
public sealed record PollView(
    string Question, IReadOnlyList<string> Options, int? Own, IReadOnlyList<int>? Counts, IReadOnlyList<int>? Before, bool IsShown,
    LessonQuestion? From);

/// <summary>A switch that was turned for everyone.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Words">Both in words.</param>
public sealed record SwitchedView(string Name, string Value, string Words);

/// <summary>A room as its instructor sees it.</summary>
public sealed record ConsoleView
{
    /// <summary>The room's code.</summary>
    public required string Code { get; init; }

    /// <summary>The code in two halves.</summary>
    public required string Spoken { get; init; }

    /// <summary>The address to join at.</summary>
    public required string Join { get; init; }

    /// <summary>When it ends by itself.</summary>
    public required DateTimeOffset Ends { get; init; }

    /// <summary>Whether nobody more may join.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>Whether the students' pages are held.</summary>
    public required bool IsFrozen { get; init; }

    /// <summary>Who is in it.</summary>
    public required IReadOnlyList<StudentLine> Students { get; init; }

    /// <summary>How many have followed the last sending; left out where nobody was sent.</summary>
    public int? Followed { get; init; }

    /// <summary>The event on all screens, by its id.</summary>
    public long? Spotlight { get; init; }

    /// <summary>The open question.</summary>
    public PollView? Poll { get; init; }

    /// <summary>How many knew what before the lessons and after; left out where fewer than three have answered.</summary>
    public RoundsView? Rounds { get; init; }

    /// <summary>The slug of the lesson that the room is in.</summary>
    public string? Lesson { get; init; }

    /// <summary>What was switched for everyone.</summary>
    public required IReadOnlyList<SwitchedView> Switched { get; init; }

    /// <summary>The simulated people who walk now.</summary>
    public TrafficView? Traffic { get; init; }
}

/// <summary>Simulated people who walk in a room.</summary>
/// <param name="People">How many they are.</param>
/// <param name="PerSecond">How many requests a second they make together.</param>
/// <param name="Until">When they end at the latest.</param>
public sealed record TrafficView(int People, int PerSecond, DateTimeOffset Until);

/// <summary>A student in the roster.</summary>
/// <param name="Seat">The seat, by which events are told apart.</param>
/// <param name="Name">The friendly name.</param>
/// <param name="Joined">When the student came in.</param>
/// <param name="IsSimulated">Whether nobody sits there: simulated people walk in this seat.</param>
/// <param name="HasCome">Whether a page was opened in the seat.</param>
public sealed record StudentLine(string Seat, string Name, DateTimeOffset Joined, bool IsSimulated, bool HasCome);

/// <summary>Builds the views.</summary>
internal static class RoomViews
{
    /// <summary>The room for one of its students; null where the seat is not in it.</summary>
    public static StudentView? ForStudent(Room room, SeatId seat, TownAddress address, Language language) =>
        room.Find(seat) is not { } student
            ? null
            : new StudentView
            {
                Code = room.Code,
                Name = student.Name,
                IsFrozen = room.IsFrozen,
                IsToClear = student.IsToClear,
                Sent = room.Sent is { } sent && room.Followed.GetValueOrDefault(seat.Value) < sent.Number
                    ? new SendingView(address.Url(Town.Get(sent.Host), seat, sent.Path), sent.Number)
                    : null,
                Spotlight = room.Spotlight is { } spot ? new SpotlightView(spot.Event, spot.Field, spot.Number) : null,
                Poll = Poll(room.Poll, seat, room.Poll?.ShowsAnswers ?? false),
                Switched = [.. room.Switches.Select(one => RoomSwitches.InWords(one.Key, one.Value, language))],
            };

    /// <summary>The room for its instructor.</summary>
    public static ConsoleView ForConsole(Room room, TownAddress address) => new()
    {
        Code = room.Code,
        Spoken = RoomCode.Spoken(room.Code),
        Join = address.Url(Town.Lab, SeatId.Default, $"/join/{room.Code}"),
        Ends = room.Ends,
        IsClosed = room.IsClosed,
        IsFrozen = room.IsFrozen,
        Students = [.. room.Students.Select(student => new StudentLine(student.Seat.Value, student.Name, student.Joined, student.IsSimulated, student.HasCome))],
        Followed = room.Sent is { } sent
            ? room.People.Count(student => room.Followed.GetValueOrDefault(student.Seat.Value) >= sent.Number)
            : null,
        Spotlight = room.Spotlight?.Event,
        Poll = Poll(room.Poll, null, true),
        Rounds = RoomRounds.Count(room),
        Lesson = room.Lesson,
        Switched = [.. room.Switches.Select(one => new SwitchedView(one.Key, one.Value, RoomSwitches.InWords(one.Key, one.Value, Language.English)))],
        Traffic = room.Traffic is { } traffic ? new TrafficView(traffic.People, traffic.PerSecond, traffic.Until) : null,
    };

    private static PollView? Poll(Poll? poll, SeatId? seat, bool showsCounts) => poll is null
        ? null
        : new PollView(
            poll.Question, poll.Options,
            seat is { } voter && poll.Votes.TryGetValue(voter.Value, out var own) ? own : null,
            showsCounts ? poll.Count() : null,
            showsCounts ? poll.Before : null,
            poll.ShowsAnswers,
            poll.From);
}

/// <summary>What the whole lab has refused since it began, as an instructor sees it: a line for each budget that was used up.</summary>
/// <param name="Budgets">The budgets.</param>
public sealed record LabRefusalsView(IReadOnlyList<LabRefusalView> Budgets);

/// <summary>How often a budget was used up.</summary>
/// <param name="Budget">The budget, for example <c>hits_of_address</c>.</param>
/// <param name="Count">How often something was refused for it.</param>
/// <param name="Latest">When that was last.</param>
public sealed record LabRefusalView(string Budget, long Count, DateTime Latest);

/// <summary>How rooms are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RoomMade))]
[JsonSerializable(typeof(RoomGlance))]
[JsonSerializable(typeof(StudentMade))]
[JsonSerializable(typeof(ComeBack))]
[JsonSerializable(typeof(StudentView))]
[JsonSerializable(typeof(ConsoleView))]
[JsonSerializable(typeof(LabRefusalsView))]
[JsonSerializable(typeof(RoomAction))]
[JsonSerializable(typeof(Vote))]
[JsonSerializable(typeof(Followed))]
[JsonSerializable(typeof(RoundsGiven))]
[JsonSerializable(typeof(QuestionsChoice))]
[JsonSerializable(typeof(RoomLessonView))]
[JsonSerializable(typeof(RoomProgressView))]
[JsonSerializable(typeof(RoomCaseView))]
[JsonSerializable(typeof(IReadOnlyList<RoomSwitch>))]
[JsonSerializable(typeof(IReadOnlyList<LessonChoice>))]
[JsonSerializable(typeof(Traffic.TrafficWanted))]
public sealed partial class RoomJson : JsonSerializerContext;
