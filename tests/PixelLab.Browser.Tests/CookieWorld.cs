namespace PixelLab.Browser.Tests;

/// <summary>What a browser does with cookies of third parties; each reached in a real Chromium.</summary>
public enum CookieWorld
{
    /// <summary>A window off the record in a browser as it comes, which keeps third parties' cookies out.</summary>
    BlockedPrivately,

    /// <summary>A browser whose preference lets third parties' cookies in.</summary>
    Open,

    /// <summary>A browser whose preference lets them in, but in private windows.</summary>
    OpenButPrivately,

    /// <summary>A browser whose preference keeps them out.</summary>
    BlockedByPreference,
}
