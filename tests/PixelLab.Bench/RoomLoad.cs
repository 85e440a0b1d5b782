using System.Globalization;
using System.Text.Json;

namespace PixelLab.Bench;

/// <summary>
/// What an instructor does with a class of 300, and what each student's page is told of it: a hit on the wall, a question that all answer,
/// the answers shown, everybody sent and gone, pages held, somebody who leaves the roster.
/// </summary>
internal sealed class RoomLoad(RoomOfTheBench room, IReadOnlyList<Strip> strips, Strip console, CancellationToken cancellation)
{
    private const int MostMessages = 2;
    private const int MostCharacters = 2_000;

    private bool _kept = true;

    /// <summary>Does all that, and prints what it cost a student; whether a question stayed within its bound.</summary>
    public async Task<bool> RunAsync()
    {
        var hit = await room.FirstHitAsync(room.Seats[0]);
        await DoAsync("a hit on the wall", () => room.ActAsync(new { @do = "spotlight", seat = room.Seats[0], @event = hit }), view => view.TryGetProperty("spotlight", out _));
        await DoAsync(
            "a question, all answer",
            async () =>
            {
                await room.ActAsync(new { @do = "ask", question = "How many companies were told?", options = (string[])["Nobody", "One", "Two or more"] });
                await ShowAsync(view => view.TryGetProperty("poll", out _));
                await Parallel.ForEachAsync(room.Seats, cancellation, async (seat, _) => await room.PostAsync(seat, "vote", new { option = 1 }));
            },
            view => view.GetProperty("poll").TryGetProperty("own", out _),
            isBound: true);
        await DoAsync("its answers shown", () => room.ActAsync(new { @do = "show_answers" }), view => view.GetProperty("poll").TryGetProperty("counts", out _));
        await DoAsync("the question ended", () => room.ActAsync(new { @do = "end_poll" }), view => !view.TryGetProperty("poll", out _));
        await DoAsync(
            "everybody sent, and gone",
            async () =>
            {
                await room.ActAsync(new { @do = "send", host = "shop", path = "/" });
                await ShowAsync(view => view.TryGetProperty("sent", out _));
                await Parallel.ForEachAsync(room.Seats, cancellation, async (seat, _) => await room.PostAsync(seat, "followed", new { number = 1 }));
            },
            view => !view.TryGetProperty("sent", out _));
        await DoAsync("pages held", () => room.ActAsync(new { @do = "freeze" }), view => view.GetProperty("isFrozen").GetBoolean());
        await DoAsync("pages let go", () => room.ActAsync(new { @do = "resume" }), view => !view.GetProperty("isFrozen").GetBoolean());
        await DoAsync("nobody more let in", () => room.ActAsync(new { @do = "close" }), _ => true);
        return _kept;
    }

    private async Task DoAsync(string what, Func<Task> act, Func<JsonElement, bool> looks, bool isBound = false)
    {
        var before = strips.Select(strip => (strip.Messages, strip.Characters)).ToList();
        var (consoleMessages, consoleCharacters) = (console.Messages, console.Characters);
        await act();
        await ShowAsync(looks);
        var told = strips.Zip(before, (strip, then) => (Messages: strip.Messages - then.Messages, Characters: strip.Characters - then.Characters)).ToList();
        var (messages, characters) = (told.Max(one => one.Messages), told.Max(one => one.Characters));
        var within = !isBound || (messages <= MostMessages && characters <= MostCharacters);
        _kept &= within;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-25} a student at most {messages} messages, {characters:n0} characters{(isBound ? $" (bound: {MostMessages}, {MostCharacters:n0})" : "")}; all {told.Sum(one => one.Characters) / 1e6:n2} MB; console {console.Messages - consoleMessages} messages, {(console.Characters - consoleCharacters) / 1e6:n2} MB"));
    }

    private Task ShowAsync(Func<JsonElement, bool> looks) => Task.WhenAll(strips.Select(strip => strip.ShowsAsync(looks, cancellation)));
}
