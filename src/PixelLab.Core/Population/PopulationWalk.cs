using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Population;

/// <summary>
/// Walks the simulated people through the town, straight to the events that capture would have kept: the same heads, the same
/// parameters, the same answers, without a wire between. Events come in the order of their time, one after the other, and
/// nothing of them is held but what is to come in the next minutes.
/// </summary>
public sealed partial class PopulationWalk
{
    private const string Scheme = "http";
    private const int Port = 5080;

    /// <summary>Numbers that the network can tell apart: enough for every browser of the largest town, and its twins a site.</summary>
    private const int MostProfiles = 100_000;

    private readonly PopulationPlan _plan;
    private readonly IReadOnlyList<Inhabitant> _people;
    private readonly BrowserState[] _states;
    private readonly HashSet<(int Person, int Mail)> _fetched = [];
    private readonly AdnetProfiles _profiles = new(MostProfiles);
    private readonly PriorityQueue<Func<IEnumerable<Happening>>, (DateTimeOffset At, long Order)> _later = new();
    private readonly CampaignBooking? _booking;
    private long _id;
    private long _laterOrder;
    private int _pageViews;
    private int _trades;
    private int _ads;

    /// <summary>A walk that has not begun.</summary>
    /// <param name="plan">The plan; <see cref="PopulationPlan.Fault"/> must be null.</param>
    /// <param name="people">Its people, as <see cref="Inhabitants.Of"/> makes them.</param>
    /// <param name="before">The number before that of the first event.</param>
    /// <param name="booking">
    /// A campaign of the shop's that is tried out: its other ads rest, and what only other companies hear of, and letters, are left out.
    /// </param>
    public PopulationWalk(PopulationPlan plan, IReadOnlyList<Inhabitant> people, long before = 0, CampaignBooking? booking = null)
    {
        _id = before;
        _booking = booking;
        _plan = plan;
        _people = people;
        _states = [.. Enumerable.Range(0, people.Sum(person => person.Browsers.Count)).Select(_ => new BrowserState())];
    }

    /// <summary>The events of all days, oldest first, numbered from 1. It can be asked for once.</summary>
    public IEnumerable<Happening> Days() => Enumerable.Range(0, _plan.Days).SelectMany(Day);

    /// <summary>The events of one day; days are asked for in their order.</summary>
    public IEnumerable<Happening> Day(int day)
    {
        foreach (var happening in Due(DayPlanner.Start.AddDays(day)))
        {
            yield return happening;
        }

        foreach (var person in _people.Where(person => person.ClearsOn == day % 7))
        {
            foreach (var browser in person.Browsers)
            {
                _states[browser.Number].Clear();
            }
        }

        foreach (var step in DayPlanner.Plan(_plan, _people, day))
        {
            foreach (var happening in Due(step.At).Concat(Take(step, day)))
            {
                yield return happening;
            }
        }

        if (day == _plan.Days - 1)
        {
            foreach (var happening in Due(DateTimeOffset.MaxValue))
            {
                yield return happening;
            }
        }
    }

    private IEnumerable<Happening> Take(Step step, int day)
    {
        var person = _people[step.Person];
        var browser = person.Browsers[step.Browser];
        if (_booking?.Leaves(step) == true)
        {
            return [];
        }

        return step.Kind switch
        {
            StepKind.MailArrives => Arrive(step, person, day),
            StepKind.MailOpened => OpenMail(step, person, browser, day),
            StepKind.MailClicked => ClickMail(step, person, browser, day),
            _ => Show(step, person, browser, null),
        };
    }

    /// <summary>What was put off until that moment, and what that puts off in turn.</summary>
    private IEnumerable<Happening> Due(DateTimeOffset until)
    {
        while (_later.TryPeek(out _, out var priority) && priority.At <= until)
        {
            foreach (var happening in _later.Dequeue()())
            {
                yield return happening;
            }
        }
    }

    private void Later(DateTimeOffset at, Func<IEnumerable<Happening>> happen) => _later.Enqueue(happen, (at, ++_laterOrder));

    /// <summary>Puts off one event.</summary>
    private void Later(DateTimeOffset at, Func<Happening> happen) => Later(at, () => [happen()]);

    /// <summary>Gives an event its number, in the order in which events happen, and lets the network take note of it.</summary>
    private Happening Note(LabEvent happened, Inhabitant person, int browser, int product = 0, bool bought = false)
    {
        var numbered = happened with { Id = ++_id };
        _profiles.Add(numbered);
        return new Happening(numbered, person.Number, browser, product, bought);
    }

    private static CapturedRequest Request(
        OwnBrowser browser, Inhabitant person, string address, string host, string target, string? referer, string? cookie,
        AskedFor asked = AskedFor.Image) => Request(
            address,
            target,
            browser.Kind.Headers(Host(host), referer, browser.Language, person.SendsGpc, cookie, asked),
            asked == AskedFor.Beacon ? "POST" : "GET");

    private static CapturedRequest Request(string address, string target, IEnumerable<NameValue> headers, string method = "GET")
    {
        var head = new RequestHead(method, target, "HTTP/1.1", [.. headers]).ToString();
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return new CapturedRequest
        {
            Head = head,
            Scheme = Scheme,
            Path = query < 0 ? target : target[..query],
            Address = address,
            HeadBytes = head.Length + 4,
            Notes = [CaptureNotes.Emulated],
        };
    }

    private static string PageUrl(string host, string pathAndQuery) => $"{Scheme}://{Host(host)}{pathAndQuery}";

    private static string Host(string name) => string.Create(CultureInfo.InvariantCulture, $"{name}.localhost:{Port}");
}
