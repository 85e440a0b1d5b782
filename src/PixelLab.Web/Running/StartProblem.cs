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

    private const string AnotherAddress = "Choose another one: --urls http://localhost:5090";
    private const string AnotherFolder = "Choose another folder with PixelLab__DataDirectory.";

    /// <summary>The words for a failure, or null for one that is a fault of the lab's own.</summary>
    public static string? InWords(Exception failure) => failure switch
    {
        TargetInvocationException { InnerException: { } inner } => InWords(inner),
        AggregateException several => several.InnerExceptions.Select(InWords).ToList() is var each && each.Contains(null)
            ? null
            : string.Join(Environment.NewLine, each.Distinct()),

        OptionsValidationException wrong => string.Join(Environment.NewLine, wrong.Failures.Select(Plain)),
        InvalidOperationException { InnerException: FormatException or ArgumentException } unreadable => unreadable.Message,
        InvalidOperationException { Source: Logging } => $"What is set under Logging cannot be read: {Ended(failure)} Levels are Trace, Debug, Information, Warning, Error, Critical and None.",
        InvalidDataException { InnerException: { } inner } unreadable when unreadable.Message.StartsWith("Failed to load configuration", StringComparison.Ordinal) =>
            $"{Ended(unreadable)} {Ended(inner.GetBaseException())} Mend the file, or move it away.",
        InvalidDataException unreadable => unreadable.Message,

        IOException { InnerException: AddressInUseException } =>
            "The port is already in use. Perhaps the lab is running already; otherwise choose another one: --urls http://localhost:5090",
        FormatException when failure.Message.StartsWith("Invalid url", StringComparison.Ordinal) =>
            $"{Ended(failure)} An address to listen on begins with http:// and ends with a port: --urls http://localhost:5090",
        ArgumentOutOfRangeException { ParamName: "port" } => $"There is no such port: they go from 1 to 65535. {AnotherAddress}",
        InvalidOperationException { Source: Server } when failure.Message.Contains("HTTPS", StringComparison.Ordinal) =>
            "For https the lab needs a certificate. Name one with Kestrel__Certificates__Default__Path and __Password, or let a proxy do https as the "
            + "guide to deploying tells, or listen without it: --urls http://localhost:5080",
        InvalidOperationException { Source: Server } => $"The lab cannot listen as it is told: {Ended(failure)} {AnotherAddress}",
        CryptographicException =>
            $"The certificate cannot be read: {Ended(failure)} Correct what is set under Kestrel: the file, its password, or its key.",
        _ when Refusal(failure) is { } refusal => InWords(refusal),

        DataFolderException unusable when File.Exists(unusable.Folder) => $"The data folder {unusable.Folder} is a file. {AnotherFolder}",
        DataFolderException unusable => $"The data folder {unusable.Folder} cannot be used: {Ended(unusable)} {AnotherFolder}",
        SqliteException { SqliteErrorCode: SqliteBusy } =>
            "Another lab is running with the same event log. Perhaps it is the one you want; otherwise choose another folder with PixelLab__DataDirectory.",
        SqliteException => $"The event log cannot be opened: {Ended(failure)} {AnotherFolder}",
        EventLogException => $"{Ended(failure)} {Ended(failure.GetBaseException())} {AnotherFolder}",
        RedisUnfitException => failure.Message,
        RedisException or RedisTimeoutException =>
            "The Redis server that PixelLab:Redis:Configuration names has gone away while the lab started. Start the lab again.",

        IOException or UnauthorizedAccessException =>
            $"A file or a folder that the lab needs cannot be used: {Ended(failure)} Correct the setting that names it, or who may use it; "
            + "where the events are kept is said by PixelLab__DataDirectory.",
        OutOfMemoryException => "This machine has not enough memory left for the lab. End other programs, and start it again.",
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
            "The system does not let this account listen on that port; those below 1024 are usually the administrator's. Choose a higher one: --urls http://localhost:5080",
        SocketError.AddressNotAvailable =>
            "This machine does not have the address that the lab is to listen on. --urls http://localhost:5080 is this machine alone, --urls http://0.0.0.0:5080 every address that it has.",
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData =>
            "Nobody knows the host name that the lab is to listen on. Name an address of this machine, or take --urls http://localhost:5080",
        _ => $"The system does not let the lab listen there: {Ended(new SocketException((int)refusal))} {AnotherAddress}",
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
