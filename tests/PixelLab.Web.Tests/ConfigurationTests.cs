namespace PixelLab.Web.Tests;

/// <summary>A value that cannot be right stops the start and names its key.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("Limits:HitsPerMinute", "-1")]
    [InlineData("Limits:HitsPerMinute", "many")]
    [InlineData("KeepHours", "0")]
    [InlineData("KeepHours", "forever")]
    [InlineData("Storage", "nonsense")]
    [InlineData("Addressing:Mode", "Sideways")]
    [InlineData("Addressing:BaseHost", "Not A Host")]
    [InlineData("Addressing:VendorBaseHost", "http://vendors.example")]
    [InlineData("Addressing:SandboxBaseHost", "pages.example:80")]
    [InlineData("Addressing:TrustedProxies:0", "next door")]
    public async Task A_wrong_value_stops_the_start_with_its_key(string key, string value)
    {
        var (exitCode, words) = await LabProcess.FailToStartAsync((key, value));
        Assert.NotEqual(0, exitCode);
        var named = key.EndsWith(":0", StringComparison.Ordinal) ? key[..^2] : key;
        Assert.Contains("PixelLab:" + named, words, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:6379,nonsense=1", "cannot be read")]
    [InlineData("", "cannot be read")]
    [InlineData("password=hush", "names no server")]
    public async Task Without_its_redis_the_lab_says_so_and_what_to_do(string redis, string why)
    {
        var (exitCode, words) = await LabProcess.FailToStartAsync(("Storage", "redis"), ("Redis:Configuration", redis));
        Assert.NotEqual(0, exitCode);
        Assert.Contains("PixelLab:Redis:Configuration", words, StringComparison.Ordinal);
        Assert.Contains(why, words, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Port_mode_wants_a_port_it_can_count_from()
    {
        var (exitCode, words) = await LabProcess.FailToStartAsync(("Addressing:Mode", "Port"));
        Assert.NotEqual(0, exitCode);
        Assert.Contains("PixelLab:Addressing:Mode", words, StringComparison.Ordinal);
    }
}
