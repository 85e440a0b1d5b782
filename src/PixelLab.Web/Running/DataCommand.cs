using System.Globalization;
using System.Text.Json;
using PixelLab.Web.Features.Classroom;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;
using PixelLab.Web.Storage.Redis;
using PixelLab.Web.Storage.Sqlite;

namespace PixelLab.Web.Running;

/// <summary><c>check</c>, <c>backup</c> and <c>restore</c>: what whoever runs a lab does with its data folder. The lab itself is not started.</summary>
public static class DataCommand
{
    /// <summary>Whether the command line asks for one.</summary>
    public static bool IsAsked(CommandLine line) => line.Command == CommandList.Check || line.Command == CommandList.Backup || line.Command == CommandList.Restore;

    /// <summary>Does it.</summary>
    /// <returns>The exit code: 0 where all is well, else 1.</returns>
    /// <exception cref="InvalidDataException">It cannot be done; in words for whoever asks.</exception>
    public static async Task<int> RunAsync(CommandLine line, IConfiguration configuration, TextWriter output)
    {
        var options = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        var folder = options.Storage switch
        {
            StorageKind.Sqlite => new LabFolder(options.Folder),
            StorageKind.Redis => throw new InvalidDataException(
                $"This lab keeps its events on the Redis server of {RedisOptions.Section}, whose own tools do this while labs run: redis-cli --rdb FILE makes a backup, "
                + "redis-check-rdb and redis-check-aof look through its files, and to go back the file is put in its place before that server starts. "
                + "How it is with the lab is said by /healthz."),
        };
        if (line.Command == CommandList.Check)
        {
            return Check(folder, output);
        }

        if (line.Command == CommandList.Backup)
        {
            var made = await Backup.MakeAsync(folder, line.File!, line.HasFlag);
            await output.WriteLineAsync($"{line.File} holds {Told(made)}, in {Megabytes(made.Bytes)} MB. Keep it as safe as the data folder: it holds what people did, and keeps what the lab erases.");
            if (made.IsDamaged)
            {
                await output.WriteLineAsync($"A part of the journal in {folder.Path} cannot be read and is not in it. pixellab check tells more.");
            }

            return made.IsDamaged ? 1 : 0;
        }

        var restored = await new Restore(line.File!, folder, IsRoom, TimeProvider.System.GetUtcNow()).RunAsync();
        await output.WriteLineAsync(
            $"{folder.Path} holds {Told(restored)} from {line.File}. The lab can be started on it. Seats that were erased since the backup was made are there again; what is older than {options.KeepHours} hours goes at the start.");
        return 0;
    }

    private static int Check(LabFolder folder, TextWriter output)
    {
        var check = FolderCheck.Of(folder);
        foreach (var sentence in check.Found.Concat(check.Faults))
        {
            output.WriteLine(sentence);
        }

        output.WriteLine(check.Faults.Count == 0 ? "All is well." : "Not all is well.");
        return check.Faults.Count == 0 ? 0 : 1;
    }

    private static string Told(Backup backup) => $"{backup.Events} events and {backup.Rooms} rooms";

    private static string Megabytes(long bytes) => ((double)bytes / CaptureLimits.Megabyte).ToString("0.0", CultureInfo.InvariantCulture);

    private static bool IsRoom(StoredRoom stored)
    {
        try
        {
            return KeptRoom.Read(stored).Room is { Code: { } code } && code == stored.Code;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
