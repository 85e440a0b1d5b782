using Microsoft.AspNetCore.DataProtection;
using PixelLab.Core.Events;
using PixelLab.Web.Tests.Storage;

namespace PixelLab.Web.Tests.Nodes;

/// <summary>What labs on one Redis share besides events and rooms.</summary>
public sealed class SharedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_lab_protects_another_can_read()
    {
        await using var redis = new RedisEngine();
        await redis.OpenAsync();
        var closed = Protector(redis, 0).Protect("for all labs");
        Assert.NotEqual("for all labs", closed);
        Assert.Equal("for all labs", Protector(redis, 1).Unprotect(closed));
    }

    [Fact]
    public async Task Where_the_servers_log_is_replaced_by_a_longer_one_every_follower_at_every_lab_begins_anew()
    {
        await using var redis = new RedisEngine();
        await redis.OpenAsync();
        await redis.Of<IEventWriter>(0).AppendAsync([KeptVisit.Of("old", DateTimeOffset.UtcNow)], Cancellation);
        var followers = (from lab in Enumerable.Range(0, redis.Labs)
                         from seat in new SeatId?[] { KeptVisit.Seat, null }
                         select redis.Of<IEventReader>(lab).FollowAsync(seat, default, Cancellation).GetAsyncEnumerator(Cancellation)).ToList();
        foreach (var follower in followers)
        {
            Assert.True(await follower.MoveNextAsync());
            Assert.Single(follower.Current.Events);
        }

        var old = redis.Of<IEventReader>(0).End;
        await redis.ReplaceAsync(1000);
        await redis.Of<IEventWriter>(1).AppendAsync([KeptVisit.Of("new", DateTimeOffset.UtcNow)], Cancellation);
        foreach (var follower in followers)
        {
            Assert.True(await follower.MoveNextAsync());
            Assert.True(follower.Current.IsAnew);
            while (follower.Current.Events.Count == 0)
            {
                Assert.True(await follower.MoveNextAsync());
            }

            Assert.Equal("new", Assert.IsType<Visit>(Assert.Single(follower.Current.Events)).Title);
            await follower.DisposeAsync();
        }

        Assert.False(await redis.Of<IEventReader>(0).HoldsAsync(old, Cancellation));
        Assert.Equal(1001, redis.Of<IEventReader>(0).LastId);
    }

    private static IDataProtector Protector(Engine engine, int lab) =>
        engine.Of<IDataProtectionProvider>(lab).CreateProtector("test");
}
