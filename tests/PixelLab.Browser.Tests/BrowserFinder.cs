using System.Diagnostics;

namespace PixelLab.Browser.Tests;

/// <summary>Finds a Chromium and a Firefox, or installs them where that is possible without asking anybody.</summary>
public static class BrowserFinder
{
    private static readonly Lazy<Task<bool>> Installed = new(() => InstallAsync("chromium"));

    private static readonly Lazy<Task<bool>> FirefoxInstalled = new(() => InstallAsync("firefox-esr"));

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
        Folders = OnPath,
        PlaywrightsOwn = playwright.Chromium.ExecutablePath,
        InstallAsync = () => Installed.Value,
    }.FindAsync();

    /// <summary>The path of a Firefox.</summary>
    /// <exception cref="InvalidOperationException">There is none and none could be installed.</exception>
    public static Task<string> FindFirefoxAsync() => new BrowserSearch
    {
        Names = ["firefox-esr", "firefox"],
        Advice = "Some browser tests need Firefox. Install it (on Debian: sudo apt-get install firefox-esr).",
        Folders = OnPath,
        InstallAsync = () => FirefoxInstalled.Value,
    }.FindAsync();

    private static string[] OnPath =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static async Task<bool> InstallAsync(string package)
    {
        if (!IsRoot || !File.Exists("/etc/debian_version") || !File.Exists("/usr/bin/apt-get"))
        {
            return false;
        }

        Console.WriteLine($"No {package} was found. Installing Debian's with apt-get; this takes a minute or two.");
        return await RunAsync("update") && await RunAsync("install", "-y", "--no-install-recommends", package);
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
