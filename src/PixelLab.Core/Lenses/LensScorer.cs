using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Lenses;

/// <summary>Some hits of one browser that a lens counts to one visitor.</summary>
/// <param name="Visitor">The visitor, as a number of the lens's own.</param>
/// <param name="IsSomebody">Whether the lens means one visitor by it; else a remainder that it can put down to nobody.</param>
/// <param name="Browser">The browser in truth.</param>
/// <param name="Hits">How many hits.</param>
public sealed record LensCell(int Visitor, bool IsSomebody, int Browser, long Hits);

/// <summary>
/// Reads hits of which the truth is known and holds the three lenses against it. It keeps numbers, never the hits: its memory
/// grows with visitors, not with hits.
/// </summary>
public sealed class LensScorer
{
    /// <summary>The browser's number where no browser made the hit: a mail service's machine.</summary>
    public const int Nobody = -1;

    private const int MostIds = 20;

    private readonly EachLens<VisitorClusters> _visitors = EachLens.Of(_ => new VisitorClusters());
    private readonly EachLens<AdCount> _ads = EachLens.Of(_ => new AdCount());
    private readonly LensRules<int> _rules;
    private readonly Dictionary<int, int> _personOf = [];
    private readonly HashSet<(int Person, int Product)> _looked = [];
    private readonly HashSet<(int Person, int Product)> _bought = [];

    /// <summary>A scorer that has read nothing.</summary>
    public LensScorer()
    {
        var (pixelOnly, cookieOnly, both) = _visitors;
        _rules = new LensRules<int>(pixelOnly, cookieOnly, both);
    }

    /// <summary>Notes that a person looked at a product, whether or not a tracker heard of it.</summary>
    public void Looked(int person, int product) => _looked.Add((person, product));

    /// <summary>Notes that a person bought a product, whether or not a tracker heard of it.</summary>
    public void Bought(int person, int product) => _bought.Add((person, product));

    /// <summary>Reads a hit.</summary>
    /// <param name="hit">The hit, in the order of the log.</param>
    /// <param name="person">Who made it.</param>
    /// <param name="browser">With which browser; <see cref="Nobody"/> where a machine made it.</param>
    public void Add(Hit hit, int person, int browser)
    {
        if (browser >= 0)
        {
            _personOf[browser] = person;
        }

        var marks = HitMarks.Of(hit);
        _rules.Add(marks, browser);
        var reported = VendorList.EventOf(hit);
        if (reported is not (VendorEvents.ViewItem or VendorEvents.Purchase or VendorEvents.AdRequest))
        {
            return;
        }

        foreach (var (lens, visitors) in _visitors.Pairs)
        {
            if (Sees(lens, marks))
            {
                Advertise(_ads[lens], visitors.MemoryOfLatest(), reported, hit.Request, person);
            }
        }
    }

    /// <summary>What each lens believed so far, held against the truth.</summary>
    public IReadOnlyList<LensScore> Scores() =>
    [
        .. _visitors.Pairs.Select(entry => new LensScore
        {
            Lens = entry.Lens,
            Visitors = entry.Value.Visitors,
            Hits = entry.Value.Hits,
            Browsers = PairScore.Of(entry.Value.Cells()),
            People = PairScore.Of(entry.Value.Cells().Select(cell => (cell.Visitor, _personOf[cell.Browser], cell.Hits))),
            AdsShown = _ads[entry.Lens].Shown,
            AdsAfterPurchase = _ads[entry.Lens].AfterPurchase,
            AdsToWrongPerson = _ads[entry.Lens].ToWrongPerson,
        }),
    ];

    /// <summary>
    /// How many hits of each browser a lens counts to each visitor. A visitor that is known by a cookieless mark alone, though the
    /// lens knows others by more, is said to be nobody in particular.
    /// </summary>
    public IEnumerable<LensCell> Cells(Lens lens) => _visitors[lens].Cells().Select(
        cell => new LensCell(cell.Visitor, IsSomebody(lens, cell.Visitor), cell.Browser, cell.Hits));

    private bool IsSomebody(Lens lens, int visitor) => lens switch
    {
        Lens.PixelOnly => true,
        Lens.CookieOnly or Lens.Both => _visitors[lens].IsNamed(visitor),
    };

    private static bool Sees(Lens lens, HitMarks marks) => lens switch
    {
        Lens.PixelOnly or Lens.Both => true,
        Lens.CookieOnly => marks.HasCookie,
    };

    /// <summary>A slot is filled with what its visitor looked at last and did not buy; truth then tells whether that made sense.</summary>
    private void Advertise(AdCount count, AdMemory memory, string reported, CapturedRequest request, int person)
    {
        switch (reported)
        {
            case VendorEvents.ViewItem:
                foreach (var product in Ids(request))
                {
                    memory.Looked(product);
                }

                break;
            case VendorEvents.Purchase:
                foreach (var product in Ids(request))
                {
                    memory.Bought(product);
                }

                break;
            case VendorEvents.AdRequest when memory.Unbought is { } product:
                count.Shown++;
                if (_bought.Contains((person, product)))
                {
                    count.AfterPurchase++;
                }
                else if (!_looked.Contains((person, product)))
                {
                    count.ToWrongPerson++;
                }

                break;
            default:
                break;
        }
    }

    private static IEnumerable<int> Ids(CapturedRequest request)
    {
        foreach (var id in (request.Parameter("cd[content_ids]") ?? "").Split(',', MostIds + 1).Take(MostIds))
        {
            if (int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var product))
            {
                yield return product;
            }
        }
    }

    private sealed class AdCount
    {
        public long Shown { get; set; }

        public long AfterPurchase { get; set; }

        public long ToWrongPerson { get; set; }
    }
}
