using System.ComponentModel.DataAnnotations;

namespace PixelLab.Web.Addressing;

/// <summary>How the lab's hosts are named (configuration section <c>PixelLab:Addressing</c>).</summary>
public sealed class AddressingOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "PixelLab:Addressing";

    /// <summary>How one host is told from another.</summary>
    public AddressingMode Mode { get; init; } = AddressingMode.Subdomain;

    /// <summary>In subdomain mode: the lab's own host name, under which the sites lie.</summary>
    [Required]
    [RegularExpression("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$", ErrorMessage = "PixelLab:Addressing:BaseHost must be a lower-case host name without port.")]
    public string BaseHost { get; init; } = "localhost";

    /// <summary>
    /// In subdomain mode: another domain for the vendors, so that they stay third parties on a real domain, where
    /// sites under one registrable domain are same-site. Empty: the vendors lie under <see cref="BaseHost"/>.
    /// </summary>
    [RegularExpression("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?)?$", ErrorMessage = "PixelLab:Addressing:VendorBaseHost must be a lower-case host name without port.")]
    public string VendorBaseHost { get; init; } = "";

    /// <summary>
    /// In subdomain mode: another domain again for the page that a learner writes. A script may set cookies for the whole domain that its
    /// page lies on (RFC 6265, section 5.3), so below <see cref="BaseHost"/> one page could make every other one unloadable in that browser,
    /// or forge its cookies. Empty: the page lies under <see cref="BaseHost"/>.
    /// </summary>
    [RegularExpression("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?)?$", ErrorMessage = "PixelLab:Addressing:SandboxBaseHost must be a lower-case host name without port.")]
    public string SandboxBaseHost { get; init; } = "";

    /// <summary>
    /// In port and path mode: the names by which the lab is reached, beside the machine's own, <see cref="BaseHost"/> and addresses. A
    /// request by another name is turned away, for any page can let a name of its own lead to this machine and read the answer (DNS rebinding).
    /// </summary>
    public IList<string> HostNames { get; init; } = [];

    /// <summary>Addresses of reverse proxies whose <c>X-Forwarded-For</c> and <c>-Proto</c> are believed. None by default.</summary>
    public IList<string> TrustedProxies { get; init; } = [];

    /// <summary>
    /// Whether a browser takes the vendors for third parties on the sites. Below <c>localhost</c> every name is a site of its
    /// own; below any other name vendors need a domain of theirs; and neither ports nor paths part cookies (RFC 6265, 8.5 and 8.6).
    /// </summary>
    public bool VendorsAreThirdParties =>
        Mode == AddressingMode.Subdomain && (VendorBaseHost.Length > 0 || BaseHost == "localhost");

    /// <summary>
    /// Whether the page that a learner writes may have an origin: only where no cookie of its making reaches another host. Below
    /// <c>localhost</c> browsers keep names apart; elsewhere it needs a domain whose last two names are neither the sites' nor the vendors',
    /// which is stricter than the Public Suffix List and so errs on the safe side.
    /// </summary>
    public bool SandboxHasOrigin => Mode == AddressingMode.Subdomain
        && (SandboxBaseHost.Length == 0 ? BaseHost == "localhost" : new[] { BaseHost, VendorBaseHost }.All(other => Domain(other) != Domain(SandboxBaseHost)));

    /// <summary>In subdomain mode: the domain that the host lies under.</summary>
    internal string BaseHostOf(TownHost town) => town.Kind switch
    {
        TownKind.Vendor when VendorBaseHost.Length > 0 => VendorBaseHost,
        TownKind.Sandbox when SandboxBaseHost.Length > 0 => SandboxBaseHost,
        _ => BaseHost,
    };

    private static string Domain(string host) => string.Join('.', host.Split('.')[^Math.Min(2, host.Count(letter => letter == '.') + 1)..]);
}

/// <summary>How one host of the lab is told from another.</summary>
public enum AddressingMode
{
    /// <summary><c>shop.localhost:5080</c>: every site is a site of its own to the browser.</summary>
    Subdomain,

    /// <summary><c>192.168.1.20:5081</c>: a port for each; the browser keeps one cookie jar for all.</summary>
    Port,

    /// <summary><c>one-host.example/on/shop/</c>: a path for each; one origin and one cookie jar for all.</summary>
    Path,
}
