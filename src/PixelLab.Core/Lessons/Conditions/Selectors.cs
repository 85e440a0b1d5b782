using PixelLab.Core.Events;

namespace PixelLab.Core.Lessons.Conditions;

/// <summary>Asks selectors of single events.</summary>
public static class Selectors
{
    /// <summary>Whether an event is one of those meant.</summary>
    public static bool Fits(Selector selector, LabEvent labEvent) =>
        EventFacts.Of(labEvent) is { } facts
        && facts.Kind == selector.Kind
        && (selector.Vendor is null || facts.Vendor == selector.Vendor)
        && (selector.Site is null || facts.Site == selector.Site)
        && selector.Where.All(facts.Holds);
}
