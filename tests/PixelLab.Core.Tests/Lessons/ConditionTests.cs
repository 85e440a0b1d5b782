using PixelLab.Core.Events;
using PixelLab.Core.Lessons.Conditions;

namespace PixelLab.Core.Tests.Lessons;

/// <summary>What conditions mean.</summary>
public sealed class ConditionTests
{
    private static readonly Hit Plain = BuiltHit.OfMetrics("dl=http%3A%2F%2Fshop.localhost%3A5080%2F~abc%2Fshoes&x=7");

    private static readonly Hit WithCookie = BuiltHit.OfAdnet().WithHeader("Cookie", "uid=42; other=1");

    public static TheoryData<string, bool> AboutAHit => new()
    {
        { "hit", true },
        { "hit from metrics", true },
        { "hit from adnet", false },
        { "hit on shop", true },
        { "hit to shop", true },
        { "hit on news", false },
        { "hit from metrics on shop where method = GET", true },
        { "hit where query.x = 7", true },
        { "hit where query.x != 7", false },
        { "hit where query.x >= 7", true },
        { "hit where query.x >= 7.5", false },
        { "hit where query.x present and query.y absent", true },
        { "hit where query.y present", false },
        { "hit where query.y != 7", true },
        { "hit where page = /shoes", true },
        { "hit where page starts /sho", true },
        { "hit where page starts hoes", false },
        { "hit where page contains OES", true },
        { "hit where header.user-agent contains Mozilla", true },
        { "hit where address = 127.0.0.1", true },
        { "hit where emulated = no", true },
        { "hit where cookie none", true },
        { "hit where cookie sent", false },
        { "hit where cookie set", false },
        { "hit where vendor = \"metrics\"", true },
        { "2 hit from metrics", false },
    };

    [Theory]
    [MemberData(nameof(AboutAHit))]
    public void A_comparison_holds_of_what_was_sent(string condition, bool holds) =>
        Assert.Equal(holds, Told.IsMet(condition, Plain));

    [Fact]
    public void What_comes_during_an_experiment_counts_until_the_next_begins()
    {
        const string During = "hit during experiment where experiment = clear_cookies";
        var clears = new ExperimentStarted { At = BuiltHit.Noon, Experiment = "clear_cookies" };
        var hides = new ExperimentStarted { At = BuiltHit.Noon, Experiment = "private_window" };

        Assert.False(Told.IsMet(During, Plain, clears));
        Assert.True(Told.IsMet(During, clears, Plain));
        Assert.False(Told.IsMet(During, clears, hides, Plain));
        Assert.True(Told.IsMet(During, clears, hides, clears, Plain));
    }

    /// <summary>However a number was lost, on the page after that a fresh one is back, unless the browser refuses it.</summary>
    [Fact]
    public void A_number_that_was_cleared_is_none_that_a_browser_refuses()
    {
        const string Refused = "2 hit from adnet where cookie.anid absent during experiment where experiment = refuse_third_party differing in page";
        var refuses = new ExperimentStarted { At = BuiltHit.Noon, Experiment = "refuse_third_party" };
        var cleared = new CookiesCleared { At = BuiltHit.Noon };
        var forOneSite = On("/shoes").WithHeader("Cookie", "anid_p=42");

        Assert.True(Told.IsMet(Refused, refuses, On("/"), On("/shoes")));
        Assert.True(Told.IsMet(Refused, cleared, refuses, On("/"), forOneSite));
        Assert.False(Told.IsMet(Refused, refuses, On("/"), On("/")));
        Assert.False(Told.IsMet(Refused, refuses, cleared, On("/"), On("/shoes").WithHeader("Cookie", "anid=42")));
        Assert.False(Told.IsMet(Refused, refuses, On("/").WithHeader("Cookie", "anid=42; anid_p=43"), On("/shoes")));

        static Hit On(string page) => BuiltHit.OfAdnet("dl=" + Uri.EscapeDataString("http://shop.localhost:5080" + page));
    }

    [Fact]
    public void Who_loads_one_page_again_has_not_walked()
    {
        const string Walk = "2 hit from metrics on shop differing in page";
        var other = BuiltHit.OfMetrics("dl=http%3A%2F%2Fshop.localhost%3A5080%2F~abc%2Ftents");

        Assert.False(Told.IsMet(Walk, Plain, Plain, Plain));
        Assert.True(Told.IsMet(Walk, Plain, Plain, other));
        var nearest = Told.Open(Walk, Plain, Plain).Nearest;
        Assert.Equal((MissKind.TooFew, 1, 2), (nearest.Kind, nearest.Came, nearest.Needed));
    }

    [Fact]
    public void Cookies_that_the_lab_cleared_bound_what_counts()
    {
        var cleared = new CookiesCleared { At = BuiltHit.Noon };

        Assert.True(Told.IsMet("hit where cookie none after clearing", cleared, Plain));
        Assert.False(Told.IsMet("hit where cookie none after clearing", Plain, cleared));
    }

    [Theory]
    [InlineData("hit where cookie sent", true)]
    [InlineData("hit where cookie none", false)]
    [InlineData("hit where cookie set", true)]
    [InlineData("hit where cookie.uid = 42", true)]
    [InlineData("hit where cookie.uid = 43", false)]
    [InlineData("hit where cookie.nobody absent", true)]
    public void Cookies_are_told_apart_by_way_and_name(string condition, bool holds) =>
        Assert.Equal(holds, Told.IsMet(condition, WithCookie.Setting("uid=42; Path=/")));

    [Fact]
    public void The_event_is_the_vendors_own_reading() =>
        Assert.True(Told.IsMet("hit from metrics where event = page_view", BuiltHit.OfMetrics("en=page_view")));

    [Fact]
    public void Other_kinds_have_their_own_fields()
    {
        Assert.True(Told.IsMet("visit on shop where page = /shoes and title contains page", Told.Visit(page: "/shoes")));
        Assert.True(Told.IsMet("missing from adnet where reason = refused_consent and witness = lab", Told.Missing(MissingReason.RefusedConsent)));
        Assert.True(Told.IsMet("consent on shop where granted = analytics and how = accept_all", Told.Consent("advertising", "analytics")));
        Assert.False(Told.IsMet("consent where granted != analytics", Told.Consent("advertising", "analytics")));
        Assert.True(Told.IsMet("consent where denied = analytics", Told.Consent()));
        Assert.True(Told.IsMet("setting where name = \"blocker.on\" and value = yes", Told.Setting("blocker.on", "yes")));
    }

    [Fact]
    public void All_lines_must_hold_and_of_alternatives_one()
    {
        var condition = Told.Condition("hit from metrics", "hit from adnet where cookie sent", "or hit from adnet where cookie none");
        Assert.False(Told.Outcome(condition, Plain).IsMet);
        Assert.True(Told.Outcome(condition, Plain, WithCookie).IsMet);
        Assert.True(Told.Outcome(condition, Plain, BuiltHit.OfAdnet()).IsMet);
    }

    [Fact]
    public void Nothing_before_consent_can_be_told_only_once_somebody_agreed()
    {
        const string Condition = "no hit from adnet before consent";
        Assert.False(Told.IsMet(Condition, Told.Visit()));
        Assert.False(Told.IsMet(Condition, Told.Visit(), Told.Consent()));
        Assert.True(Told.IsMet(Condition, Told.Visit(), Told.Consent("advertising"), WithCookie));
        Assert.False(Told.IsMet(Condition, Told.Visit(), WithCookie, Told.Consent("advertising")));
        Assert.Equal(MissKind.WaitsForEvent, Told.Open(Condition, Told.Visit()).Nearest.Kind);
        Assert.Equal(MissKind.ForbiddenCame, Told.Open(Condition, WithCookie, Told.Consent("advertising")).Nearest.Kind);
    }

    [Fact]
    public void Nothing_at_all_can_be_told_only_once_a_page_was_opened()
    {
        Assert.False(Told.IsMet("no hit from adnet"));
        Assert.True(Told.IsMet("no hit from adnet", Told.Visit()));
        Assert.False(Told.IsMet("no hit from adnet", Told.Visit(), WithCookie));
        Assert.Equal(MissKind.WaitsForVisit, Told.Open("no hit from adnet").Nearest.Kind);
    }

    [Fact]
    public void Nothing_after_something_needs_a_page_opened_after_it()
    {
        const string Condition = "no hit from adnet after consent where how = refuse_all";
        Assert.False(Told.IsMet(Condition, Told.Visit(), WithCookie, Told.Consent()));
        Assert.True(Told.IsMet(Condition, Told.Visit(), WithCookie, Told.Consent(), Told.Visit()));
        Assert.False(Told.IsMet(Condition, Told.Consent(), Told.Visit(), WithCookie));
    }

    [Fact]
    public void Order_counts_where_it_is_asked_for()
    {
        Assert.True(Told.IsMet("hit from adnet after consent", Told.Consent("advertising"), WithCookie));
        Assert.False(Told.IsMet("hit from adnet after consent", WithCookie, Told.Consent("advertising")));
        Assert.True(Told.IsMet("hit from adnet before consent", WithCookie, Told.Consent("advertising")));
        Assert.False(Told.IsMet("hit from adnet before consent", Told.Consent("advertising"), WithCookie));
        Assert.Equal(MissKind.TooEarly, Told.Open("hit from adnet after visit on news", WithCookie).Nearest.Kind);
        Assert.Equal(MissKind.TooLate, Told.Open("hit from adnet before consent", Told.Consent("advertising"), WithCookie).Nearest.Kind);
    }

    [Fact]
    public void The_nearest_miss_names_the_comparison_that_does_not_hold()
    {
        var nearest = Told.Open("hit from adnet where method = GET and cookie sent", BuiltHit.OfAdnet(), Plain).Nearest;
        Assert.Equal(MissKind.DoesNotHold, nearest.Kind);
        Assert.Equal("cookie sent", nearest.Missed!.ToString());
        Assert.Equal("adnet", nearest.Wanted.Vendor);
    }

    [Fact]
    public void Too_few_are_counted()
    {
        var nearest = Told.Open("3 hit from metrics", Plain, Plain).Nearest;
        Assert.Equal((MissKind.TooFew, 2, 3), (nearest.Kind, nearest.Came, nearest.Needed));
    }

    [Fact]
    public void The_reader_is_told_what_the_file_says_for_the_line_that_is_open()
    {
        var condition = Told.Condition(
            "hit from metrics", "  else: Open a page.", "hit from adnet where cookie sent", "  else: No cookie came.");
        Assert.Equal(["Open a page.", "No cookie came."], Told.Outcome(condition).Open.Select(open => open.Else));
        var open = Assert.Single(Told.Outcome(condition, Plain).Open);
        Assert.Equal((1, "No cookie came."), (open.Index, open.Else));
    }

    [Fact]
    public void An_alternatives_own_words_are_told_when_it_came_nearest()
    {
        var condition = Told.Condition(
            "hit from metrics where event = purchase", "  else: Buy something.", "or 2 hit from adnet", "  else: Once more.");
        Assert.Equal("Buy something.", Assert.Single(Told.Outcome(condition).Open).Else);
        Assert.Equal("Once more.", Assert.Single(Told.Outcome(condition, WithCookie).Open).Else);
    }

    [Fact]
    public void What_a_hostile_hit_holds_breaks_nothing()
    {
        var hostile = BuiltHit.OfMetrics("x=" + new string('a', 100_000) + "&%zz=%00%ff&x=" + new string('9', 5000));
        Assert.False(Told.IsMet("hit where query.x >= 5", hostile));
        Assert.False(Told.IsMet("hit where query.x contains b", hostile));
        Assert.True(Told.IsMet("hit where query.x starts aaa", hostile));
    }
}
