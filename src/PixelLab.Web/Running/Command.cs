using PixelLab.Web.Features.Lessons.Checking;

namespace PixelLab.Web.Running;

/// <summary>What the program does instead of running the lab, as <c>--help</c> tells it.</summary>
/// <param name="Words">What the command line begins with.</param>
/// <param name="TakesFile">Whether the name of a file follows.</param>
/// <param name="Flag">An option of its own that takes no value; null where it has none.</param>
/// <param name="TakesInput">Whether <c>-</c> stands for the standard input in place of a file.</param>
public sealed record Command(string Words, bool TakesFile = false, string? Flag = null, bool TakesInput = false)
{
    /// <summary>What <c>--help</c> behind the command tells of it; empty where it has no more to tell.</summary>
    public string More { get; init; } = "";

    /// <summary>What it does.</summary>
    public string What => RunningText.Text[$"Command.{Words}"];

    /// <summary>How it is written.</summary>
    public string Usage => $"pixellab {Words}{(TakesFile ? " FILE" : "")}{(Flag is null ? "" : $" [{Flag}]")}";
}

/// <summary>All commands: <c>--help</c> is made of this list, and whatever else a command line begins with stops the start.</summary>
public static class CommandList
{
    /// <summary>Looks through the data folder.</summary>
    public static Command Check { get; } = new("check");

    /// <summary>Makes a backup.</summary>
    public static Command Backup { get; } = new("backup", TakesFile: true, Flag: "--replace");

    /// <summary>Restores one.</summary>
    public static Command Restore { get; } = new("restore", TakesFile: true);

    /// <summary>Explains what somebody brings.</summary>
    public static Command Explain { get; } = new("explain", TakesFile: true, Flag: "--text", TakesInput: true);

    /// <summary>The commands.</summary>
    public static IReadOnlyList<Command> All { get; } =
    [
        new("lessons check") { More = LessonsCommand.Help },
        Check,
        Backup,
        Restore,
        Explain,
        new("openapi"),
    ];
}

/// <summary>What a command line asks for.</summary>
/// <param name="Command">The command; null where the lab itself is to run.</param>
/// <param name="File">The file that it names; null where it names none.</param>
/// <param name="HasFlag">Whether the command's own option is there.</param>
/// <param name="Options">The rest: settings, and what is none.</param>
public sealed record CommandLine(Command? Command, string? File, bool HasFlag, IReadOnlyList<string> Options)
{
    /// <summary>Reads it. The file's name comes before all settings, for with a slash at its beginning it looks like one.</summary>
    public static CommandLine Of(IReadOnlyList<string> arguments)
    {
        if (CommandList.All.FirstOrDefault(one => arguments.Take(one.Words.Split(' ').Length).SequenceEqual(one.Words.Split(' '))) is not { } command)
        {
            return new CommandLine(null, null, false, arguments);
        }

        List<string> rest = [.. arguments.Skip(command.Words.Split(' ').Length)];
        var hasFlag = command.Flag is { } flag && rest.RemoveAll(one => one == flag) > 0;
        string? file = null;
        if (command.TakesFile && rest is [{ Length: > 0 } first, ..] && (first[0] != '-' || (command.TakesInput && first == "-")))
        {
            file = first;
            rest.RemoveAt(0);
        }

        return new CommandLine(command, file, hasFlag, rest);
    }
}
