using System.Globalization;

namespace PixelLab.Core.Vendors.Wire;

/// <summary>
/// How a vendor's addresses and cookies name one of its hits later on, so that they can be made to name it by another number. It is written in
/// letters, digits and dots.
/// </summary>
/// <param name="Stem">What stands before the number. Up to its first dot it is the same for all mentions of the vendor.</param>
/// <param name="Hit">The hit, by its id.</param>
public sealed record HitMention(string Stem, long Hit)
{
    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Stem}{Hit:x}");
}
