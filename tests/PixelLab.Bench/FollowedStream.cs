using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace PixelLab.Bench;

/// <summary>One stream of hits as its follower gets it: which came, whether each came once and in order, and how soon.</summary>
internal sealed class FollowedStream : IAsyncDisposable
{
    private readonly HubConnection _connection;
    private readonly int _expected;
    private readonly List<double> _latencies;
    private readonly HashSet<int> _seen;
    private long _lastId;

    private FollowedStream(HubConnection connection, int expected)
    {
        _connection = connection;
        _expected = expected;
        _latencies = new(expected);
        _seen = new(expected);
    }

    /// <summary>Done when every hit has come; fails when the time is over before.</summary>
    public Task Done { get; private set; } = Task.CompletedTask;

    /// <summary>How many different hits came.</summary>
    public int Seen => _seen.Count;

    /// <summary>How many events came twice, out of order, or did not belong here.</summary>
    public int Doubled { get; private set; }

    /// <summary>Whether every hit came, once and in order.</summary>
    public bool IsSound => Seen == _expected && Doubled == 0;

    /// <summary>Begins to follow.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="hub">The hub's path.</param>
    /// <param name="method">Its method.</param>
    /// <param name="args">The method's arguments.</param>
    /// <param name="first">The number of the first hit that belongs here.</param>
    /// <param name="step">How far from one to the next.</param>
    /// <param name="hits">How many hits there are in all.</param>
    /// <param name="warm">How many of them are not timed.</param>
    /// <param name="cancellation">Ends the following.</param>
    public static async Task<FollowedStream> StartAsync(
        LabProcess lab, string hub, string method, object[] args, int first, int step, int hits, int warm, CancellationToken cancellation)
    {
        var connection = new HubConnectionBuilder().WithUrl($"http://127.0.0.1:{lab.Port}/{hub}").Build();
        await connection.StartAsync(cancellation);
        var stream = new FollowedStream(connection, (hits - first + step - 1) / step);
        stream.Done = stream.ReadAsync(connection.StreamAsyncCore<JsonElement>(method, args, cancellation), first, step, warm, cancellation);
        return stream;
    }

    /// <summary>The time from hit to client below which that part lies, in milliseconds.</summary>
    public double At(double part)
    {
        _latencies.Sort();
        return _latencies.Count == 0 ? double.PositiveInfinity : _latencies[(int)((_latencies.Count - 1) * part)];
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task ReadAsync(IAsyncEnumerable<JsonElement> events, int first, int step, int warm, CancellationToken cancellation)
    {
        try
        {
            await foreach (var one in events.WithCancellation(cancellation))
            {
                Take(one, first, step, warm);
                if (Seen == _expected)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What is missing is counted.
        }
    }

    private void Take(JsonElement one, int first, int step, int warm)
    {
        var id = one.GetProperty("id").GetInt64();
        var hit = (int)Parameter(one, "hit");
        if (id <= _lastId || (hit - first) % step != 0 || !_seen.Add(hit))
        {
            Doubled++;
            return;
        }

        _lastId = id;
        if (hit >= warm)
        {
            _latencies.Add(Stopwatch.GetElapsedTime(Parameter(one, "sent")).TotalMilliseconds);
        }
    }

    private static long Parameter(JsonElement one, string name) => long.Parse(
        one.GetProperty("query").EnumerateArray().First(pair => pair.GetProperty("name").ValueEquals(name)).GetProperty("value").GetString()!,
        CultureInfo.InvariantCulture);
}
