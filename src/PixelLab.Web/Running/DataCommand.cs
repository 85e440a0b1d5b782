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
                RunningText.Text["Redis", RedisOptions.Section]),
        };
        if (line.Command == CommandList.Check)
        {
            return Check(folder, output);
        }

        if (line.Command == CommandList.Backup)
        {
            var made = await Backup.MakeAsync(folder, line.File!, line.HasFlag);
            await output.WriteLineAsync(RunningText.Text["Backup", line.File, Told(made), Megabytes(made.Bytes)]);
            if (made.IsDamaged)
            {
                await output.WriteLineAsync(RunningText.Text["Backup.Damaged", folder.Path]);
            }

            return made.IsDamaged ? 1 : 0;
        }

        var restored = await new Restore(line.File!, folder, IsRoom, TimeProvider.System.GetUtcNow()).RunAsync();
        await output.WriteLineAsync(
            RunningText.Text["Restored", folder.Path, Told(restored), line.File, options.KeepHours]);
        return 0;
    }

    private static int Check(LabFolder folder, TextWriter output)
    {
        var check = FolderCheck.Of(folder);
        foreach (var sentence in check.Found.Concat(check.Faults))
        {
            output.WriteLine(sentence);
        }

        output.WriteLine(check.Faults.Count == 0 ? RunningText.Text["Well"] : RunningText.Text["NotWell"]);
        return check.Faults.Count == 0 ? 0 : 1;
    }

    private static string Told(Backup backup) => RunningText.Text["Backup.Told", backup.Events, backup.Rooms];

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
