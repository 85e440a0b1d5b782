namespace PixelLab.Core.Vendors.Wire;

/// <summary>A cookie by which a vendor knows a browser again. What it is for stands in the vendor's words, as <c>Cookie.NAME</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OnlyThisSite">Whether the browser keeps it per site, so that it can't join visits of different sites.</param>
public sealed record VendorCookie(string Name, bool OnlyThisSite);
