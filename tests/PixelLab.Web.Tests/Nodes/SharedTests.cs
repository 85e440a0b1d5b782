using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests.Nodes;

/// <summary>What labs on one Redis share besides events and rooms.</summary>
public sealed class SharedTests
{
    [Fact]
    public async Task What_one_lab_protects_another_can_read()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var first = Lab(redis);
        var closed = Protector(first).Protect("for all labs");
        await using var second = Lab(redis);
        Assert.NotEqual("for all labs", closed);
        Assert.Equal("for all labs", Protector(second).Unprotect(closed));
    }

    [Fact]
    public async Task Of_several_labs_the_first_alone_gets_what_it_claims_and_gets_it_again()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var first = Lab(redis);
        await using var second = Lab(redis);
        var memory = TimeSpan.FromMinutes(10);
        Assert.True(await Claims(first).TryTakeAsync("one thing", memory));
        Assert.False(await Claims(second).TryTakeAsync("one thing", memory));
        Assert.True(await Claims(first).TryTakeAsync("one thing", memory));
        Assert.True(await Claims(second).TryTakeAsync("another", memory));
    }

    private static IClaims Claims(WebApplication lab) => lab.Services.GetRequiredService<IClaims>();

    private static IDataProtector Protector(WebApplication lab) =>
        lab.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static WebApplication Lab(RedisProcess redis)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(redis.Settings.Select(one => KeyValuePair.Create("PixelLab:" + one.Name, (string?)one.Value)));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddStorage();
        return builder.Build();
    }
}
