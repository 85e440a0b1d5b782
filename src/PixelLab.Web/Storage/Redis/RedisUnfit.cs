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
                $"The Redis server at {servers} does not let the lab in: the user or the password is not the right one. Correct {Setting}, for example localhost:6379,password=secret",
            _ when Says("NOPERM") =>
                $"The Redis server at {servers} does not let the lab's user do what a hit needs. Give that user all commands and the keys {{pixellab}}:*, or name another one in {Setting}.",
            _ when Says("READONLY") =>
                $"The Redis server at {servers} is a copy of another one, and takes nothing in. Name that other one in {Setting}.",
            _ when Says("unknown command", "ERR unknown", "not supported", "not allowed", "Error compiling script") =>
                $"The server at {servers} cannot run what keeps a hit, a script in Lua. Name a Redis server (6.2 or newer) in {Setting} on which EVAL is switched on.",
            _ => null,
        };
        return words is null ? null : new RedisUnfitException(words, failure);
    }

    /// <summary>What answers is no Redis server.</summary>
    internal static RedisUnfitException OfStranger(string servers) => new(
        $"What answers at {servers} is no Redis server, or one that speaks TLS alone. Correct {Setting}, with ssl=true for TLS, or start the lab without PixelLab__Storage=redis.");

    /// <summary>The server is one of several that share the keys among them.</summary>
    internal static RedisUnfitException OfCluster(string servers, int nodes) => new(
        $"The server at {servers} is one of {nodes} of a cluster, each of which has a part of all keys. The lab needs one that has them all: name another Redis server in {Setting}.");

    private static IEnumerable<Exception> Everything(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            yield return failure;
        }
    }
}
