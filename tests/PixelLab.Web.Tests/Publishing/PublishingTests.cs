using System.Runtime.InteropServices;

namespace PixelLab.Web.Tests.Publishing;

/// <summary>
/// What can be handed to a school, made by the README's commands and started where nothing else of the lab is. Both tests build
/// the same project, so they are in one class and run one after the other.
/// </summary>
public sealed class PublishingTests : IDisposable
{
    private const string OwnLesson =
        "---\ntitle: Our own street\nsummary: S.\nminutes: 6\nlevel: further\nlanguage: en\nobjectives: [O]\n---\n# Our own street\n\nIt lies beside the program.\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pixellab-publish-");

    [Fact]
    public async Task The_single_file_is_the_whole_lab_and_takes_lessons_from_beside_it()
    {
        await DotnetCommand.RunAsync(
            "build", "src/PixelLab.Web", "-t:Portable", "--no-restore", $"-p:PortableSystems={ThisSystem}",
            $"-p:PortableFolder={PathOf("built")}", "-p:RunAnalyzers=false");
        var built = Assert.Single(Directory.GetFiles(PathOf("built"), "pixellab*", SearchOption.AllDirectories));

        // Nothing goes along but the one file.
        var home = Directory.CreateDirectory(PathOf("home")).FullName;
        var program = Path.Combine(home, Path.GetFileName(built));
        File.Move(built, program);
        Directory.Delete(PathOf("built"), recursive: true);
        await using var lab = await StartedProgram.StartAsync(program, home, _folder.FullName);
        await lab.AssertWholeAsync();

        // A lesson beside it is there when it is saved, and one named like the lab's takes its place.
        Directory.CreateDirectory(Path.Combine(home, "lessons"));
        await WriteAsync(Path.Combine(home, "lessons", "80-our-own-street.md"));
        Assert.Contains("It lies beside the program.", await lab.PageOnceThereAsync("/lessons/our-own-street"), StringComparison.Ordinal);
        Assert.Contains("Our own street", await lab.PageAsync("/lessons"), StringComparison.Ordinal);
        await WriteAsync(Path.Combine(home, "lessons", "02-how-it-works.md"));
        while (!(await lab.PageAsync("/lessons/how-it-works")).Contains("It lies beside the program.", StringComparison.Ordinal))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    [Fact]
    public async Task The_tool_installed_from_a_folder_is_the_whole_lab()
    {
        await DotnetCommand.RunAsync(
            "pack", "src/PixelLab.Web", "--no-build", "-c", Checkout.Configuration, "-o", PathOf("packages"));
        await DotnetCommand.RunAsync("tool", "install", "PixelLab.Web", "--source", PathOf("packages"), "--tool-path", PathOf("tools"));
        var program = Assert.Single(Directory.GetFiles(PathOf("tools"), "pixellab*"));

        // Started from any folder, as tools are.
        var home = Directory.CreateDirectory(PathOf("home")).FullName;
        await using var lab = await StartedProgram.StartAsync(program, home, _folder.FullName);
        await lab.AssertWholeAsync();
    }

    private static string ThisSystem =>
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")
        + (RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "-arm64" : "-x64");

    /// <inheritdoc />
    public void Dispose() => _folder.Delete(recursive: true);

    private static Task WriteAsync(string path) => File.WriteAllTextAsync(path, OwnLesson, TestContext.Current.CancellationToken);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
