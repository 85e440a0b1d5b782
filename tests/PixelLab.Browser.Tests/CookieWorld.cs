namespace PixelLab.Browser.Tests;

/// <summary>What a browser does with cookies of third parties; each reached in a real Chromium.</summary>
public enum CookieWorld
{
    /// <summary>An off-the-record context, which keeps third parties' cookies out.</summary>
    BlockedPrivately,

    /// <summary>A kept profile whose preference lets third parties' cookies in.</summary>
    Open,

    /// <summary>A kept profile whose preference keeps them out.</summary>
    BlockedByPreference,
}
