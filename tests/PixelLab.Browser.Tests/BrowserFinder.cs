using System.Diagnostics;
using Microsoft.Playwright;

namespace PixelLab.Browser.Tests;

/// <summary>
/// Finds a Chromium to test with, or installs Debian's where it may. Where there is none, every browser test fails with a
/// sentence that says what to install: a test that is skipped proves nothing.
/// </summary>
public static class BrowserFinder
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly Lazy<string> Found = new(Find);

    /// <summary>The browser's path.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static string Path => Found.Value;

    /// <summary>Flags that keep it quiet on a machine without a network; as root it does not run with its sandbox.</summary>
    public static IReadOnlyList<string> Flags { get; } =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
        .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(),
    ];

    private static string Find() =>
        FromEnvironment() ?? OnPath() ?? PlaywrightsOwn() ?? Installed()
        ?? throw new InvalidOperationException(
            "The browser tests need Chromium or Chrome and found none. Install it (on Debian: apt-get install chromium), or name "
            + "one in the environment variable PIXELLAB_BROWSER.");

    private static string? FromEnvironment() =>
        Environment.GetEnvironmentVariable("PIXELLAB_BROWSER") is { Length: > 0 } named && File.Exists(named) ? named : null;

    private static string? OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    private static string? PlaywrightsOwn()
    {
        using var playwright = Playwright.CreateAsync().GetAwaiter().GetResult();
        return File.Exists(playwright.Chromium.ExecutablePath) ? playwright.Chromium.ExecutablePath : null;
    }

    private static string? Installed()
    {
        if (Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get"))
        {
            return null;
        }

        Console.WriteLine("No browser was found; installing Debian's Chromium for the tests (apt-get install chromium) …");
        using var install = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", "apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null"])
            {
                Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
            })!;
        install.WaitForExit();
        return OnPath();
    }
}
