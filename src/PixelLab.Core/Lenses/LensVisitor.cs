namespace PixelLab.Core.Lenses;

/// <summary>Somebody a tracker believes to be one visitor.</summary>
/// <param name="Key">The tracker's name for the visitor; stable as long as nothing joins two of them.</param>
/// <param name="Hits">The hits it counts to the visitor, by id, oldest first.</param>
/// <param name="Sites">The sites it saw the visitor on, in the order of the first sight.</param>
/// <param name="First">The first hit's time.</param>
/// <param name="Last">The last hit's time.</param>
public sealed record LensVisitor(
    string Key, IReadOnlyList<long> Hits, IReadOnlyList<string> Sites, DateTimeOffset First, DateTimeOffset Last);
