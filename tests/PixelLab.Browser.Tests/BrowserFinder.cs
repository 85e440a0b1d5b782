using System.Diagnostics;

namespace PixelLab.Browser.Tests;

/// <summary>Finds a Chromium, or installs one where that is possible without asking anybody.</summary>
public static class BrowserFinder
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly Lazy<Task<string>> Found = new(LookAsync);

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
    public static Task<string> FindAsync(IPlaywright playwright) => FindWithAsync(playwright.Chromium.ExecutablePath);

    private static async Task<string> FindWithAsync(string playwrightsOwn)
    {
        if (Environment.GetEnvironmentVariable("PIXELLAB_BROWSER") is { Length: > 0 } told)
        {
            return File.Exists(told)
                ? told
                : throw new InvalidOperationException($"PIXELLAB_BROWSER names {told}, but there is no such file.");
        }

        return OnPath() ?? (File.Exists(playwrightsOwn) ? playwrightsOwn : await Found.Value);
    }

    private static async Task<string> LookAsync()
    {
        if (IsRoot && File.Exists("/etc/debian_version") && File.Exists("/usr/bin/apt-get"))
        {
            Console.WriteLine("No Chromium was found. Installing Debian's with apt-get; this takes a minute or two.");
            if (await RunAsync("update") && await RunAsync("install", "-y", "--no-install-recommends", "chromium") && OnPath() is { } installed)
            {
                Console.WriteLine($"Installed {installed}.");
                return installed;
            }
        }

        throw new InvalidOperationException(
            "The browser tests need Chromium. Install it (on Debian or Ubuntu: sudo apt-get install chromium), "
            + "or set PIXELLAB_BROWSER to the path of a Chromium or Chrome.");
    }

    private static string? OnPath() => Names
        .SelectMany(
            _ => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
            (name, folder) => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    private static async Task<bool> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("apt-get", arguments);
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
