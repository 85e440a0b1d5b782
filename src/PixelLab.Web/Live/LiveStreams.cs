using System.Net;
using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Live;

/// <summary>
/// What all streams of the hubs have in common: each takes one of the places that its connection and its address have, and says by name
/// where it breaks off because the store does not answer, so that a page can say so in words.
/// </summary>
public sealed class LiveStreams(Refusals refusals) : IDisposable
{
    /// <summary>The name of the error where the store is away, which pages put into words (<c>Client/Kit/Live/hub-connection.ts</c>).</summary>
    public const string StoreAway = "store-away";

    /// <summary>The name with which the error begins where there are too many streams; pages go on trying.</summary>
    public const string TooMany = "too-many-streams";

    private const int TurnsPerSecond = 10;

    private readonly PartitionedRateLimiter<HttpContext> _pace = Sender.Steadily(ConnectionLimits.FollowedPerSecond, TurnsPerSecond);
    private readonly Places<string> _ofConnections = new(ConnectionLimits.StreamsOfConnection);
    private readonly Places<IPAddress> _ofAddresses = new(ConnectionLimits.StreamsOfAddress);

    /// <summary>The same stream, in its place.</summary>
    /// <exception cref="HubException">There is no place left, or the store does not answer.</exception>
    public async IAsyncEnumerable<T> PlaceAsync<T>(
        HubCallerContext caller, IAsyncEnumerable<T> stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var address = Sender.Of(caller.GetHttpContext()!);
        Take(_ofConnections, caller.ConnectionId, Budget.StreamsOfConnection, LiveText.Text["Refused.Streams", ConnectionLimits.StreamsOfConnection]);
        try
        {
            Take(_ofAddresses, address, Budget.StreamsOfAddress, LiveText.Text["Refused.Streams.Address", ConnectionLimits.StreamsOfAddress]);
            try
            {
                await foreach (var item in NamingStoreAway(stream, cancellation))
                {
                    yield return item;
                }
            }
            finally
            {
                _ofAddresses.GiveBack(address);
            }
        }
        finally
        {
            _ofConnections.GiveBack(caller.ConnectionId);
        }
    }

    /// <summary>Waits as long as a sender has to who was given these events, so that whoever follows much keeps nobody else from reading.</summary>
    public async Task PaceAsync(HttpContext context, IReadOnlyList<LabEvent> given, CancellationToken cancellation)
    {
        var bytes = given.Sum(one => one is Hit hit ? hit.Request.WrittenBytes : CaptureLimits.LeastBytesOfEvent);
        using var turn = await _pace.AcquireAsync(context, (int)Math.Min(bytes, ConnectionLimits.FollowedPerSecond / TurnsPerSecond), cancellation);
    }

    /// <inheritdoc />
    public void Dispose() => _pace.Dispose();

    private void Take<TKey>(Places<TKey> places, TKey whose, Budget budget, string words)
        where TKey : notnull
    {
        if (!places.TryTake(whose))
        {
            refusals.Add(budget);
            throw new HubException($"{TooMany}: {words}");
        }
    }

    private static async IAsyncEnumerable<T> NamingStoreAway<T>(IAsyncEnumerable<T> stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var items = stream.GetAsyncEnumerator(cancellation);
        while (true)
        {
            try
            {
                if (!await items.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (EventLogException)
            {
                throw new HubException(StoreAway);
            }

            yield return items.Current;
        }
    }
}
