namespace PixelLab.Browser.Tests;

/// <summary>How a browser treats the cookies of third parties.</summary>
public enum CookieWorld
{
    /// <summary>It keeps and sends them.</summary>
    Open,

    /// <summary>It blocks them, because its setting says so.</summary>
    BlockedByPreference,

    /// <summary>It blocks them, because the window is a private one.</summary>
    BlockedPrivately,
}
