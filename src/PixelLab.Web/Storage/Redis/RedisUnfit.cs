namespace PixelLab.Web.Storage.Redis;

/// <summary>The server that the setting names is there, and cannot keep what the lab keeps. It will not by waiting for it.</summary>
/// <param name="words">Why, and what to do, in a sentence or two.</param>
/// <param name="cause">What the server said.</param>
public sealed class RedisUnfitException(string words, Exception? cause = null) : Exception(words, cause)
{
    private const string Setting = RedisOptions.Section + ":" + nameof(RedisOptions.Configuration);

    /// <summary>What a failure of the start says against the server; null where the server may only not be there yet, or be busy.</summary>
    internal static RedisUnfitException? Of(Exception failure, string servers)
    {
        var said = string.Join(' ', Everything(failure).Select(one => one.Message));
        bool Says(params string[] words) => words.Any(word => said.Contains(word, StringComparison.Ordinal));
        var words = true switch
        {
            _ when Says("LOADING", "BUSY ", "MASTERDOWN", "OOM ", "MISCONF") => null,
            _ when Says("NOAUTH", "WRONGPASS", "invalid password", "AUTH failed", "without any password", "authentication failure") =>
                RedisText.Text["Unfit.Password", servers, Setting],
            _ when Says("NOPERM") =>
                RedisText.Text["Unfit.Rights", servers, Setting],
            _ when Says("READONLY") =>
                RedisText.Text["Unfit.Copy", servers, Setting],
            _ when Says("unknown command", "ERR unknown", "not supported", "not allowed", "Error compiling script") =>
                RedisText.Text["Unfit.Scripts", servers, Setting],
            _ => null,
        };
        return words is null ? null : new RedisUnfitException(words, failure);
    }

    /// <summary>What answers is no Redis server.</summary>
    internal static RedisUnfitException OfStranger(string servers) => new(
        RedisText.Text["Unfit.Stranger", servers, Setting]);

    /// <summary>The server is one of several that share the keys among them.</summary>
    internal static RedisUnfitException OfCluster(string servers, int nodes) => new(
        RedisText.Text["Unfit.Cluster", servers, nodes, Setting]);

    private static IEnumerable<Exception> Everything(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            yield return failure;
        }
    }
}
