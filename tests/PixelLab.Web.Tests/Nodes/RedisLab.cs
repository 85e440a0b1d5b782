namespace PixelLab.Web.Tests.Nodes;

/// <summary>One lab for all tests of a class, which keeps everything on a Redis server of its own.</summary>
public sealed class RedisLab : SharedLab
{
    private RedisProcess? _redis;

    /// <inheritdoc />
    public override Task<string> RoomsAsKeptAsync() => _redis!.RoomsAsync();

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_redis is not null)
        {
            await _redis.DisposeAsync();
        }
    }

    private protected override async ValueTask<(string Name, string Value)[]> SettingsAsync() =>
        (_redis = await RedisProcess.StartAsync()).Settings;
}
