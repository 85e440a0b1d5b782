using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PixelLab.Web.Tests;

/// <summary>What was answered stays; what was erased is gone.</summary>
public sealed class DurabilityTests
{
    [Fact]
    public async Task Every_hit_that_was_answered_is_in_the_log_once_after_the_process_was_killed_under_load_again_and_again()
    {
        await using var server = await LabProcess.StartAsync(("Limits:HitsPerMinute", "0"));
        var seat = await Seat.NewAsync(server);
        var answered = new ConcurrentQueue<string>();
        var next = 0;
        foreach (var enough in new[] { 1, 700, 2000 })
        {
            await KillUnderLoadAsync(answered.Count + enough);
            await server.StartAgainAsync();
        }

        List<string> kept = [.. (await seat.HitsAsync()).Select(hit => hit.Pairs("query").Single().Value)];
        Assert.True(answered.Count >= 2701);
        Assert.Superset(answered.ToHashSet(), kept.ToHashSet());
        Assert.Equal(kept.Count, kept.Distinct().Count());

        async Task KillUnderLoadAsync(int most)
        {
            var enough = new TaskCompletionSource();
            var load = Task.WhenAll(Enumerable.Range(0, 32).Select(_ => LoadAsync(most, enough)));
            await Task.WhenAny(enough.Task, load);
            await server.KillAsync();
            await load;
        }

        async Task LoadAsync(int most, TaskCompletionSource enough)
        {
            while (true)
            {
                var number = Interlocked.Increment(ref next).ToString(CultureInfo.InvariantCulture);
                try
                {
                    using var reply = await server.Http.GetAsync(server.Url("metrics", $"{seat.PixelPath}?n={number}"));
                    if (reply.StatusCode == HttpStatusCode.OK)
                    {
                        answered.Enqueue(number);
                    }
                }
                catch (Exception hungUp) when (hungUp is HttpRequestException or SocketException)
                {
                    // The second where the process ended between connecting and asking: the client asks for the other end's address then.
                    return;
                }

                if (answered.Count >= most)
                {
                    enough.TrySetResult();
                }
            }
        }
    }

    [Fact]
    public async Task An_erased_seat_leaves_no_byte_in_the_data_folder()
    {
        await using var server = await LabProcess.StartAsync(("Limits:HitsPerMinute", "0"));
        var erased = await Seat.NewAsync(server);
        var stays = await Seat.NewAsync(server);
        const string Marker = "marker-of-a-person-who-wants-to-be-forgotten";
        for (var i = 0; i < 200; i++)
        {
            await erased.HitAsync($"?n={Marker}{new string('x', i * 20)}");
        }

        await stays.HitAsync("?n=somebody-else-who-stays");
        Assert.True(Holds(server.Data, Marker));

        await erased.EraseAsync();
        Assert.Empty(await erased.EventsAsync());
        Assert.False(Holds(server.Data, Marker));
        Assert.True(Holds(server.Data, "somebody-else-who-stays"));
        Assert.Single(await stays.HitsAsync());

        await server.KillAsync();
        await server.StartAgainAsync();
        Assert.Empty(await erased.EventsAsync());
        Assert.False(Holds(server.Data, Marker));
    }

    [Fact]
    public async Task An_id_is_never_given_twice_even_after_everything_was_erased()
    {
        await using var server = await LabProcess.StartAsync();
        var seat = await Seat.NewAsync(server);
        await seat.HitAsync();
        await seat.HitAsync();
        var last = (await seat.HitsAsync())[^1].Id();
        await seat.EraseAsync();
        await server.KillAsync();
        await server.StartAgainAsync();
        await seat.HitAsync();
        Assert.True((await seat.OnlyHitAsync()).Id() > last);
    }

    [Fact]
    public async Task Erasing_a_seat_under_load_leaves_the_others_alone()
    {
        await using var server = await LabServer.StartAsync(("Limits:HitsPerMinute", "0"));
        var erased = await Seat.NewAsync(server);
        var stays = await Seat.NewAsync(server);
        await Task.WhenAll(Enumerable.Range(0, 3000).Select(i => (i % 2 == 0 ? erased : stays).HitAsync()));
        await Task.WhenAll(erased.EraseAsync(), Task.WhenAll(Enumerable.Range(0, 200).Select(_ => stays.HitAsync())));
        Assert.Equal(1700, (await stays.HitsAsync()).Count);
        Assert.Empty(await erased.HitsAsync());
    }

    private static bool Holds(DirectoryInfo folder, string text)
    {
        var wanted = System.Text.Encoding.ASCII.GetBytes(text);
        return folder.EnumerateFiles("*", SearchOption.AllDirectories).Any(file =>
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(wanted) >= 0;
        });
    }
}
