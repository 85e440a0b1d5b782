namespace PixelLab.Browser.Tests;

/// <summary>Who looks: how the browser is set up for one test.</summary>
public sealed record Visitor
{
    /// <summary>What the browser does with third parties' cookies.</summary>
    public CookieWorld World { get; init; }

    /// <summary>Whether the browser keeps what it has on the disk, to be closed and opened again.</summary>
    public bool KeepsProfile { get; init; }

    /// <summary>More flags for the browser.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Whether scripts run.</summary>
    public bool Scripts { get; init; } = true;

    /// <summary>The window's width in pixels.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>The window's height in pixels.</summary>
    public int Height { get; init; } = 800;

    /// <summary>Light or dark, as the system would ask for.</summary>
    public ColorScheme Scheme { get; init; } = ColorScheme.Light;

    /// <summary>Where the visitor's clock is set for.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The file that the window's recording (HAR) is in when it is closed, and where the replies are kept; null where nobody records.</summary>
    public (string File, HarContentPolicy Content)? Recording { get; init; }
}
