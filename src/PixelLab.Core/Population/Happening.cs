using PixelLab.Core.Events;

namespace PixelLab.Core.Population;

/// <summary>An event of the simulated town together with what only the town knows: whose it truly is.</summary>
/// <param name="Event">The event, as the log would hold it.</param>
/// <param name="Person">Who did it, by number.</param>
/// <param name="Browser">With which browser, by number; below 0 where a mail service's machine did it.</param>
/// <param name="Product">The product that the person looked at or bought with this, or 0.</param>
/// <param name="Bought">Whether it was bought.</param>
public readonly record struct Happening(LabEvent Event, int Person, int Browser, int Product = 0, bool Bought = false);
