using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PixelLab.Web.Tests.Storage;

/// <summary>A disk of a test's own that is soon full. It takes the rights of root, on Linux.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk()
    {
    }

    /// <summary>Whether there can be one here.</summary>
    public static bool CanBe => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    /// <summary>Where it is mounted.</summary>
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("pixellab-test-");

    /// <summary>Makes one.</summary>
    public static async Task<SmallDisk> MountAsync(long bytes)
    {
        Assert.SkipUnless(CanBe, "A small disk of its own takes the rights of root, on Linux.");
        var disk = new SmallDisk();
        var isMounted = await RunAsync("mount", string.Create(CultureInfo.InvariantCulture, $"-t tmpfs -o size={bytes} tmpfs {disk.Folder.FullName}"));
        Assert.SkipUnless(isMounted, "A small disk of its own cannot be had here.");
        return disk;
    }

    /// <summary>Makes it so large.</summary>
    public async Task HaveAsync(int megabytes) =>
        Assert.True(await RunAsync("mount", string.Create(CultureInfo.InvariantCulture, $"-o remount,size={megabytes}m {Folder.FullName}")));

    /// <summary>Fills it as others do: what they write does not stop where the lab's does.</summary>
    /// <returns>Their file.</returns>
    public FileInfo FillTheRest()
    {
        var elses = new FileInfo(Path.Combine(Folder.FullName, "somebody-elses"));
        using var file = elses.Create();
        try
        {
            while (true)
            {
                file.Write(new byte[4096]);
                file.Flush();
            }
        }
        catch (IOException)
        {
            return elses;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        await RunAsync("umount", "-l " + Folder.FullName);
        Folder.Delete(recursive: true);
    }

    private static async Task<bool> RunAsync(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode == 0;
    }
}
