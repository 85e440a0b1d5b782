namespace PixelLab.Core.Rules.Blocking;

/// <summary>What a blocker knows of a request before it decides.</summary>
/// <param name="Url">The full address.</param>
/// <param name="Type">What asks for it.</param>
/// <param name="PageHost">The host of the page that asks.</param>
/// <param name="IsThirdParty">Whether the address belongs to another site than the page.</param>
public sealed record BlockRequest(string Url, RequestType Type, string PageHost, bool IsThirdParty);

/// <summary>What asks for an address; rules can be limited to some.</summary>
[Flags]
public enum RequestType
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>An image: <c>$image</c>.</summary>
    Image = 1,

    /// <summary>A script: <c>$script</c>.</summary>
    Script = 2,

    /// <summary>A frame: <c>$subdocument</c>.</summary>
    Subdocument = 4,

    /// <summary>A beacon: <c>$ping</c>.</summary>
    Ping = 8,

    /// <summary>All of them: a rule that names none.</summary>
    Any = Image | Script | Subdocument | Ping,
}
