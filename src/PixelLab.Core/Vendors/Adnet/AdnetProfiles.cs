using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Core.Town;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Vendors.Adnet;

/// <summary>
/// The network's memory: a profile for each number it has given to a browser. A hit that brings a number, or is given
/// one, adds to that number's profile; a hit without one adds to nobody's.
/// </summary>
public sealed class AdnetProfiles : Reading
{
    private static readonly EventKinds Taken = EventKinds.Of(typeof(Hit), typeof(AdServed));

    private const int MostProfiles = 5_000;
    private const int MostProductsInOneHit = 20;

    private readonly int _most;
    private readonly Dictionary<string, AdnetProfile> _profiles = new(StringComparer.Ordinal);
    private readonly HashSet<int> _looked = [];

    /// <summary>The memory of a seat.</summary>
    public AdnetProfiles()
        : this(MostProfiles)
    {
    }

    /// <summary>A memory for more than a seat: a simulated town's.</summary>
    /// <param name="most">The most numbers it holds.</param>
    public AdnetProfiles(int most) => _most = most;

    /// <inheritdoc />
    public override EventKinds Takes => Taken;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        switch (labEvent)
        {
            case Hit { Vendor: AdnetWire.VendorName } hit:
                Take(hit);
                break;
            case AdServed { Visitor: { } visitor } served:
                ProfileOf(visitor)?.Shown(served.Campaign, served.PageView);
                break;
            default:
                break;
        }
    }

    /// <summary>The profile of a number, or null where nothing is known of it.</summary>
    public AdnetProfile? Find(string? number) => number is null ? null : _profiles.GetValueOrDefault(number);

    /// <summary>The products that any number has looked at. The network has no way to know which of its numbers are one person; the lab has.</summary>
    public IReadOnlySet<int> Looked => _looked;

    /// <summary>How many numbers are in an audience. For one that goes by pages, that is every number: nobody is left out.</summary>
    public int Count(AdAudience audience) => _profiles.Values.Count(profile => audience switch
    {
        AdAudience.Everybody or AdAudience.BesideRunning => true,
        AdAudience.Looked => profile.Unbought.Any(),
        AdAudience.LeftInCart => profile.LeftInCart.Any(),
    });

    private void Take(Hit hit)
    {
        if (hit.Request.Path != AdnetPaths.Pixel)
        {
            return;
        }

        var what = AdnetWire.EventNamed(hit.Request.Parameter("ev"));
        var products = ProductsOf(hit.Request);
        var segments = Segments.Of(hit.Request.Parameter("cd[content_category]"));
        var pageView = Plants.PageViewOf(hit.Request.Parameter("eid"));
        foreach (var number in AdnetNumbers.Of(hit))
        {
            if (ProfileOf(number) is not { } profile)
            {
                continue;
            }

            foreach (var segment in segments)
            {
                profile.Interested(segment, hit.Id, pageView);
            }

            foreach (var product in products)
            {
                if (what is VendorEvents.ViewItem or VendorEvents.AddToCart)
                {
                    profile.Viewed(product, hit.Id);
                    _looked.Add(product);
                    if (what is VendorEvents.AddToCart)
                    {
                        profile.PutIntoCart(product);
                    }
                }
                else if (what == VendorEvents.Purchase)
                {
                    profile.Bought(product);
                }
            }
        }
    }

    private AdnetProfile? ProfileOf(string number)
    {
        if (!_profiles.TryGetValue(number, out var profile) && _profiles.Count < _most)
        {
            _profiles[number] = profile = new AdnetProfile();
        }

        return profile;
    }

    /// <summary>The products that a hit names and the advertiser's list of goods knows.</summary>
    private static List<int> ProductsOf(CapturedRequest request)
    {
        var products = new List<int>();
        foreach (var text in (request.Parameter("cd[content_ids]") ?? "").Split(',', MostProductsInOneHit + 1).Take(MostProductsInOneHit))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Catalogue.Find(id) is not null)
            {
                products.Add(id);
            }
        }

        return products;
    }
}
