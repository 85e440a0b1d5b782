using PixelLab.Core.Events;
using PixelLab.Core.Rules;
using PixelLab.Core.Story;
using PixelLab.Web.Addressing;
using PixelLab.Web.Features.Rules;
using PixelLab.Web.Features.Story;
using PixelLab.Web.Limits;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Classroom;

/// <summary>A student's answer to the open question.</summary>
/// <param name="Option">The chosen answer, by its place.</param>
public sealed record Vote(int Option);

/// <summary>A student's page has gone where everyone was sent.</summary>
/// <param name="Number">The number of the sending.</param>
public sealed record Followed(int Number);

/// <summary>Carries out what instructors do.</summary>
public sealed class RoomActions(Rooms rooms, RoomLessons lessons, IEventReader reader, IEventWriter writer, SeatReadings readings, TimeProvider time) : IGivenSwitches
{
    private const int MostText = 300;
    private const int MostPath = 500;
    private const int MostOptions = 10;

    /// <summary>How often a student who comes in is given switches that were turned just then; an instructor does not turn faster.</summary>
    private const int MostCatchUps = 5;

    private const string LessonPath = "/lessons/";

    /// <summary>Carries out an action.</summary>
    /// <returns>Null when it is done, or why it cannot be done, in words for the instructor.</returns>
    public Task<string?> TakeAsync(Room room, RoomAction action, CancellationToken cancellation) => action switch
    {
        SendAction send => SendAsync(room, send, cancellation),
        SpotlightAction spotlight => SpotlightAsync(room, spotlight, cancellation),
        DimAction => SetAsync(room, old => old with { Spotlight = null }, cancellation),
        FreezeAction => SetAsync(room, old => old with { IsFrozen = true }, cancellation),
        ResumeAction => SetAsync(room, old => old with { IsFrozen = false }, cancellation),
        CloseAction => SetAsync(room, old => old with { IsClosed = true }, cancellation),
        OpenAction => SetAsync(room, old => old with { IsClosed = false }, cancellation),
        LessonAction lesson => ChooseLessonAsync(room, lesson, cancellation),
        AskAction ask => AskAsync(room, ask, cancellation),
        AskAgainAction => SetPollAsync(
            room, poll => poll with { Before = poll.Count(), Votes = new Dictionary<string, int>(), ShowsAnswers = false }, cancellation),
        ShowAnswersAction => SetPollAsync(room, poll => poll with { ShowsAnswers = true }, cancellation),
        HideAnswersAction => SetPollAsync(room, poll => poll with { ShowsAnswers = false }, cancellation),
        EndPollAction => SetAsync(room, old => old with { Poll = null }, cancellation),
        SwitchAction turn => SwitchAsync(room, turn, cancellation),
        StoryAction story => TellAsync(room, story, cancellation),
        ResetAction => ResetAsync(room, cancellation),
        RemoveAction remove => RemoveAsync(room, remove, cancellation),
        RemoveAbsentAction => RemoveAbsentAsync(room, cancellation),
        _ => throw new InvalidOperationException($"Nobody carries out {action.GetType().Name}."),
    };

    private async Task<string?> SetAsync(Room room, Func<Room, Room?> change, CancellationToken cancellation)
    {
        await rooms.ChangeAsync(room.Code, change, cancellation);
        return null;
    }

    private async Task<string?> SendAsync(Room room, SendAction action, CancellationToken cancellation)
    {
        if (Town.Find(action.Host) is not { } found
            || action.Path is not { Length: > 0 and <= MostPath } path || path[0] != '/' || path.StartsWith("//", StringComparison.Ordinal))
        {
            return ClassroomText.Text["Refused.Place"];
        }

        // Who sends a class to a lesson is in that lesson.
        var lesson = found == Town.Lab && path.StartsWith(LessonPath, StringComparison.Ordinal)
            ? lessons.Find(path[LessonPath.Length..].Split('#', '?')[0])?.Slug
            : null;
        await OpenForAllAsync(room, lesson);
        return await SetAsync(
            room,
            old => old with { Sent = new SentTo(found.Name, path, (old.Sent?.Number ?? 0) + 1), Lesson = lesson ?? old.Lesson },
            cancellation);
    }

    private async Task<string?> ChooseLessonAsync(Room room, LessonAction action, CancellationToken cancellation)
    {
        var slug = lessons.Find(action.Lesson)?.Slug;
        if (slug is null && action.Lesson.Length > 0)
        {
            return ClassroomText.Text["Refused.Lesson"];
        }

        await OpenForAllAsync(room, slug);
        return await SetAsync(room, old => old with { Lesson = slug }, cancellation);
    }

    /// <summary>What a class did before it came to a lesson is not done for that lesson, also by those who follow it on the wall alone.</summary>
    private async Task OpenForAllAsync(Room room, string? lesson)
    {
        var at = time.GetUtcNow();
        LabEvent[] opened =
        [
            .. room.People.Where(_ => lesson is not null)
                .Select(student => new SettingChanged { At = at, Seat = student.Seat, Name = SettingNames.Lesson, Value = lesson! }),
        ];
        if (opened.Length > 0)
        {
            await writer.AppendAsync(opened, CancellationToken.None);
        }
    }

    private Task<string?> SetPollAsync(Room room, Func<Poll, Poll> change, CancellationToken cancellation) =>
        SetAsync(room, old => old.Poll is { } poll ? old with { Poll = change(poll) } : null, cancellation);

    private async Task<string?> SpotlightAsync(Room room, SpotlightAction action, CancellationToken cancellation)
    {
        if (!SeatId.TryParse(action.Seat, out var seat) || room.Find(seat) is null
            || await reader.FindAsync(seat, action.Event, cancellation) is not Hit)
        {
            return ClassroomText.Text["Refused.Hit"];
        }

        var field = action.Field is { Length: > 0 and <= MostText } named ? named : null;
        return await SetAsync(room, old => old with { Spotlight = new Spotlight(seat, action.Event, field, (old.Spotlight?.Number ?? 0) + 1) }, cancellation);
    }

    private async Task<string?> AskAsync(Room room, AskAction action, CancellationToken cancellation)
    {
        var prediction = lessons.FindPrediction(action.Lesson, action.Prediction);
        if (prediction is null && action.Prediction is not null)
        {
            return ClassroomText.Text["Refused.Prediction"];
        }

        var asked = prediction?.Options ?? action.Options;
        var options = asked?.Select(option => option.Trim()).Where(option => option.Length > 0).ToList() ?? [];
        if ((prediction?.Question ?? action.Question)?.Trim() is not { Length: > 0 and <= MostText } question
            || options.Count is < 2 or > MostOptions || options.Exists(option => option.Length > MostText))
        {
            return ClassroomText.Text["Refused.Question", MostOptions, MostText];
        }

        var from = prediction is null ? null : new LessonQuestion(action.Lesson!, prediction.Id);
        return await SetAsync(
            room, old => old with { Poll = new Poll(question, options, false, new Dictionary<string, int>(), From: from) }, cancellation);
    }

    private async Task<string?> SwitchAsync(Room room, SwitchAction action, CancellationToken cancellation)
    {
        if (!RoomSwitches.Take(action.Name, action.Value))
        {
            return ClassroomText.Text["Refused.Switch"];
        }

        await rooms.InOrderAsync(room.Code, now => TurnForAllAsync(now, action.Name, action.Value), cancellation);
        return null;
    }

    /// <summary>
    /// Tells everyone the story, and sends them to where it stands; who comes later is sent there too. At its end nobody is sent on, and the blocker that
    /// it turned on for whoever tried “make it stop” stands again as the room has it.
    /// </summary>
    private async Task<string?> TellAsync(Room room, StoryAction action, CancellationToken cancellation)
    {
        var isEnd = action.Round?.Length == 0;
        if (!isEnd && action.Round != StoryRounds.Walk && StoryReading.LedTo(action.Round ?? "") is null)
        {
            return ClassroomText.Text["Refused.Round"];
        }

        await rooms.InOrderAsync(
            room.Code,
            async now =>
            {
                await PutBlockersBackAsync(now, cancellation);
                await TurnForAllAsync(now, SettingNames.Story, action.Round!);
            },
            cancellation);
        var (host, path) = StoryWay.Of(StoryReading.LedTo(action.Round!) ?? StoryStep.Shoe);
        return await SetAsync(
            room,
            old => isEnd
                ? old with { Sent = null, Followed = new Dictionary<string, int>() }
                : old with { Sent = new SentTo(host.Name, path, (old.Sent?.Number ?? 0) + 1) },
            cancellation);
    }

    private async Task PutBlockersBackAsync(Room room, CancellationToken cancellation)
    {
        List<SeatId> turned = [];
        foreach (var student in room.People)
        {
            if ((await StoryEndpoints.StateAsync(student.Seat, readings, cancellation)).HasTurnedBlocker)
            {
                turned.Add(student.Seat);
            }
        }

        await TurnAsync(turned, [new(SettingNames.Blocker, room.Switches.GetValueOrDefault(SettingNames.Blocker, ""))]);
    }

    /// <summary>
    /// Turns a switch for everyone. What students are told holds by then. Whoever came in at another lab meanwhile got what the room
    /// knew before, so it is their turn after; whoever went has nothing more written about them.
    /// </summary>
    private async Task TurnForAllAsync(Room room, string name, string value)
    {
        var turned = room.Students.Select(student => student.Seat).ToHashSet();
        await TurnAsync(turned, [new(name, value)]);
        var after = await rooms.ChangeAsync(
            room.Code,
            old => old with
            {
                Switches = value.Length == 0
                    ? old.Switches.Where(one => one.Key != name).ToDictionary()
                    : new Dictionary<string, string>(old.Switches) { [name] = value },
            },
            CancellationToken.None);
        var there = after?.Students.Select(student => student.Seat).ToHashSet() ?? [];
        await TurnAsync(there.Except(turned), [new(name, value)]);
        await EraseAsync(turned.Except(there));
    }

    /// <summary>Erases what is kept of a student, and what they did in their room; what was switched for everyone holds on.</summary>
    public async Task BeginAnewAsync(SeatId seat)
    {
        // From here on there is no going back, also where whoever asked for it has gone.
        await writer.EraseAsync(seat, CancellationToken.None);
        if (await rooms.OfSeatAsync(seat) is not { } room)
        {
            return;
        }

        await rooms.InOrderAsync(
            room.Code,
            async _ =>
            {
                if (await rooms.ChangeAsync(room.Code, old => old.Forgetting(seat), CancellationToken.None) is { } after)
                {
                    await CatchUpAsync(after, seat);
                }
            },
            CancellationToken.None);
    }

    /// <summary>Gives a student who has put all switches back what is switched for everyone.</summary>
    /// <returns>Whether there is any such switch.</returns>
    public async Task<bool> GiveAgainAsync(SeatId seat)
    {
        if (await rooms.OfSeatAsync(seat) is not { Switches.Count: > 0 } room)
        {
            return false;
        }

        await rooms.InOrderAsync(room.Code, now => CatchUpAsync(now, seat), CancellationToken.None);
        return true;
    }

    /// <summary>
    /// Gives a student who has just come in what was switched for everyone before. To be done in the room's order; where another lab has
    /// turned switches meanwhile, theirs are given after.
    /// </summary>
    public async Task CatchUpAsync(Room room, SeatId seat)
    {
        IReadOnlyDictionary<string, string> given = new Dictionary<string, string>();
        for (var tries = 0; tries < MostCatchUps; tries++)
        {
            KeyValuePair<string, string>[] missing =
            [
                .. room.Switches.Except(given),
                .. given.Keys.Except(room.Switches.Keys).Select(name => KeyValuePair.Create(name, "")),
            ];
            if (missing.Length == 0)
            {
                return;
            }

            await TurnAsync([seat], missing);
            given = room.Switches;
            if (await rooms.NowAsync(room.Code) is not { } now || now.Find(seat) is null)
            {
                // The student has gone, or the room has: what was erased then is not begun anew.
                await EraseAsync([seat]);
                return;
            }

            room = now;
        }
    }

    private async Task TurnAsync(IEnumerable<SeatId> seats, IEnumerable<KeyValuePair<string, string>> switches)
    {
        var at = time.GetUtcNow();
        LabEvent[] changes =
        [
            .. from seat in seats
               from one in switches
               from name in RoomSwitches.NamesOf(one.Key)
               select new SettingChanged { At = at, Seat = seat, Name = name, Value = one.Value },
        ];
        if (changes.Length > 0)
        {
            await writer.AppendAsync(changes, CancellationToken.None);
        }
    }

    private async Task EraseAsync(IEnumerable<SeatId> seats)
    {
        foreach (var seat in seats)
        {
            await writer.EraseAsync(seat, CancellationToken.None);
        }
    }

    /// <summary>
    /// Erases before the room says that it is as it began: what is switched after that is not erased, and where an erasure fails,
    /// everything is still there to be reset again.
    /// </summary>
    private async Task<string?> ResetAsync(Room room, CancellationToken cancellation)
    {
        await rooms.InOrderAsync(
            room.Code,
            async now =>
            {
                var seats = now.Students.Select(student => student.Seat).ToList();
                await EraseAsync(seats);
                var after = await rooms.ChangeAsync(room.Code, old => old.Anew(), CancellationToken.None);

                // Whoever came in at another lab meanwhile was given switches that the room no longer has.
                await EraseAsync(after?.Students.Select(student => student.Seat).Except(seats) ?? []);
            },
            cancellation);
        return null;
    }

    private async Task<string?> RemoveAsync(Room room, RemoveAction action, CancellationToken cancellation)
    {
        if (!SeatId.TryParse(action.Seat, out var seat) || room.Find(seat) is null)
        {
            return ClassroomText.Text["Refused.Student"];
        }

        await rooms.LeaveAsync(seat, cancellation);
        return null;
    }

    /// <summary>One visitor may join many times over; who has only just joined may still be reading their words.</summary>
    private async Task<string?> RemoveAbsentAsync(Room room, CancellationToken cancellation)
    {
        var joinedBy = time.GetUtcNow() - RoomLimits.LongestWayIn;
        await rooms.TakeOutAsync(room.Code, student => student is { IsSimulated: false, HasCome: false } && student.Joined <= joinedBy, cancellation);
        return null;
    }
}
