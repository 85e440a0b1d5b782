using Microsoft.AspNetCore.DataProtection;
using PixelLab.Web.Tests.Storage;

namespace PixelLab.Web.Tests.Nodes;

/// <summary>What labs on one Redis share besides events and rooms.</summary>
public sealed class SharedTests
{
    [Fact]
    public async Task What_one_lab_protects_another_can_read()
    {
        await using var redis = new RedisEngine();
        await redis.OpenAsync();
        var closed = Protector(redis, 0).Protect("for all labs");
        Assert.NotEqual("for all labs", closed);
        Assert.Equal("for all labs", Protector(redis, 1).Unprotect(closed));
    }

    private static IDataProtector Protector(Engine engine, int lab) =>
        engine.Of<IDataProtectionProvider>(lab).CreateProtector("test");
}
