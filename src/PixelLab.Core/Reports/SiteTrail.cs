using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Reports;

/// <summary>A page that a company was told of.</summary>
/// <param name="Hit">The hit that told it.</param>
/// <param name="At">When.</param>
/// <param name="Page">Path and query of the page.</param>
public sealed record TrailStep(long Hit, DateTimeOffset At, string Page);

/// <summary>What one company was told of one site's pages.</summary>
/// <param name="Vendor">The company.</param>
/// <param name="Steps">The pages in the order in which they were opened.</param>
/// <param name="HasNumber">Whether the browser gave it back a number that works on other sites too.</param>
public sealed record VendorTrail(string Vendor, IReadOnlyList<TrailStep> Steps, bool HasNumber);

/// <summary>
/// Which of a site's pages each company was told of: the trail of addresses alone, without anything that a site adds
/// about its visitor.
/// </summary>
public sealed class SiteTrail : Reading
{
    /// <summary>The most pages of a site that are held for each company; the oldest goes.</summary>
    private const int MaxSteps = 200;

    private const int MaxPlanted = 5_000;

    private readonly Dictionary<string, PixelPlanted> _planted = new(StringComparer.Ordinal);
    private readonly Queue<string> _plantedOrder = new();
    private readonly Dictionary<(string Site, string Vendor), Trail> _trails = [];

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        switch (labEvent)
        {
            case PixelPlanted { Event: VendorEvents.PageView } planted:
                Note(planted);
                break;
            case Hit hit when VendorList.EventOf(hit) == VendorEvents.PageView && VendorList.PlantOf(hit) is { } plant
                && _planted.TryGetValue(plant, out var planted) && planted.Vendor == hit.Vendor:
                Note(hit, planted);
                break;
            default:
                break;
        }
    }

    /// <summary>The trails on a site as of now, one a company.</summary>
    public IReadOnlyList<VendorTrail> On(string site) =>
    [
        .. _trails.Where(entry => entry.Key.Site == site)
            .OrderBy(entry => entry.Key.Vendor, StringComparer.Ordinal)
            .Select(entry => new VendorTrail(entry.Key.Vendor, [.. entry.Value.Steps], entry.Value.HasNumber)),
    ];

    private void Note(PixelPlanted planted)
    {
        if (_planted.TryAdd(planted.Plant, planted))
        {
            _plantedOrder.Enqueue(planted.Plant);
        }

        if (_plantedOrder.Count > MaxPlanted)
        {
            _planted.Remove(_plantedOrder.Dequeue());
        }
    }

    private void Note(Hit hit, PixelPlanted planted)
    {
        var key = (planted.Site, planted.Vendor);
        if (!_trails.TryGetValue(key, out var trail))
        {
            _trails[key] = trail = new Trail();
        }

        trail.HasNumber |= VendorList.Find(hit.Vendor)!.Cookies
            .Any(cookie => !cookie.OnlyThisSite && hit.Request.Cookie(cookie.Name) is { Length: > 0 });
        if (trail.Plants.Add(planted.Plant))
        {
            trail.Steps.Enqueue(new TrailStep(hit.Id, hit.At, planted.Page));
            trail.Order.Enqueue(planted.Plant);
        }

        if (trail.Steps.Count > MaxSteps)
        {
            trail.Steps.Dequeue();
            trail.Plants.Remove(trail.Order.Dequeue());
        }
    }

    private sealed class Trail
    {
        public Queue<TrailStep> Steps { get; } = new();

        public Queue<string> Order { get; } = new();

        public HashSet<string> Plants { get; } = new(StringComparer.Ordinal);

        public bool HasNumber { get; set; }
    }
}
