using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Readings;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Explaining.Accounts;

/// <summary>
/// What each company was told: each thing once, with the requests that told it. A fold; what a robot or a check asked for says nothing of
/// anybody and is left out.
/// </summary>
public sealed class KnownReading : Reading
{
    /// <summary>The most things that are held of one company; the first ones stay.</summary>
    private const int MostFacts = 400;

    /// <summary>The most requests that are named for one thing, the first ones; how many there were is counted.</summary>
    private const int MostEvents = 50;

    /// <summary>The most sites that are told apart for one company; the town has fewer.</summary>
    private const int MostSites = 20;

    /// <summary>The most messages whose senders' lists are remembered.</summary>
    private const int MostLetters = 500;

    private readonly Dictionary<string, Company> _companies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MailSent> _letters = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        switch (labEvent)
        {
            case MailSent sent when _letters.Count < MostLetters:
                _letters.TryAdd(sent.Mail, sent);
                break;
            case Hit hit when VendorList.Find(hit.Vendor) is { } wire && FetchReader.Of(hit) is { IsNobodys: false } fetch:
                if (!_companies.TryGetValue(hit.Vendor, out var company))
                {
                    _companies[hit.Vendor] = company = new Company();
                }

                company.Add(hit, wire, fetch);
                break;
            default:
                break;
        }
    }

    /// <summary>What is known now, in the town's order of companies.</summary>
    public IReadOnlyList<KnownCompany> Companies(Language language) =>
    [
        .. VendorList.All.Where(wire => _companies.ContainsKey(wire.Name)).Select(wire => new KnownCompany(
            wire.Name, _companies[wire.Name].TiedBy, _companies[wire.Name].Facts(wire.Name, language, _letters), _companies[wire.Name].Sites)),
    ];

    /// <summary>By what one company ties together what it was told.</summary>
    public TiedBy TieOf(string vendor) => _companies.TryGetValue(vendor, out var company) ? company.TiedBy : TiedBy.Nothing;

    private sealed class Company
    {
        private readonly Dictionary<(Telling, string), Fact> _facts = [];
        private readonly HashSet<(string, string)> _senders = [];
        private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
        private readonly List<Heard> _heard = [];
        private int _own;
        private bool _hasPerson;

        /// <summary>
        /// What ties its requests together: a number that came back, else an account that was named, else that they came from one address
        /// and program; and nothing where there is nothing to tie.
        /// </summary>
        public TiedBy TiedBy => _numbers.Count > 0 ? TiedBy.Cookie
            : _hasPerson ? TiedBy.Account
            : _own > _senders.Count ? TiedBy.Address
            : TiedBy.Nothing;

        /// <summary>Each site with the best tie that something told there has to something told elsewhere.</summary>
        public IReadOnlyList<KnownSite> Sites =>
        [
            .. _heard.Select(heard => new KnownSite(
                heard.Site, _heard.Where(other => other != heard).Select(heard.TieTo).DefaultIfEmpty(TiedBy.Nothing).Max())),
        ];

        public void Add(Hit hit, IVendorWire wire, Fetch fetch)
        {
            var heard = HeardOn(hit.Site);
            if (!fetch.IsMailServices && _senders.Count < MostFacts)
            {
                _own++;
                var sender = (hit.Request.Address, hit.Request.Header("User-Agent") ?? "");
                _senders.Add(sender);
                heard?.Senders.Add(sender);
            }

            if (wire.NumberSent(hit.Request) is { } number && _numbers.Count < MostFacts)
            {
                _numbers.Add(number);
            }

            // A number that was given on one site and came back on another ties both.
            heard?.Take(wire.NumbersOf(hit));

            foreach (var told in ToldReader.Of(hit, fetch))
            {
                if (told.Telling == Telling.Person)
                {
                    _hasPerson = true;
                    heard?.Take(told.Value);
                }

                Note(hit, told, fetch);
            }
        }

        public IReadOnlyList<KnownFact> Facts(string vendor, Language language, Dictionary<string, MailSent> letters) =>
        [
            .. _facts.Values.OrderBy(fact => fact.Told.Telling).ThenBy(fact => fact.Events[0]).Select(fact =>
            {
                var writer = new AccountWriter(language, fact.Told.Telling == Telling.Letter ? letters.GetValueOrDefault(fact.Told.Value) : null);
                return new KnownFact(
                    writer.What(vendor, fact.Told), writer.Value(fact.Told), [.. fact.Events], fact.Count, fact.Sure, writer.Control(fact.Told.Telling));
            }),
        ];

        private Heard? HeardOn(string? site)
        {
            var heard = _heard.Find(one => one.Site == site);
            if (heard is null && site is { Length: > 0 } && _heard.Count < MostSites)
            {
                _heard.Add(heard = new Heard(site));
            }

            return heard;
        }

        private void Note(Hit hit, Told told, Fetch fetch)
        {
            var key = (told.Telling, told.Value);
            if (!_facts.TryGetValue(key, out var fact))
            {
                if (_facts.Count >= MostFacts)
                {
                    return;
                }

                _facts[key] = fact = new Fact(told);
            }

            fact.Take(hit.Id, fetch.By == FetchedBy.Person ? fetch.Sure : Certainty.Unsure);
        }
    }

    /// <summary>By what one site's visitors can be told to be another's.</summary>
    private sealed class Heard(string site)
    {
        private readonly HashSet<string> _people = new(StringComparer.Ordinal);
        private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);

        public string Site => site;

        public HashSet<(string, string)> Senders { get; } = [];

        public void Take(string person)
        {
            if (_people.Count < MostFacts)
            {
                _people.Add(person);
            }
        }

        public void Take(IEnumerable<string> numbers)
        {
            if (_numbers.Count < MostFacts)
            {
                _numbers.UnionWith(numbers);
            }
        }

        public TiedBy TieTo(Heard other) => _numbers.Overlaps(other._numbers) ? TiedBy.Cookie
            : _people.Overlaps(other._people) ? TiedBy.Account
            : Senders.Overlaps(other.Senders) ? TiedBy.Address
            : TiedBy.Nothing;
    }

    private sealed class Fact(Told told)
    {
        public Told Told { get; } = told;

        public List<long> Events { get; } = [];

        public int Count { get; private set; }

        public Certainty Sure { get; private set; } = Certainty.Unsure;

        public void Take(long hit, Certainty sure)
        {
            Count++;
            Sure = (Certainty)Math.Max((int)Sure, (int)sure);
            if (Events.Count < MostEvents)
            {
                Events.Add(hit);
            }
        }
    }
}
