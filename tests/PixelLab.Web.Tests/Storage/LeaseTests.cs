using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests.Storage;

/// <summary>What leases promise, however many labs there are.</summary>
public abstract class LeaseTests(Engine engine) : IAsyncLifetime
{
    private static readonly TimeSpan Term = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task Of_all_labs_the_first_alone_gets_what_it_takes_and_gets_it_again()
    {
        Assert.True(await Of(0).TryTakeAsync("one thing", Term));
        for (var other = 1; other < engine.Labs; other++)
        {
            Assert.False(await Of(other).TryTakeAsync("one thing", Term));
        }

        Assert.True(await Of(0).TryTakeAsync("one thing", Term));
        Assert.True(await Of(engine.Labs - 1).TryTakeAsync("another", Term));
    }

    [Fact]
    public async Task Who_holds_a_lease_goes_on_holding_it()
    {
        Assert.True(await Of(0).TryHoldAsync("one thing", Term));
        Assert.True(await Of(0).TryHoldAsync("one thing", Term));
        for (var other = 1; other < engine.Labs; other++)
        {
            Assert.False(await Of(other).TryHoldAsync("one thing", Term));
        }
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => await engine.OpenAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return engine.DisposeAsync();
    }

    private ILeases Of(int lab) => engine.Of<ILeases>(lab);
}

/// <summary>Leases of the one lab that a folder has.</summary>
public sealed class SqliteLeaseTests() : LeaseTests(new SqliteEngine());

/// <summary>Leases among labs on a Redis server.</summary>
public sealed class RedisLeaseTests() : LeaseTests(new RedisEngine());
