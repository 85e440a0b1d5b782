using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Events;
using PixelLab.Web.Addressing;
using PixelLab.Web.Api;
using PixelLab.Web.Features.Replay;
using PixelLab.Web.Languages;
using PixelLab.Web.Limits;
using PixelLab.Web.Live;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Classroom;

/// <summary>Rooms: opened by an instructor, joined by a code, ended with everything in them.</summary>
public static class RoomEndpoints
{
    /// <summary>The header that carries the instructor's key: never an address, which could be seen or passed on.</summary>
    public const string KeyHeader = "X-Room-Key";

    /// <summary>Maps the API, the hub and the pages.</summary>
    public static WebApplication MapClassroom(this WebApplication app)
    {
        app.MapHub<RoomHub>("/room");
        var lab = app.MapTownHost(Town.Lab.Name);
        var rooms = lab.MapGroup("/api/rooms").WithTags("Rooms").Refuses(429);
        rooms.MapPost("", OpenAsync).RequireRateLimiting(ClassroomSetup.OpenPolicy)
            .WithSummary("Opens a room; its key is told this once.").Refuses(503)
            .WithAnswer(() => new RoomMade(Example.Room, "9f2c…", Example.Address.Url(Town.Lab, SeatId.Default, $"/classroom/{Example.Room}")));
        rooms.MapGet("/{code}", LookAsync).WithSummary("What anybody with the code may know of a room before joining.").Refuses(404)
            .WithAnswer(() => new RoomGlance(Example.Room, 12, false, false, Example.At.AddHours(8)));
        rooms.MapPost("/{code}/students", JoinAsync).RequireRateLimiting(ClassroomSetup.JoinPolicy)
            .WithSummary("Joins a room, in a seat of one's own.").Refuses(403, 404).WithAnswer(() => ExampleStudent);
        rooms.MapPost("/{code}/students/back", ComeBackAsync).WithSummary("Comes back to one's seat by the words that came with it.").Refuses(404)
            .WithSent(new ComeBack(ExampleStudent.Recovery!)).WithAnswer(() => ExampleStudent with { Recovery = null });
        var taught = lab.MapTaughtRoom();
        taught.MapPost("/actions", ActAsync).Accepts<RoomAction>("application/json").RequireRateLimiting(ClassroomSetup.ActionPolicy)
            .WithSummary("Does something in a room.").Refuses(400).WithSent(new SendAction("shop", "/shoes"));
        taught.MapGet("/lessons/{slug}", ShowLesson).WithSummary("A lesson with its questions to the class and its notes for the one who teaches.")
            .WithAnswer(() => new RoomLessonView(
                "what-a-tracking-pixel-is", "What a tracking pixel is", [new PredictionView("how-many", "How many requests will there be?", ["One", "Two"])],
                [new NotesView("the-first-hit", "The first hit", ["Let them guess first."], ["how-many"])]));
        taught.MapGet("/progress", ShowProgressAsync).WithSummary("How far a room is in its lesson; nothing where it has none.")
            .WithAnswer(() => new RoomProgressView(
                "what-a-tracking-pixel-is", "What a tracking pixel is", [new TaskView("first-hit", "Open a page of the shop.", 1)],
                [new StudentProgress(Example.Seat, ["first-hit"])]));
        taught.MapGet("/case", async (HttpContext context, RoomCases cases, CancellationToken cancellation) =>
                TypedResults.Ok(await cases.CountAsync(RoomGuard.Taught(context)!, cancellation)))
            .WithSummary("How the case goes in a room, as counts alone.").WithAnswer(() => new RoomCaseView(12, 9, [1, 3, 5], 6));
        taught.MapGet("/export", ExportAsync).WithSummary("One replay for each student, in one archive.").WithFile("application/zip");
        taught.MapDelete("", EndAsync).WithSummary("Ends a room and erases all that is in it.");
        // On every host: the student's strip stands on the sites' pages too.
        var seat = app.MapSeatGroup().MapGroup("/room").RequireRateLimiting(ClassroomSetup.ActionPolicy).Refuses(404, 429);
        seat.MapPost("/vote", VoteAsync).WithSummary("Answers the room's open question.").WithSent(new Vote(0));
        seat.MapPost("/answers", AnswerAsync).WithSummary("Counts for the class which answers to the questions before and after the lessons were right.")
            .WithSent(new RoundsGiven(new Dictionary<string, int> { ["quiz-1"] = 2 }, null));
        seat.MapPost("/followed", FollowAsync).WithSummary("Tells that a student has gone where everyone was sent.").WithSent(new Followed(1));
        seat.MapGet("/spotlight", ShowSpotlightAsync).WithSummary("The hit on all screens of the seat's room, without whose it is.").WithAnswer(() => Example.View);
        seat.MapDelete("", LeaveAsync).WithSummary("Leaves the room, and erases the seat.");
        app.MapClassroomPages();
        return app;
    }

    /// <summary>The group in which routes of a room's instructor are mapped.</summary>
    internal static RouteGroupBuilder MapTaughtRoom(this IEndpointRouteBuilder lab) => lab.MapGroup("/api/rooms/{code}").WithTags("Rooms")
        .AddEndpointFilter(RoomGuard.AskKeyAsync).WithHeader(KeyHeader, "The room's key.").Refuses(403, 429);

    private static StudentMade ExampleStudent { get; } =
        new(Example.Seat, "Quiet Otter", "maple-river-stone", Example.Address.Url(Town.Lab, Example.Hit.Seat, "/"));

    private static async Task<Results<Created<RoomMade>, ProblemHttpResult>> OpenAsync(
        Rooms rooms, TownRequest town, CancellationToken cancellation) =>
        await rooms.OpenAsync(cancellation) is var (room, key)
            ? TypedResults.Created(
                $"/api/rooms/{room.Code}", new RoomMade(room.Code, key, town.Address.Url(Town.Lab, SeatId.Default, $"/classroom/{room.Code}")))
            : TypedResults.Problem(ClassroomText.Text["Refused.Rooms"], statusCode: 503);

    private static async Task<Results<Ok<RoomGlance>, ProblemHttpResult>> LookAsync(HttpContext context, string code, Rooms rooms, RoomGuard guard)
    {
        var (room, refused) = await EnterAsync(context, code, rooms, guard);
        return room is null
            ? refused!
            : TypedResults.Ok(new RoomGlance(room.Code, room.Students.Count, IsFull(room), room.IsClosed, room.Ends));
    }

    /// <summary>The room of a code that somebody typed, or why not: there is none, or there were too many tries.</summary>
    private static async Task<(Room? Room, ProblemHttpResult? Refused)> EnterAsync(HttpContext context, string code, Rooms rooms, RoomGuard guard)
    {
        if (guard.IsBarred(Guessed.Code, context))
        {
            return (null, RoomGuard.TooMany());
        }

        if (await rooms.FindAsync(code) is { } room)
        {
            return (room, null);
        }

        guard.WasWrong(Guessed.Code, context);
        return (null, NoRoom());
    }

    private static async Task<Results<Ok<StudentMade>, ProblemHttpResult>> JoinAsync(
        HttpContext context, string code, Rooms rooms, RoomGuard guard, RoomActions actions, TownRequest town, TimeProvider time,
        CancellationToken cancellation)
    {
        var (room, refused) = await EnterAsync(context, code, rooms, guard);
        if (room is null)
        {
            return refused!;
        }

        var recovery = RoomNames.NewRecovery();
        Student? student = null;
        Room? joined = null;
        var seat = SeatId.New();
        Room? Add(Room old)
        {
            if (old.IsClosed || IsFull(old))
            {
                return null;
            }

            var name = RoomNames.NewName(old.Students.Select(other => other.Name).ToHashSet());
            student = new Student(seat, name, Room.Hash(recovery), time.GetUtcNow());
            return old with { Students = [.. old.Students, student] };
        }

        await rooms.InOrderAsync(
            room.Code,
            async _ =>
            {
                joined = await rooms.ChangeAsync(room.Code, Add, CancellationToken.None);
                if (joined is not null)
                {
                    await actions.CatchUpAsync(joined, seat);
                }
            },
            cancellation);
        if (joined is null || student is null)
        {
            // Asked anew, for it may have been filled, closed or ended just now.
            return await rooms.FindAsync(code) is not { } now ? NoRoom() : TypedResults.Problem(
                ClassroomText.Text[now.IsClosed ? "Refused.Closed" : "Refused.Full"], statusCode: 403);
        }

        return TypedResults.Ok(new StudentMade(seat.Value, student.Name, recovery, town.Address.Url(Town.Lab, seat, "/")));
    }

    private static async Task<Results<Ok<StudentMade>, ProblemHttpResult>> ComeBackAsync(
        HttpContext context, string code, ComeBack back, Rooms rooms, RoomGuard guard, TownRequest town)
    {
        var (room, refused) = await EnterAsync(context, code, rooms, guard);
        if (room is null)
        {
            return refused!;
        }

        if (guard.IsBarred(Guessed.Recovery, context))
        {
            return RoomGuard.TooMany();
        }

        var hash = back.Recovery is { Length: > 0 and <= 100 } words ? Room.Hash(string.Join('-', words.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))) : "";
        if (room.Students.FirstOrDefault(student => student.RecoveryHash == hash) is { } found)
        {
            return TypedResults.Ok(new StudentMade(found.Seat.Value, found.Name, null, town.Address.Url(Town.Lab, found.Seat, "/")));
        }

        guard.WasWrong(Guessed.Recovery, context);
        return TypedResults.Problem(ClassroomText.Text["Refused.Back"], statusCode: 404);
    }

    /// <summary>A lesson with its questions and notes. They stand in the lesson's file, but students' pages do not show them.</summary>
    private static Results<Ok<RoomLessonView>, NotFound> ShowLesson(string slug, RoomLessons lessons) =>
        lessons.Find(slug) is { } lesson ? TypedResults.Ok(lessons.View(lesson)) : TypedResults.NotFound();

    private static async Task<Results<Ok<RoomProgressView>, NoContent>> ShowProgressAsync(
        HttpContext context, RoomLessons lessons, CancellationToken cancellation)
    {
        var room = RoomGuard.Taught(context)!;
        return lessons.Find(room.Lesson) is { } lesson
            ? TypedResults.Ok(await lessons.ProgressAsync(room, lesson, cancellation))
            : TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ActAsync(
        HttpContext context, RoomActions actions, CancellationToken cancellation) =>
        await ReadActionAsync(context) is not { } action
            ? TypedResults.Problem(ClassroomText.Text["Refused.Action"], statusCode: 400)
            : await actions.TakeAsync(RoomGuard.Taught(context)!, action, cancellation) is { } fault
                ? TypedResults.Problem(fault, statusCode: 400)
                : TypedResults.NoContent();

    /// <summary>The action that was sent; null where it is none. Read here, since one that says not what to do would be taken for a fault of the lab's.</summary>
    private static async Task<RoomAction?> ReadActionAsync(HttpContext context)
    {
        try
        {
            return context.Request.HasJsonContentType() ? await context.Request.ReadFromJsonAsync<RoomAction>(context.RequestAborted) : null;
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private static async Task<NoContent> EndAsync(HttpContext context, Rooms rooms, CancellationToken cancellation)
    {
        await rooms.EndAsync(RoomGuard.Taught(context)!.Code, cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>One replay for each student, in one archive.</summary>
    private static PushStreamHttpResult ExportAsync(HttpContext context, IEventReader log, TownRequest town)
    {
        var room = RoomGuard.Taught(context)!;
        var cancellation = context.RequestAborted;
        return TypedResults.Stream(
            async output =>
            {
                // An archive writes in its own way, which a response does not take; the file beside it goes by itself.
                await using var kept = new FileStream(
                    Path.GetTempFileName(), FileMode.Truncate, FileAccess.ReadWrite, FileShare.None, 65_536, FileOptions.DeleteOnClose);
                await using (var archive = await ZipArchive.CreateAsync(kept, ZipArchiveMode.Create, leaveOpen: true, null, cancellation))
                {
                    foreach (var student in room.Students)
                    {
                        await using var file = await archive.CreateEntry($"{student.Name}.json").OpenAsync(cancellation);
                        await ReplayFile.WriteAsync(file, ReplayEndpoints.EventsAsync(log, student.Seat, town.Address, cancellation), cancellation);
                    }
                }

                kept.Position = 0;
                await kept.CopyToAsync(output, cancellation);
            },
            "application/zip",
            $"pixellab-room-{room.Code}.zip");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> VoteAsync(
        SeatId seat, Vote vote, Rooms rooms, CancellationToken cancellation)
    {
        if (await rooms.OfSeatAsync(seat) is not { } room)
        {
            return NoRoom();
        }

        var after = await rooms.ChangeAsync(
            room.Code,
            old => old.Poll is { } poll && vote.Option >= 0 && vote.Option < poll.Options.Count && old.Find(seat) is not null
                ? old with { Poll = poll with { Votes = new Dictionary<string, int>(poll.Votes) { [seat.Value] = vote.Option } } }
                : null,
            cancellation);
        return after is not null
            ? TypedResults.NoContent()
            : TypedResults.Problem(ClassroomText.Text["Refused.Vote"], statusCode: 400);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> AnswerAsync(
        SeatId seat, RoundsGiven given, Rooms rooms, RoomLessons lessons, CancellationToken cancellation)
    {
        if (await rooms.OfSeatAsync(seat) is not { } room)
        {
            return NoRoom();
        }

        Round[] rounds = lessons.Questions is { } questions ? [.. RoomRounds.Judge(seat, given, questions)] : [];
        await rooms.ChangeAsync(room.Code, old => RoomRounds.With(old, seat, rounds), cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> FollowAsync(
        SeatId seat, Followed followed, Rooms rooms, CancellationToken cancellation)
    {
        if (await rooms.OfSeatAsync(seat) is not { } room)
        {
            return NoRoom();
        }

        await rooms.ChangeAsync(
            room.Code,
            old => old.Sent is { } sent && followed.Number <= sent.Number && followed.Number > old.Followed.GetValueOrDefault(seat.Value)
                ? old with { Followed = new Dictionary<string, int>(old.Followed) { [seat.Value] = followed.Number } }
                : null,
            cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<EventView>, ProblemHttpResult>> ShowSpotlightAsync(
        HttpContext context, SeatId seat, Rooms rooms, IEventReader log, CookieJars jars, TownRequest town, CancellationToken cancellation) =>
        await rooms.OfSeatAsync(seat) is { Spotlight: { } spot } && await log.FindAsync(spot.Seat, spot.Event, cancellation) is Hit hit
            ? TypedResults.Ok(ClassPrivacy.Of(EventViews.Whole(
                hit, town.Address, PageLanguage.Of(context), isOwn: false, jarOf: await jars.OfHitsAsync(spot.Seat, [hit], cancellation))))
            : TypedResults.Problem(ClassroomText.Text["Refused.NoSpotlight"], statusCode: 404);

    private static async Task<Results<NoContent, ProblemHttpResult>> LeaveAsync(
        SeatId seat, Rooms rooms, CancellationToken cancellation)
    {
        if (await rooms.OfSeatAsync(seat) is null)
        {
            return NoRoom();
        }

        await rooms.LeaveAsync(seat, cancellation);
        return TypedResults.NoContent();
    }

    private static bool IsFull(Room room) => room.Students.Count >= RoomLimits.Students;

    private static ProblemHttpResult NoRoom() =>
        TypedResults.Problem(ClassroomText.Text["Refused.NoRoom"], statusCode: 404);
}
