using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Readings;
using PixelLab.Core.Rules;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Invented;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Case;

/// <summary>What a company was told in a case.</summary>
/// <param name="Facts">Each thing, with the first request that told it.</param>
/// <param name="TiedBy">By what the company ties that together.</param>
/// <param name="TieShown">A request that shows that tie; null where there is none.</param>
public sealed record CaseTold(Dictionary<CaseFact, long> Facts, TiedBy TiedBy, long? TieShown)
{
    /// <summary>Nothing at all.</summary>
    public static CaseTold Nothing { get; } = new(new Dictionary<CaseFact, long>(), TiedBy.Nothing, null);
}

/// <summary>What became of a company that was to be stopped, since that was tried last.</summary>
/// <param name="Vendor">The company.</param>
/// <param name="Means">By what.</param>
/// <param name="Planted">How many pixels of it the shop had meant for its pages since.</param>
/// <param name="Hits">How many requests reached it all the same.</param>
/// <param name="Orders">How many orders came since.</param>
public sealed record CaseStop(string Vendor, string Means, int Planted, int Hits, int Orders)
{
    /// <summary>Whether the shop wanted to tell it, and could not.</summary>
    public bool IsGone => Planted > 0 && Hits == 0;
}

/// <summary>How far a case has come.</summary>
public sealed record CaseState
{
    /// <summary>Its number; null where none was chosen, and it is that of the seat.</summary>
    public int? Number { get; init; }

    /// <summary>Whether it was begun.</summary>
    public bool IsBegun => Number is not null;

    /// <summary>Whether a thing was looked at.</summary>
    public bool HasLooked { get; init; }

    /// <summary>Whether something was ordered.</summary>
    public bool HasOrdered { get; init; }

    /// <summary>Whether the letter was opened.</summary>
    public bool HasOpened { get; init; }

    /// <summary>Whether the letter's link was followed.</summary>
    public bool HasFollowed { get; init; }

    /// <summary>Whether there is enough in the log to say who learned what.</summary>
    public bool HasWalked => HasLooked && HasOrdered && HasOpened && HasFollowed;

    /// <summary>What was found, as the log keeps it; null where nothing was said yet.</summary>
    public string? Findings { get; init; }

    /// <summary>What each company had been told when the findings were said; it may have been told more since.</summary>
    public Dictionary<string, CaseTold> Told { get; init; } = new Dictionary<string, CaseTold>();

    /// <summary>The last try to stop a company; null before the first.</summary>
    public CaseStop? Stop { get; init; }

    /// <summary>What was written to a friend.</summary>
    public string Friend { get; init; } = "";

    /// <summary>The event by which it was handed in; null before.</summary>
    public long? Closed { get; init; }

    /// <summary>Whether it is handed in. Nothing changes it any more.</summary>
    public bool IsClosed => Closed is not null;
}

/// <summary>A seat's case: what happened in its shop since it was begun, and what somebody said of it. A fold; it knows no plan.</summary>
public sealed class CaseReading : Reading
{
    /// <summary>The case's site.</summary>
    public const string Site = "market";

    /// <summary>The page that thanks for an order.</summary>
    public const string DonePage = "/done";

    /// <summary>The page with the letter.</summary>
    public const string LetterPage = "/letter";

    /// <summary>What the pages of all things begin with.</summary>
    public const string GoodPages = "/good/";

    /// <summary>The parameter by which the page of an order names a thing.</summary>
    public const string GoodParameter = "good=";

    /// <summary>Where the letter's link leads, with more behind it.</summary>
    public const string FollowedPage = "/?from=letter";

    /// <summary>The most that is counted: more changes nothing that is said.</summary>
    private const int MostCounted = 999;

    private static readonly EventKinds Taken = EventKinds.Of(typeof(SettingChanged), typeof(CaseAnswered), typeof(Visit), typeof(PixelPlanted), typeof(Hit));

    private Dictionary<string, Company> _companies = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public override EventKinds Takes => Taken;

    /// <summary>How it stands.</summary>
    public CaseState State { get; private set; } = new();

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        if (labEvent is SettingChanged { Name: SettingNames.Case } begun)
        {
            Begin(CaseComposer.Parse(begun.Value));
        }
        else if (!State.IsClosed)
        {
            State = labEvent switch
            {
                Visit { Site: Site } visit => Seen(visit),
                PixelPlanted { Site: Site } planted when planted.Vendor == State.Stop?.Vendor =>
                    State with { Stop = State.Stop with { Planted = Math.Min(State.Stop.Planted + 1, MostCounted) } },
                Hit hit when VendorList.Find(hit.Vendor) is InventedWire => Heard(hit),
                CaseAnswered answered => Said(answered),
                _ => State,
            };
        }
    }

    private void Begin(int? number)
    {
        // A room that says the same number again takes nothing away from who has begun, and one that puts it back none of a sheet.
        if (number is null ? !State.IsClosed : number != State.Number)
        {
            _companies = new(StringComparer.Ordinal);
            State = new CaseState { Number = number };
        }
    }

    private CaseState Seen(Visit visit) => visit.Page switch
    {
        DonePage => State with
        {
            HasOrdered = true,
            Stop = State.Stop is { } stop ? stop with { Orders = Math.Min(stop.Orders + 1, MostCounted) } : null,
        },
        LetterPage => State with { HasOpened = true },
        _ when visit.Page.StartsWith(GoodPages, StringComparison.Ordinal) => State with { HasLooked = true },
        _ when visit.Page.StartsWith(FollowedPage, StringComparison.Ordinal) => State with { HasFollowed = true },
        _ => State,
    };

    private CaseState Heard(Hit hit)
    {
        if (!_companies.TryGetValue(hit.Vendor, out var company))
        {
            _companies[hit.Vendor] = company = new Company();
        }

        company.Add(hit);
        return hit.Vendor == State.Stop?.Vendor
            ? State with { Stop = State.Stop with { Hits = Math.Min(State.Stop.Hits + 1, MostCounted) } }
            : State;
    }

    private CaseState Said(CaseAnswered answered) => answered.Step switch
    {
        // Judged by what the companies knew at that moment: whoever goes through the shop once more tells them more.
        CaseSteps.Findings => State with
        {
            Findings = answered.Answer,
            Told = _companies.ToDictionary(company => company.Key, company => company.Value.Told(company.Key), StringComparer.Ordinal),
        },
        CaseSteps.Stop when answered.Answer.Split(' ') is [var vendor, var means] && VendorList.Find(vendor) is InventedWire =>
            State with { Stop = new CaseStop(vendor, means, 0, 0, 0) },
        CaseSteps.Friend => State with { Friend = answered.Answer },
        CaseSteps.Closed => State with { Closed = answered.Id },
        _ => State,
    };

    private sealed class Company
    {
        private readonly Dictionary<CaseFact, long> _facts = [];
        private readonly KnownReading _known = new();
        private readonly Dictionary<TiedBy, long> _shown = [];

        public void Add(Hit hit)
        {
            if (FetchReader.Of(hit).IsNobodys)
            {
                return;
            }

            _known.Add(hit);
            _shown[_known.TieOf(hit.Vendor)] = hit.Id;
            foreach (var fact in FactsOf(hit))
            {
                _facts.TryAdd(fact, hit.Id);
            }
        }

        public CaseTold Told(string vendor)
        {
            var tie = _known.TieOf(vendor);
            return new(new Dictionary<CaseFact, long>(_facts), tie, _shown.TryGetValue(tie, out var hit) ? hit : null);
        }

        private static IEnumerable<CaseFact> FactsOf(Hit hit)
        {
            var request = hit.Request;
            bool Has(string parameter) => request.Parameter(parameter) is { Length: > 0 };
            if (Has("it") || NamesGood(request.Parameter("dl")) || NamesGood(request.Header("Referer")))
            {
                yield return CaseFact.Looked;
            }

            if (Has("val"))
            {
                yield return CaseFact.Cost;
            }

            if (Has("em"))
            {
                yield return CaseFact.Code;
            }

            if (Has("tx"))
            {
                yield return CaseFact.Pressed;
            }

            if (VendorList.EventOf(hit) == VendorEvents.EmailOpen)
            {
                yield return CaseFact.Opened;
            }
        }

        private static bool NamesGood(string? address) => address is not null
            && (address.Contains(GoodPages, StringComparison.Ordinal) || address.Contains(GoodParameter, StringComparison.Ordinal));
    }
}
