using PixelLab.Core.Case;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Languages;
using PixelLab.Core.Readings;
using PixelLab.Core.Rules;

namespace PixelLab.Core.Tests.Case;

/// <summary>What is right at the desk follows from the log, and points from that.</summary>
public sealed class CaseGradeTests
{
    private const int Number = 7;

    private static readonly CasePlan Plan = CaseComposer.Of(Number);

    private readonly List<LabEvent> _events = [];

    public CaseGradeTests() => Begin("7");

    private static string Watcher => Plan.Of(CaseRole.Watcher).Wire.Name;

    private static string Disguise => Plan.Of(CaseRole.Disguise).Wire.Name;

    [Fact]
    public void A_number_in_a_cookie_ties_only_once_it_has_come_back()
    {
        Hear(Watcher, "/w.gif?en=view_item&it=Owl");
        Hear(Watcher, "/w.gif?en=begin_checkout");
        Say(Watcher, TiedBy.Cookie, CaseFact.Looked);
        Assert.Equal((TiedBy.Address, 2, 0), Row(Watcher));

        Hear(Watcher, "/w.gif?en=purchase", $"Cookie: {Watcher}_id=0123456789abcdef");
        Say(Watcher, TiedBy.Cookie, CaseFact.Looked);
        Assert.Equal((TiedBy.Cookie, 2, 1), Row(Watcher));
    }

    [Fact]
    public void Where_a_cookie_and_a_code_tie_either_is_right_since_both_are_true()
    {
        Hear(Watcher, "/w.gif?en=purchase&val=9&em=abc", $"Cookie: {Watcher}_id=0123456789abcdef");
        Hear(Watcher, "/w.gif?en=page_view", $"Cookie: {Watcher}_id=0123456789abcdef");
        Say(Watcher, TiedBy.Account, CaseFact.Cost, CaseFact.Code);
        Assert.Equal((TiedBy.Cookie, 2, 1), Row(Watcher));
        Say(Watcher, TiedBy.Address, CaseFact.Cost, CaseFact.Code);
        Assert.Equal(0, Row(Watcher).Tied);
    }

    [Fact]
    public void Findings_are_judged_by_what_was_known_when_they_were_said()
    {
        Hear(Watcher, "/w.gif?en=view_item&it=Owl");
        Say(Watcher, TiedBy.Nothing, CaseFact.Looked);
        Hear(Watcher, "/w.gif?en=purchase&val=9&em=abc");
        Assert.Equal((TiedBy.Nothing, 2, 1), Row(Watcher));
    }

    [Fact]
    public void An_address_that_names_a_thing_tells_it_in_a_parameter_and_in_the_referrer()
    {
        Hear(Disguise, $"/s/{Disguise}.gif?en=view_item&dl=http%3A%2F%2Fmarket.localhost%2Fgood%2Fowl");
        Hear(Watcher, "/w.gif?en=view_item", "Referer: http://lab.example/on/market/good/owl");
        Say(Disguise, TiedBy.Nothing, CaseFact.Looked);
        Assert.Equal(2, Row(Disguise).Learned);
        Assert.Contains(CaseFact.Looked, State.Told[Watcher].Facts.Keys);
    }

    [Fact]
    public void One_thing_overlooked_is_half_and_named_with_the_request_that_told_it()
    {
        Hear(Watcher, "/w.gif?en=view_item&it=Owl");
        Hear(Watcher, "/w.gif?en=purchase&it=Owl&val=9");
        Say(Watcher, TiedBy.Address, CaseFact.Looked);
        var row = Company(Watcher);
        Assert.Equal((1, 1), (row.Learned, row.Tied));
        Assert.Equal([CaseFact.Cost], row.Overlooked);
        Assert.Equal(_events.OfType<Hit>().Last().Id, row.Told.Facts[CaseFact.Cost]);
    }

    [Fact]
    public void Whoever_ticks_everything_or_nothing_gets_nothing_for_it()
    {
        Hear(Watcher, "/w.gif?en=view_item&it=Owl");
        Say(Watcher, null, Enum.GetValues<CaseFact>());
        Assert.Equal((0, 0), (Company(Watcher).Learned, Company(Watcher).Tied));
        Say(Watcher, null);
        Assert.Equal(0, Company(Watcher).Learned);
    }

    [Fact]
    public void A_company_that_was_told_nothing_is_right_with_nothing()
    {
        Say(Watcher, TiedBy.Nothing);
        Assert.Equal((TiedBy.Nothing, 2, 1), Row(Watcher));
    }

    [Theory]
    [InlineData(true, false, true, CaseGrade.MostStopped)]
    [InlineData(true, false, false, 1)]
    [InlineData(true, true, true, 1)]
    [InlineData(false, false, true, 1)]
    [InlineData(true, true, false, 0)]
    public void A_company_is_stopped_where_the_shop_had_something_to_tell_it_and_the_order_came(bool planted, bool heard, bool ordered, int points)
    {
        See("/done");
        Hear(Watcher, "/w.gif?en=purchase");
        _events.Add(new CaseAnswered { At = BuiltHit.Noon, Step = CaseSteps.Stop, Answer = $"{Watcher} Host" });
        if (planted)
        {
            _events.Add(new PixelPlanted { At = BuiltHit.Noon, Plant = "v.1", PageView = "v", Site = "market", Page = "/", Vendor = Watcher, Event = "page_view", Trigger = PixelTrigger.Image, Url = "" });
        }

        if (heard)
        {
            Hear(Watcher, "/w.gif?en=page_view");
        }

        if (ordered)
        {
            See("/done");
        }

        Assert.Equal(points, Grade.Stopped);
    }

    [Fact]
    public void Nothing_changes_a_case_that_is_handed_in_until_another_one_is_begun()
    {
        See("/letter");
        _events.Add(new CaseAnswered { At = BuiltHit.Noon, Step = CaseSteps.Closed, Answer = "" });
        Say(Watcher, TiedBy.Nothing);
        Begin("7");
        Begin("");
        Assert.True(State is { IsClosed: true, Findings: null, HasOpened: true });
        Begin("8");
        Assert.True(State is { Number: 8, IsClosed: false, HasOpened: false, Told.Count: 0 });
    }

    [Fact]
    public void What_happened_before_it_was_begun_is_no_part_of_it()
    {
        _events.Clear();
        See("/good/owl");
        Hear(Watcher, "/w.gif?en=view_item&it=Owl");
        Begin("7");
        Say(Watcher, TiedBy.Nothing);
        Assert.False(State.HasLooked);
        Assert.Equal(2, Row(Watcher).Learned);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a=b=c;;=/;/=")]
    [InlineData("nobody=Looked/Cookie")]
    [InlineData("oddmoor=1,2,99,Nothing/7")]
    public void A_text_that_says_nothing_is_read_as_nothing(string text) =>
        Assert.All(CaseAnswers.Read(text).Values, finding => Assert.True(finding is { Facts.Count: 0, TiedBy: null }));

    [Fact]
    public void What_the_longest_findings_need_is_kept() =>
        Assert.True(CaseAnswers.Write(Plan.Companies.ToDictionary(company => company.Wire.Name, _ => new CaseFinding(Enum.GetValues<CaseFact>().ToHashSet(), TiedBy.Address))).Length <= TextLimits.CaseAnswer);

    [Theory]
    [InlineData("FENNICK was told what I paid.", true, true, true)]
    [InlineData("Perhaps somebody knows something.", false, false, false)]
    [InlineData("", false, false, true)]
    public void Words_to_a_friend_get_advice_by_three_rules(string text, bool company, bool thing, bool sure) =>
        Assert.Equal(new FriendAdvice(company, thing, sure), FriendAdvice.On(text, Plan, Language.English));

    [Fact]
    public void The_model_names_the_company_that_was_told_most_and_only_what_it_was_told()
    {
        Hear(Watcher, "/w.gif?en=view_item&it=Owl");
        Hear(Disguise, $"/s/{Disguise}.gif?en=purchase&it=Owl&val=9");
        Say(Watcher, null);
        var model = FriendAdvice.Model(Grade, Language.English)!;
        Assert.Contains(Plan.Of(CaseRole.Disguise).Wire.Title, model, StringComparison.Ordinal);
        Assert.Contains("what your order cost", model, StringComparison.Ordinal);
        Assert.DoesNotContain("email", model, StringComparison.Ordinal);
    }

    private CaseState State => new CaseReading().AddAll(_events).State;

    private CaseGrade Grade => CaseGrade.Of(Plan, State);

    private CompanyGrade Company(string vendor) => Grade.Companies.Single(company => company.Company.Wire.Name == vendor);

    private (TiedBy Tie, int Learned, int Tied) Row(string vendor) => (Company(vendor).Told.TiedBy, Company(vendor).Learned, Company(vendor).Tied);

    private void Begin(string number) => _events.Add(new SettingChanged { At = BuiltHit.Noon, Name = SettingNames.Case, Value = number });

    private void Hear(string vendor, string target, params string[] more) =>
        _events.Add(BuiltHit.Of(vendor, target, [.. BrowserHeads.Chromium.Where(line => !line.StartsWith("Referer:", StringComparison.Ordinal)), .. more]).On("market") with { Id = _events.Count + 1 });

    private void See(string page) => _events.Add(new Visit
    {
        At = BuiltHit.Noon,
        Site = "market",
        Page = page,
        Title = "",
        PageView = "v",
        Request = BuiltHit.Request("GET / HTTP/1.1"),
    });

    private void Say(string vendor, TiedBy? tie, params CaseFact[] facts) => _events.Add(new CaseAnswered
    {
        At = BuiltHit.Noon,
        Step = CaseSteps.Findings,
        Answer = CaseAnswers.Write(new Dictionary<string, CaseFinding> { [vendor] = new(facts.ToHashSet(), tie) }),
    });
}
