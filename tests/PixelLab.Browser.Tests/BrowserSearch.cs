namespace PixelLab.Browser.Tests;

/// <summary>Where a Chromium is looked for, in this order: where the person says, on the path, Playwright's own, installed.</summary>
public sealed record BrowserSearch
{
    /// <summary>What to say where there is none.</summary>
    public const string NotFound =
        "The browser tests need Chromium. Install it (on Debian or Ubuntu: sudo apt-get install chromium), "
        + "or set PIXELLAB_BROWSER to the path of a Chromium or Chrome.";

    /// <summary>What the browser's program is called, the best name first.</summary>
    public IReadOnlyList<string> Names { get; init; } = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>What is said where there is none.</summary>
    public string Advice { get; init; } = NotFound;

    /// <summary>The path that the person named (<c>PIXELLAB_BROWSER</c>), if any.</summary>
    public string? Told { get; init; }

    /// <summary>The folders of the path, in order.</summary>
    public required IReadOnlyList<string> Folders { get; init; }

    /// <summary>Where Playwright would keep a Chromium that it fetched.</summary>
    public string? PlaywrightsOwn { get; init; }

    /// <summary>Installs a Chromium into a folder of the path; false where that is not possible.</summary>
    public required Func<Task<bool>> InstallAsync { get; init; }

    /// <summary>The browser's path.</summary>
    /// <exception cref="InvalidOperationException">There is none and none could be installed.</exception>
    public async Task<string> FindAsync()
    {
        if (Told is { Length: > 0 })
        {
            return File.Exists(Told)
                ? Told
                : throw new InvalidOperationException($"PIXELLAB_BROWSER names {Told}, but there is no such file.");
        }

        return OnPath()
            ?? (File.Exists(PlaywrightsOwn) ? PlaywrightsOwn : null)
            ?? (await InstallAsync() ? OnPath() : null)
            ?? throw new InvalidOperationException(Advice);
    }

    private string? OnPath() => Names
        .SelectMany(_ => Folders, (name, folder) => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
