namespace PixelLab.Core.Vendors.Wire;

/// <summary>How a vendor is told from the others wherever it is drawn: by its colour, and by a shape, so that nobody needs the colour.</summary>
/// <param name="Light">The colour on light ground, as CSS writes it.</param>
/// <param name="Dark">The colour on dark ground.</param>
/// <param name="Shape">The lines of a drawing 16 wide and 16 high, as the path of an SVG picture writes them with the letters M, L, H, V, A and Z alone.</param>
public sealed record VendorMark(string Light, string Dark, string Shape);
