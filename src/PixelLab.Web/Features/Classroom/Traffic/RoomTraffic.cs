using System.Security.Cryptography;
using System.Text.Json.Serialization;
using PixelLab.Core.Events;
using PixelLab.Core.Population;
using PixelLab.Web.Addressing;
using PixelLab.Web.Features.Population;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Features.Classroom.Traffic;

/// <summary>What an instructor wants of simulated people.</summary>
/// <param name="People">How many.</param>
/// <param name="PerSecond">How many requests a second they make together.</param>
/// <param name="Minutes">For how long.</param>
public sealed record TrafficWanted(int People, int PerSecond, int Minutes)
{
    /// <summary>Why this cannot be had, as a sentence; null where it can.</summary>
    [JsonIgnore]
    public string? Problem => People is < 1 or > RoomLimits.SimulatedPeople || PerSecond is < 1 or > RoomLimits.SimulatedPerSecond || Minutes is < 1 or > RoomLimits.SimulatedMinutes
        ? ClassroomText.Text["Traffic.Bounds", RoomLimits.SimulatedPeople, RoomLimits.SimulatedPerSecond, RoomLimits.SimulatedMinutes]
        : null;
}

/// <summary>
/// Lets simulated people walk through the town in a seat of a room's own: real requests at a gentle rate, marked as simulated.
/// Whether they walk stands in the room, so that any node can stop them; they end with their time, with the room, or with the
/// server (<see cref="TrafficWatch"/> tells the room of that), and nothing of them outlasts the room.
/// </summary>
public sealed partial class RoomTraffic(Rooms rooms, RealWalk walk, IEventWriter log, ILeases leases, TimeProvider time, ILogger<RoomTraffic> logger)
    : IHostedService, IDisposable
{
    /// <summary>What the seat is called in roster and stream.</summary>
    public const string Name = "Simulated people";

    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Dictionary<string, Task> _running = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Begins; null when it has, or why it cannot, in words for the instructor.</summary>
    public async Task<string?> StartAsync(Room room, TrafficWanted wanted, TownAddress town, CancellationToken cancellation)
    {
        if (wanted.Problem is { } problem)
        {
            return problem;
        }

        if (IsBusy())
        {
            return ClassroomText.Text["Traffic.Busy"];
        }

        var now = time.GetUtcNow();
        var traffic = new ExtraTraffic(
            RandomNumberGenerator.GetHexString(16, lowercase: true), wanted.People, wanted.PerSecond, now.AddMinutes(wanted.Minutes));

        // Known here before the room says it, so that the watch never takes it for somebody's who was killed.
        var beginning = new TaskCompletionSource();
        Note(traffic, beginning.Task);
        try
        {
            await TrafficWatch.HoldAsync(leases, traffic);
            var after = await rooms.ChangeAsync(
                room.Code,
                old => old.Traffic is { } already && already.Until > now ? null : WithSeat(old, now) with { Traffic = traffic },
                cancellation);
            if (after?.Students.FirstOrDefault(student => student.IsSimulated) is not { } seat)
            {
                return ClassroomText.Text["Traffic.Already"];
            }

            Note(traffic, Task.Run(() => RunAsync(after.Code, seat.Seat, traffic, town), CancellationToken.None));
            return null;
        }
        finally
        {
            beginning.SetResult();
        }
    }

    /// <summary>Stops them. What they did stays until the room ends or is reset.</summary>
    public Task StopAsync(Room room, CancellationToken cancellation) =>
        rooms.ChangeAsync(room.Code, old => old.Traffic is null ? null : old with { Traffic = null }, cancellation);

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        Task[] left;
        lock (_gate)
        {
            left = [.. _running.Values];
        }

        // How a walk ended concerns nobody any more, and the server's other parts have their own end to come to.
        await Task.WhenAll(left).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc />
    public void Dispose() => _stopping.Cancel();

    /// <summary>Whether this lab lets them walk.</summary>
    internal bool IsRunning(ExtraTraffic traffic)
    {
        lock (_gate)
        {
            return _running.TryGetValue(traffic.Run, out var task) && !task.IsCompleted;
        }
    }

    private void Note(ExtraTraffic traffic, Task running)
    {
        lock (_gate)
        {
            _running[traffic.Run] = running;
        }
    }

    private bool IsBusy()
    {
        lock (_gate)
        {
            foreach (var ended in _running.Where(one => one.Value.IsCompleted).Select(one => one.Key).ToList())
            {
                _running.Remove(ended);
            }

            return _running.Count >= RoomLimits.SimulatedRooms;
        }
    }

    /// <summary>Nobody can come back to that seat by words: none are known.</summary>
    private static Room WithSeat(Room room, DateTimeOffset now) => room.Students.Any(student => student.IsSimulated)
        ? room
        : room with
        {
            Students = [.. room.Students, new Student(SeatId.New(), Name, Room.Hash(RandomNumberGenerator.GetHexString(32)), now, IsSimulated: true)],
        };

    private async Task RunAsync(string code, SeatId seat, ExtraTraffic traffic, TownAddress town)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        using var over = new CancellationTokenSource(traffic.Until - time.GetUtcNow(), time);
        await using var atEnd = over.Token.UnsafeRegister(_ => end.Cancel(), null);
        var watching = WatchAsync(code, seat, traffic, end);
        try
        {
            while (true)
            {
                await WalkAsync(seat, traffic, town, end.Token);
            }
        }
        catch (Exception) when (end.IsCancellationRequested)
        {
            // They were stopped, or their time is over; whatever a last request ran into.
        }
        finally
        {
            await end.CancelAsync();
            await watching;
            await TakeOutAsync(code, seat, traffic);
        }
    }

    /// <summary>Nobody walks any more: the room says so, and where it is gone, so is what they did.</summary>
    private async Task TakeOutAsync(string code, SeatId seat, ExtraTraffic traffic)
    {
        try
        {
            await rooms.ChangeAsync(code, old => old.Traffic?.Run == traffic.Run ? old with { Traffic = null } : null, CancellationToken.None);
            if (rooms.Find(code)?.Find(seat) is null)
            {
                // The room went while a last request was on its way.
                await log.EraseAsync(seat, CancellationToken.None);
            }
        }
        catch (EventLogException)
        {
            // The store is away. When it is back, the watch finds that nobody walks.
        }
    }

    /// <summary>One crowd, until it has gone through all its days. A request that fails ends its walk, not the traffic.</summary>
    private async Task WalkAsync(SeatId seat, ExtraTraffic traffic, TownAddress town, CancellationToken end)
    {
        var plan = new PopulationPlan
        {
            People = traffic.People,
            Days = PopulationPlan.MostDays,
            Seed = RandomNumberGenerator.GetInt32(int.MaxValue),
        };
        try
        {
            await walk.WalkAsync(plan, town, seat, new Progress<double>(), traffic.PerSecond, end);
        }
        catch (Exception failure) when (!end.IsCancellationRequested)
        {
            WalkFailed(logger, failure);
            await Task.Delay(Breath, time, end);
        }
    }

    /// <summary>Ends the traffic when the room has no more of it, or is no more.</summary>
    private async Task WatchAsync(string code, SeatId seat, ExtraTraffic traffic, CancellationTokenSource end)
    {
        try
        {
            await foreach (var room in rooms.WatchAsync(code, end.Token))
            {
                if (room.Traffic?.Run != traffic.Run || room.Find(seat) is null)
                {
                    break;
                }
            }

            await end.CancelAsync();
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // It has ended otherwise.
        }
    }

    [LoggerMessage(EventId = 1, EventName = "SimulatedWalkFailed", Level = LogLevel.Warning, Message = "A walk of simulated people in a room broke off; another begins")]
    private static partial void WalkFailed(ILogger logger, Exception failure);
}
