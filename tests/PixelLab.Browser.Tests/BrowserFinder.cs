using System.Diagnostics;

namespace PixelLab.Browser.Tests;

/// <summary>Finds a Chromium, or installs one where that is possible without asking anybody.</summary>
public static class BrowserFinder
{
    private static readonly Lazy<Task<bool>> Installed = new(InstallAsync);

    /// <summary>The flags that keep the browser quiet on a closed network, and let it start as root.</summary>
    public static IReadOnlyList<string> Flags { get; } =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
        // Chromium's sandbox refuses to work for root, as in a build container.
        .. IsRoot ? ["--no-sandbox"] : Array.Empty<string>(),
    ];

    private static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>The browser's path.</summary>
    /// <exception cref="InvalidOperationException">There is none and none could be installed.</exception>
    public static Task<string> FindAsync(IPlaywright playwright) => new BrowserSearch
    {
        Told = Environment.GetEnvironmentVariable("PIXELLAB_BROWSER"),
        Folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        PlaywrightsOwn = playwright.Chromium.ExecutablePath,
        InstallAsync = () => Installed.Value,
    }.FindAsync();

    private static async Task<bool> InstallAsync()
    {
        if (!IsRoot || !File.Exists("/etc/debian_version") || !File.Exists("/usr/bin/apt-get"))
        {
            return false;
        }

        Console.WriteLine("No Chromium was found. Installing Debian's with apt-get; this takes a minute or two.");
        return await RunAsync("update") && await RunAsync("install", "-y", "--no-install-recommends", "chromium");
    }

    private static async Task<bool> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("apt-get", arguments);
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
