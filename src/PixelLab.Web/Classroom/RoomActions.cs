using PixelLab.Core.Consent;
using PixelLab.Core.Events;
using PixelLab.Core.Settings;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Classroom;

/// <summary>Something an instructor does to a room. Which members count depends on <see cref="Do"/>.</summary>
/// <param name="Do">
/// <c>send</c>, <c>spotlight</c>, <c>dim</c>, <c>freeze</c>, <c>resume</c>, <c>close</c>, <c>open</c>, <c>ask</c>, <c>show_answers</c>,
/// <c>end_poll</c>, <c>switch</c>, <c>reset</c> or <c>remove</c>.
/// </param>
/// <param name="Host">For <c>send</c>: the host of the town.</param>
/// <param name="Path">For <c>send</c>: the path on it.</param>
/// <param name="Seat">For <c>spotlight</c> and <c>remove</c>: the seat.</param>
/// <param name="Event">For <c>spotlight</c>: the hit.</param>
/// <param name="Field">For <c>spotlight</c>: the field being talked about.</param>
/// <param name="Question">For <c>ask</c>.</param>
/// <param name="Options">For <c>ask</c>.</param>
/// <param name="Name">For <c>switch</c>: the switch; <c>regime.all</c> is every site's banner.</param>
/// <param name="Value">For <c>switch</c>: its value.</param>
public sealed record RoomAction(
    string Do, string? Host, string? Path, string? Seat, long? Event, string? Field,
    string? Question, IReadOnlyList<string>? Options, string? Name, string? Value);

/// <summary>A student's answer to the open question.</summary>
/// <param name="Option">The chosen answer, by its place.</param>
public sealed record Vote(int Option);

/// <summary>A student's page has gone where everyone was sent.</summary>
/// <param name="Number">The number of the sending.</param>
public sealed record Followed(int Number);

/// <summary>Carries out what instructors do.</summary>
public sealed class RoomActions(RoomBook rooms, IEventReader reader, IEventWriter writer, TimeProvider time)
{
    private const int MostText = 300;
    private const int MostPath = 500;
    private const int MostOptions = 8;

    /// <summary>Carries out an action.</summary>
    /// <returns>Null when it is done, or why it cannot be done, in words for the instructor.</returns>
    public async Task<string?> TakeAsync(Room room, RoomAction action, CancellationToken cancellation) => action.Do switch
    {
        "send" => await SendAsync(room, action, cancellation),
        "spotlight" => await SpotlightAsync(room, action, cancellation),
        "dim" => await SetAsync(room, old => old with { Spotlight = null }, cancellation),
        "freeze" => await SetAsync(room, old => old with { IsFrozen = true }, cancellation),
        "resume" => await SetAsync(room, old => old with { IsFrozen = false }, cancellation),
        "close" => await SetAsync(room, old => old with { IsClosed = true }, cancellation),
        "open" => await SetAsync(room, old => old with { IsClosed = false }, cancellation),
        "ask" => await AskAsync(room, action, cancellation),
        "show_answers" => await SetAsync(
            room, old => old.Poll is { } poll ? old with { Poll = poll with { ShowsAnswers = true } } : null, cancellation),
        "end_poll" => await SetAsync(room, old => old with { Poll = null }, cancellation),
        "switch" => await SwitchAsync(room, action, cancellation),
        "reset" => await ResetAsync(room, cancellation),
        "remove" => await RemoveAsync(room, action, cancellation),
        _ => "There is no such action.",
    };

    private async Task<string?> SetAsync(Room room, Func<Room, Room?> change, CancellationToken cancellation)
    {
        await rooms.ChangeAsync(room.Code, change, cancellation);
        return null;
    }

    private async Task<string?> SendAsync(Room room, RoomAction action, CancellationToken cancellation)
    {
        if (action.Host is not { } host || Town.Find(host) is not { } found
            || action.Path is not { Length: > 0 and <= MostPath } path || path[0] != '/' || path.StartsWith("//", StringComparison.Ordinal))
        {
            return "Choose a place of the town; its path begins with a slash.";
        }

        return await SetAsync(
            room, old => old with { Sent = new SentTo(found.Name, path, (old.Sent?.Number ?? 0) + 1) }, cancellation);
    }

    private async Task<string?> SpotlightAsync(Room room, RoomAction action, CancellationToken cancellation)
    {
        if (!SeatId.TryParse(action.Seat, out var seat) || room.Find(seat) is null || action.Event is not { } id
            || await reader.FindAsync(seat, id, cancellation) is not Hit)
        {
            return "That hit is gone, or it is not from this room.";
        }

        var field = action.Field is { Length: > 0 and <= MostText } named ? named : null;
        return await SetAsync(room, old => old with { Spotlight = new Spotlight(seat, id, field) }, cancellation);
    }

    private async Task<string?> AskAsync(Room room, RoomAction action, CancellationToken cancellation)
    {
        var options = action.Options?.Select(option => option.Trim()).Where(option => option.Length > 0).ToList() ?? [];
        if (action.Question?.Trim() is not { Length: > 0 and <= MostText } question
            || options.Count is < 2 or > MostOptions || options.Exists(option => option.Length > MostText))
        {
            return $"A question needs two to {MostOptions} answers, each up to {MostText} letters long.";
        }

        return await SetAsync(room, old => old with { Poll = new Poll(question, options, false, new Dictionary<string, int>()) }, cancellation);
    }

    private async Task<string?> SwitchAsync(Room room, RoomAction action, CancellationToken cancellation)
    {
        if (action.Name is not { } name || action.Value is not { } value)
        {
            return "There is no such switch.";
        }

        IReadOnlyList<string> names = name == SettingNames.RegimePrefix + "all"
            ? [.. PolicyBook.Sites.Select(site => SettingNames.RegimePrefix + site)]
            : [name];
        if (!names.All(one => Switches.Take(one, value)))
        {
            return "There is no such switch, or it does not take that value.";
        }

        var at = time.GetUtcNow();
        LabEvent[] changes =
        [
            .. room.Students.SelectMany(
                _ => names, (student, one) => new SettingChanged { At = at, Seat = student.Seat, Name = one, Value = value }),
        ];
        if (changes.Length > 0)
        {
            await writer.AppendAsync(changes, cancellation);
        }

        return null;
    }

    private async Task<string?> ResetAsync(Room room, CancellationToken cancellation)
    {
        await rooms.ChangeAsync(room.Code, old => old with { Spotlight = null, Poll = null }, cancellation);
        foreach (var student in room.Students)
        {
            await writer.EraseAsync(student.Seat, cancellation);
        }

        return null;
    }

    private async Task<string?> RemoveAsync(Room room, RoomAction action, CancellationToken cancellation)
    {
        if (!SeatId.TryParse(action.Seat, out var seat) || room.Find(seat) is null)
        {
            return "That student is not in the room.";
        }

        await rooms.LeaveAsync(seat, cancellation);
        return null;
    }
}
