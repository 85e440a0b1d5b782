using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace PixelLab.Web;

/// <summary>Says in plain words why the lab could not start, for the reasons a person can mend.</summary>
internal static class StartProblem
{
    /// <summary>Somebody else holds the file (sqlite.org/rescode.html#busy).</summary>
    private const int SqliteBusy = 5;

    /// <summary>The words for a failure, or null for one that is a fault of the lab's own.</summary>
    public static string? InWords(Exception failure) => failure switch
    {
        OptionsValidationException wrong => string.Join(Environment.NewLine, wrong.Failures.Select(Plain)),
        InvalidOperationException { InnerException: FormatException or ArgumentException } unreadable => unreadable.Message,
        InvalidDataException unreadable => unreadable.Message,
        IOException { InnerException: AddressInUseException } =>
            "The port is already in use. Perhaps the lab is running already; otherwise choose another one: --urls http://localhost:5090",
        SqliteException { SqliteErrorCode: SqliteBusy } =>
            "Another lab is running with the same event log. Perhaps it is the one you want; otherwise choose another folder with PixelLab__DataDirectory.",
        RedisConnectionException or RedisTimeoutException =>
            "The Redis server that PixelLab:Redis:Configuration names does not let the lab in: " + failure.Message
            + " Start it, or correct the setting; without PixelLab__Storage=redis the lab needs none.",
        SqliteException or UnauthorizedAccessException =>
            $"The event log cannot be opened: {failure.Message} Choose another folder with PixelLab__DataDirectory.",
        _ => null,
    };

    // The framework wraps each message: "… with the error: 'the message'."
    private static string Plain(string failure)
    {
        const string Before = "with the error: '";
        var start = failure.IndexOf(Before, StringComparison.Ordinal);
        return start < 0 ? failure : failure[(start + Before.Length)..].TrimEnd('.', '\'') + ".";
    }
}
