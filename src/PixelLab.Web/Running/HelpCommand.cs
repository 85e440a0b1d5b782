using PixelLab.Web.Addressing;

namespace PixelLab.Web.Running;

/// <summary><c>--help</c>: what can be said on the command line, and every setting. The lab itself is not started.</summary>
public static class HelpCommand
{
    private const int Width = 36;

    private static readonly string[] Names = ["--help", "-h", "-?", "/?"];

    /// <summary>Whether the command line asks for it.</summary>
    public static bool IsAsked(IReadOnlyList<string> arguments) => arguments is ["help"] || arguments.Any(Names.Contains);

    /// <summary>Prints it.</summary>
    /// <param name="arguments">The command line, which may ask about one command.</param>
    /// <param name="output">Where to.</param>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        if (CommandLine.Of(arguments).Command is { More.Length: > 0 } asked)
        {
            output.WriteLine($"{asked.Usage}: {asked.What}");
            output.WriteLine();
            output.WriteLine(asked.More);
            return 0;
        }

        output.WriteLine(RunningText.Text["Help", LabRun.Version]);
        output.WriteLine();
        output.WriteLine($"  {"pixellab",-Width}{RunningText.Text["Help.Lab", AddressingSetup.DefaultUrls]}");
        foreach (var command in CommandList.All)
        {
            output.WriteLine($"  {command.Usage,-Width}{command.What}");
        }

        output.WriteLine();
        output.WriteLine(RunningText.Text["Help.Settings"].ReplaceLineEndings());
        output.WriteLine();
        foreach (var setting in SettingList.All)
        {
            output.WriteLine($"{setting.Name} ({Plain(setting.Default)})");
            output.WriteLine($"    {Plain(setting.What)}");
        }

        return 0;
    }

    private static string Plain(string text) => text.Replace("`", "", StringComparison.Ordinal);
}
