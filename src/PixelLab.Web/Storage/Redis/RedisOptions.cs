using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace PixelLab.Web.Storage.Redis;

/// <summary>Which Redis server the labs share (configuration section <c>PixelLab:Redis</c>).</summary>
public sealed class RedisOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "PixelLab:Redis";

    /// <summary>Where it is, in the form of StackExchange.Redis: <c>host:port,password=…,defaultDatabase=1</c>.</summary>
    public string Configuration { get; init; } = "localhost:6379";
}

/// <summary>Reads the setting before anything connects. What it says never holds the text itself, which may hold a password.</summary>
internal sealed class RedisOptionsCheck : IValidateOptions<RedisOptions>
{
    private const string Key = RedisOptions.Section + ":" + nameof(RedisOptions.Configuration);

    public ValidateOptionsResult Validate(string? name, RedisOptions options)
    {
        try
        {
            return ConfigurationOptions.Parse(options.Configuration).EndPoints.Count > 0
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(RedisText.Text["Wrong.NoServer", Key]);
        }
        catch (ArgumentException)
        {
            return ValidateOptionsResult.Fail(RedisText.Text["Wrong.Unreadable", Key]);
        }
    }
}
