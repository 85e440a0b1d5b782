using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Rules;

/// <summary>
/// Whether a site's policy, its visitors' answers and the hits agree. Each event is judged by how things stood when it
/// happened: the policy and banner of that moment, and the answer that the page's own request carried.
/// </summary>
public sealed class PolicyCheck : Reading
{
    /// <summary>The most page views whose hits are still judged; what belongs to an older one is judged by the latest answer.</summary>
    private const int MaxPages = 5_000;

    private const int MaxPlantedPerPage = 50;

    private readonly SeatSettings _settings = new();
    private readonly Dictionary<string, SiteRecord> _sites = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PageFacts> _pages = new(StringComparer.Ordinal);
    private readonly Queue<string> _pageOrder = new();

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        _settings.Add(labEvent);
        switch (labEvent)
        {
            case Visit visit:
                Note(visit);
                break;
            case PixelPlanted planted:
                Judge(planted);
                break;
            case ConsentChoice choice:
                Record(choice.Site).Choice = choice;
                break;
            case Hit hit:
                Judge(hit);
                break;
            case PixelMissing { Reason: MissingReason.RefusedConsent } missing:
                Credit(missing);
                break;
            default:
                break;
        }
    }

    /// <summary>What there is to say of a site as of now.</summary>
    public PolicyReport Report(string site)
    {
        var record = _sites.GetValueOrDefault(site) ?? new SiteRecord();
        return new PolicyReport(
            site,
            _settings.RegimeOf(site),
            _settings.OmittedBy(site),
            record.Visits,
            [.. Enum.GetValues<PolicyQuestion>().Select(record.Answer)]);
    }

    private void Note(Visit visit)
    {
        var record = Record(visit.Site);
        record.Visits++;
        var regime = _settings.RegimeOf(visit.Site);
        var state = ConsentMemory.Read(visit.Request.Cookie(ConsentMemory.CookieName(visit.Site, visit.Seat)), regime);
        if (_pages.TryAdd(visit.PageView, new PageFacts(visit, regime, state)))
        {
            _pageOrder.Enqueue(visit.PageView);
        }

        while (_pageOrder.Count > MaxPages)
        {
            _pages.Remove(_pageOrder.Dequeue());
        }
    }

    private void Judge(PixelPlanted planted)
    {
        if (_pages.TryGetValue(planted.PageView, out var page) && page.Planted.Count < MaxPlantedPerPage)
        {
            page.Planted.Add((planted.Plant, planted.Vendor));
        }

        Record(planted.Site).Count(
            PolicyQuestion.PolicyComplete,
            !IsInPolicy(planted.Site, planted.Vendor),
            new PolicyEvidence(planted.Id, planted.At, IsHit: false, planted.Vendor, planted.Page));
    }

    private void Judge(Hit hit)
    {
        // A click on an ad passes through the vendor's host as a page: that is the visitor's own step, not a pixel.
        if (hit.Site is not { } site || hit.Request.Header("Sec-Fetch-Dest") == "document"
            || VendorList.Find(hit.Vendor) is not { Disclosure.InMail: false } vendor)
        {
            return;
        }

        var record = Record(site);
        var plant = VendorList.PlantOf(hit);
        var page = PageOf(site, plant);
        var evidence = new PolicyEvidence(
            hit.Id, hit.At, IsHit: true, hit.Vendor, page?.Visit.Page ?? "", CookiesOf(hit));
        if (page is null || plant is null || !page.Planted.Contains((plant, hit.Vendor)))
        {
            record.Count(PolicyQuestion.PolicyComplete, !IsInPolicy(site, hit.Vendor), evidence);
        }

        var regime = page?.Regime ?? _settings.RegimeOf(site);
        var answer = AnswerFor(record, page, regime);
        var gpc = (page?.Visit.Request ?? hit.Request).Header("Sec-GPC") == "1";
        Judge(record, regime, answer, vendor.Disclosure.Purpose, gpc, evidence);
    }

    /// <summary>A pixel that stayed away for want of a yes speaks for the site.</summary>
    private void Credit(PixelMissing missing)
    {
        if (PageOf(missing.Site, missing.Plant) is not { } page)
        {
            return;
        }

        var question = page switch
        {
            { Regime: Regime.OptOut, State.Answered: false } => PolicyQuestion.SignalHonoured,
            { State.Answered: false } => PolicyQuestion.WaitedForAnswer,
            _ => PolicyQuestion.RefusalKept,
        };
        Record(missing.Site).Count(question);
    }

    private static void Judge(
        SiteRecord record, Regime regime, Answer answer, string purpose, bool gpc, PolicyEvidence evidence)
    {
        var granted = answer.State.Granted.Contains(purpose);
        var asksFirst = regime is Regime.OptIn or Regime.Manipulative;
        var asksNobody = regime is Regime.None or Regime.Notice;
        if (regime == Regime.OptOut)
        {
            if (purpose == Purposes.Advertising)
            {
                record.Count(PolicyQuestion.RefusalKept, answer.State.Answered && !granted, evidence);
                if (gpc)
                {
                    record.Count(PolicyQuestion.SignalHonoured, against: true, evidence);
                }
            }

            return;
        }

        record.Count(PolicyQuestion.Asked, asksNobody, evidence);
        if (asksFirst)
        {
            record.Count(PolicyQuestion.WaitedForAnswer, !answer.State.Answered, evidence);
            record.Count(PolicyQuestion.RefusalKept, answer.State.Answered && !granted, evidence);
            record.Count(PolicyQuestion.RealChoice, granted && IsPreTicked(regime, answer.How), evidence);
        }

        if (evidence.Detail is not null)
        {
            record.Count(PolicyQuestion.CookiesWaited, asksNobody || !granted, evidence);
        }
    }

    /// <summary>On the manipulative banner every box is ticked beforehand; sending them as they are is no choice.</summary>
    private static bool IsPreTicked(Regime regime, string? how) => regime == Regime.Manipulative && how == "choose";

    /// <summary>The answer that held for a hit: the page's own, unless the visitor has answered since.</summary>
    private static Answer AnswerFor(SiteRecord record, PageFacts? page, Regime regime)
    {
        var choice = record.Choice is { } last && last.Regime == regime.Name() ? last : null;
        if (page is not null && (choice is null || choice.Id < page.Visit.Id))
        {
            return new Answer(page.State, choice?.How);
        }

        return choice is null
            ? new Answer(ConsentState.Unanswered, null)
            : new Answer(ConsentState.Of(choice.Granted), choice.How);
    }

    private PageFacts? PageOf(string site, string? plant)
    {
        var dot = plant?.IndexOf('.') ?? -1;
        return dot > 0 && _pages.TryGetValue(plant![..dot], out var page) && page.Visit.Site == site ? page : null;
    }

    private bool IsInPolicy(string site, string vendor) =>
        vendor != _settings.OmittedBy(site) && SitePolicies.Carried(site).Contains(vendor);

    private static string? CookiesOf(Hit hit) => hit.SetCookies.Count == 0
        ? null
        : string.Join(", ", hit.SetCookies.Select(cookie => cookie.Split('=', 2)[0]).Distinct());

    private SiteRecord Record(string site)
    {
        if (!_sites.TryGetValue(site, out var record))
        {
            _sites[site] = record = new SiteRecord();
        }

        return record;
    }

    private sealed record PageFacts(Visit Visit, Regime Regime, ConsentState State)
    {
        public HashSet<(string Plant, string Vendor)> Planted { get; } = [];
    }

    private sealed record Answer(ConsentState State, string? How);

    private sealed class SiteRecord
    {
        /// <summary>The most evidence that is held for each question; the count goes on.</summary>
        private const int MaxEvidence = 20;

        private readonly Dictionary<PolicyQuestion, (int Looked, int Against, Queue<PolicyEvidence> Evidence)> _counts = [];

        public int Visits { get; set; }

        public ConsentChoice? Choice { get; set; }

        /// <summary>Counts an event that speaks for the site.</summary>
        public void Count(PolicyQuestion question) => Count(question, null);

        /// <summary>Counts an event, and keeps what speaks against the site.</summary>
        public void Count(PolicyQuestion question, bool against, PolicyEvidence evidence) =>
            Count(question, against ? evidence : null);

        private void Count(PolicyQuestion question, PolicyEvidence? against)
        {
            var (looked, found, held) = _counts.GetValueOrDefault(question, (0, 0, new Queue<PolicyEvidence>()));
            if (against is not null)
            {
                held.Enqueue(against);
                if (held.Count > MaxEvidence)
                {
                    held.Dequeue();
                }
            }

            _counts[question] = (looked + 1, found + (against is null ? 0 : 1), held);
        }

        public PolicyAnswer Answer(PolicyQuestion question) =>
            _counts.TryGetValue(question, out var count)
                ? new PolicyAnswer(question, count.Looked, count.Against, [.. count.Evidence.Reverse()])
                : new PolicyAnswer(question, 0, 0, []);
    }
}
