using System.Net.Sockets;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Web.Storage;
using PixelLab.Web.Storage.Redis;
using StackExchange.Redis;

namespace PixelLab.Web.Running;

/// <summary>Says in plain words why the lab could not start and what to do, for the reasons a person can mend.</summary>
public static class StartProblem
{
    /// <summary>Somebody else holds the file (sqlite.org/rescode.html#busy).</summary>
    private const int SqliteBusy = 5;

    /// <summary>Who threw it, where the type alone does not tell.</summary>
    private const string Server = "Microsoft.AspNetCore.Server.Kestrel.Core";
    private const string Logging = "Microsoft.Extensions.Logging.Configuration";

    /// <summary>The words for a failure, or null for one that is a fault of the lab's own.</summary>
    public static string? InWords(Exception failure) => failure switch
    {
        TargetInvocationException { InnerException: { } inner } => InWords(inner),
        AggregateException several => several.InnerExceptions.Select(InWords).ToList() is var each && each.Contains(null)
            ? null
            : string.Join(Environment.NewLine, each.Distinct()),

        OptionsValidationException wrong => string.Join(Environment.NewLine, wrong.Failures.Select(Plain)),
        InvalidOperationException { InnerException: FormatException or ArgumentException } unreadable => unreadable.Message,
        InvalidOperationException { Source: Logging } => RunningText.Text["Start.Logging", Ended(failure)],
        InvalidDataException { InnerException: { } inner } unreadable when unreadable.Message.StartsWith("Failed to load configuration", StringComparison.Ordinal) =>
            RunningText.Text["Start.Configuration", Ended(unreadable), Ended(inner.GetBaseException())],
        InvalidDataException unreadable => unreadable.Message,

        IOException { InnerException: AddressInUseException } =>
            RunningText.Text["Start.PortInUse"],
        FormatException when failure.Message.StartsWith("Invalid url", StringComparison.Ordinal) =>
            RunningText.Text["Start.Url", Ended(failure)],
        ArgumentOutOfRangeException { ParamName: "port" } => RunningText.Text["Start.Port"],
        InvalidOperationException { Source: Server } when failure.Message.Contains("HTTPS", StringComparison.Ordinal) =>
            RunningText.Text["Start.Certificate.None"],
        InvalidOperationException { Source: Server } => RunningText.Text["Start.Server", Ended(failure)],
        CryptographicException =>
            RunningText.Text["Start.Certificate", Ended(failure)],
        _ when Refusal(failure) is { } refusal => InWords(refusal),

        DataFolderException unusable when File.Exists(unusable.Folder) => RunningText.Text["Start.Folder.File", unusable.Folder],
        DataFolderException unusable => RunningText.Text["Start.Folder", unusable.Folder, Ended(unusable)],
        SqliteException { SqliteErrorCode: SqliteBusy } =>
            RunningText.Text["Start.Folder.InUse"],
        SqliteException => RunningText.Text["Start.Log", Ended(failure)],
        EventLogException => RunningText.Text["Start.Log.Cause", Ended(failure), Ended(failure.GetBaseException())],
        RedisUnfitException => failure.Message,
        RedisException or RedisTimeoutException =>
            RunningText.Text["Start.Redis.Gone"],

        IOException or UnauthorizedAccessException =>
            RunningText.Text["Start.File", Ended(failure)],
        OutOfMemoryException => RunningText.Text["Start.Memory"],
        _ => null,
    };

    /// <summary>Why the system did not let the server listen, whichever of the addresses it was.</summary>
    private static SocketError? Refusal(Exception? failure) => failure switch
    {
        SocketException socket => socket.SocketErrorCode,
        AggregateException several => several.InnerExceptions.Select(Refusal).FirstOrDefault(refusal => refusal is not null),
        IOException wrapped => Refusal(wrapped.InnerException),
        _ => null,
    };

    private static string InWords(SocketError refusal) => refusal switch
    {
        SocketError.AccessDenied =>
            RunningText.Text["Start.Listen.Denied"],
        SocketError.AddressNotAvailable =>
            RunningText.Text["Start.Listen.NoAddress"],
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData =>
            RunningText.Text["Start.Listen.NoName"],
        _ => RunningText.Text["Start.Listen", Ended(new SocketException((int)refusal))],
    };

    private static string Ended(Exception failure) => failure.Message.TrimEnd('.') + ".";

    // The framework wraps each message: "… with the error: 'the message'."
    private static string Plain(string failure)
    {
        const string Before = "with the error: '";
        var start = failure.IndexOf(Before, StringComparison.Ordinal);
        return start < 0 ? failure : failure[(start + Before.Length)..].TrimEnd('.', '\'') + ".";
    }
}
