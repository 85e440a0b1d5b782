using PixelLab.Core.Events;
using PixelLab.Core.Readings;

namespace PixelLab.Core.Lenses;

/// <summary>
/// The same hits, read three ways: by a tracker that has pixels but no cookies, by one that goes by cookies alone, and by
/// one that uses both. Each is taken to see every pixel of the town, as one company behind all of them would.
/// </summary>
public sealed class LensReading : Reading
{
    private readonly EachLens<VisitorIndex> _visitors = EachLens.Of(_ => new VisitorIndex());
    private readonly LensRules<Hit> _rules;

    /// <summary>An empty reading.</summary>
    public LensReading()
    {
        var (pixelOnly, cookieOnly, both) = _visitors;
        _rules = new LensRules<Hit>(pixelOnly, cookieOnly, both);
    }

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        if (labEvent is Hit hit)
        {
            _rules.Add(HitMarks.Of(hit), hit);
        }
    }

    /// <summary>The visitors that a tracker believes to have had, in the order of their first hit.</summary>
    public IReadOnlyList<LensVisitor> Visitors(Lens lens) => _visitors[lens].Visitors;

    /// <summary>The visitor that a tracker counts a hit to; null where it never saw the hit.</summary>
    public string? VisitorOf(Lens lens, long hit) => _visitors[lens].VisitorOf(hit);
}
