namespace PixelLab.Core.Vendors;

/// <summary>A cookie by which a vendor knows a browser again.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OnlyThisSite">Whether the browser keeps it per site, so that it can't join visits of different sites.</param>
/// <param name="Says">What it is for, as a sentence.</param>
public sealed record VendorCookie(string Name, bool OnlyThisSite, string Says);
