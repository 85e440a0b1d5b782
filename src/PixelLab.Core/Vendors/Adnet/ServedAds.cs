using PixelLab.Core.Events;
using PixelLab.Core.Readings;

namespace PixelLab.Core.Vendors.Adnet;

/// <summary>The network's own record of what it has shown, by which a click finds its landing page.</summary>
public sealed class ServedAds : Reading
{
    private static readonly EventKinds Taken = EventKinds.Of(typeof(AdServed));

    private const int Most = 20_000;

    private readonly Dictionary<string, AdServed> _byAd = new(StringComparer.Ordinal);
    private readonly Dictionary<(string PageView, string Slot), AdServed> _bySlot = [];

    /// <inheritdoc />
    public override EventKinds Takes => Taken;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        if (labEvent is not AdServed served || _byAd.Count >= Most)
        {
            return;
        }

        _byAd[served.Ad] = served;
        if (served.PageView is { } page)
        {
            _bySlot[(page, served.Slot)] = served;
        }
    }

    /// <summary>The showing of that id, or null.</summary>
    public AdServed? Find(string? ad) => ad is null ? null : _byAd.GetValueOrDefault(ad);

    /// <summary>What stands in a slot of a page view, or null: how a link beside a bare image finds the image's ad.</summary>
    public AdServed? InSlot(string? pageView, string? slot) =>
        pageView is null || slot is null ? null : _bySlot.GetValueOrDefault((pageView, slot));
}
