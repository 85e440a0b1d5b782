using CsCheck;
using PixelLab.Core.Readings;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Tests.Ads;

public sealed class AdDecisionTests
{
    private const string Cookie = "anid=aaaaaaaaaaaaaaaa";
    private const string Number = "aaaaaaaaaaaaaaaa";

    private readonly AdTown _town = new();

    [Fact]
    public void The_very_product_last_looked_at_comes_back_and_names_its_hits()
    {
        _town.Looks(5, Cookie);
        var hit = _town.Looks(3, Cookie);

        var choice = Choose();

        Assert.Equal(AdReasons.Retargeting, choice.Reason);
        Assert.Equal(3, choice.Product?.Id);
        Assert.Equal([hit.Id], choice.Because);
    }

    [Fact]
    public void What_the_learner_has_booked_comes_first_for_whom_it_is_meant()
    {
        _town.Looks(3, Cookie);
        AdChoice Booked(AdAudience audience, string context) => AdDecision.Choose(
            new(Segments.Of(context), 1) { Booked = AdCampaigns.Bookable.Single(campaign => campaign.Audience == audience) },
            new AdnetProfiles().AddAll(_town.Events).Find(Number));

        Assert.Equal(("hundred-looked", 3), (Booked(AdAudience.Looked, "food").Campaign.Key, Booked(AdAudience.Looked, "food").Product?.Id));
        Assert.Equal(AdReasons.Everybody, Booked(AdAudience.Everybody, "food").Reason);
        Assert.Equal("hundred-beside-running", Booked(AdAudience.BesideRunning, "sport").Campaign.Key);
        Assert.Equal("look-again", Booked(AdAudience.BesideRunning, "food").Campaign.Key);
        Assert.Equal("look-again", Booked(AdAudience.LeftInCart, "food").Campaign.Key);
    }

    [Fact]
    public void A_product_seen_with_the_hit_that_gave_the_number_counts_too()
    {
        _town.Looks(3, cookie: null, given: Cookie);

        Assert.Equal(AdReasons.Retargeting, Choose().Reason);
    }

    [Fact]
    public void What_was_bought_is_not_offered_again()
    {
        _town.Looks(5, Cookie);
        _town.Looks(3, Cookie);
        _town.Buys("FO-1", "129.95", Cookie);

        Assert.Equal(5, Choose().Product?.Id);
    }

    [Fact]
    public void Without_a_number_the_page_decides()
    {
        _town.Looks(3, cookie: null);

        var choice = AdDecision.Choose(Question("jackets"), Profiles().Find(null));

        Assert.Equal(AdReasons.Context, choice.Reason);
        Assert.Equal("jackets", choice.Product?.Category.Slug);
        Assert.Empty(choice.Because);
    }

    [Fact]
    public void Another_number_is_another_person()
    {
        _town.Looks(3, Cookie);

        Assert.Null(Profiles().Find("bbbbbbbbbbbbbbbb"));
    }

    [Fact]
    public void An_article_makes_an_interest_and_names_the_hit()
    {
        var hit = _town.Reads("sport", Cookie);

        var choice = Choose();

        Assert.Equal(AdReasons.Interest, choice.Reason);
        Assert.Equal(Segments.Running, choice.Campaign.Segment);
        Assert.Equal([hit.Id], choice.Because);
    }

    [Fact]
    public void What_only_this_view_of_a_page_told_is_its_subject_and_no_interest_until_another_page_tells_it_too()
    {
        void Opens(string pageView) => _town.Hits($"/tr?id=448137&ev=PageView&cd[content_category]=sport&eid={pageView}.0", Cookie, site: "news");
        Opens("one");
        var beside = AdDecision.Choose(Question("sport") with { PageView = "one" }, Profiles().Find(Number));
        Assert.Equal(("for-runners", AdReasons.Context), (beside.Campaign.Key, beside.Reason));
        Assert.Empty(beside.Because);

        Opens("two");
        Assert.Equal(AdReasons.Interest, AdDecision.Choose(Question("sport") with { PageView = "two" }, Profiles().Find(Number)).Reason);
    }

    [Fact]
    public void A_hit_may_name_a_view_of_any_length_and_no_long_one_is_remembered()
    {
        var view = new string('v', 5000);
        _town.Hits($"/tr?id=448137&ev=PageView&cd[content_category]=sport&eid={view}.0", Cookie, site: "news");
        Assert.False(Profiles().Find(Number)!.IsOnlyOf(Segments.Running, view));
    }

    [Fact]
    public void An_ad_that_goes_by_the_page_does_not_show_by_chance_what_was_looked_at_under_another_number()
    {
        _town.Looks(3, "anid=bbbbbbbbbbbbbbbb");
        AdChoice[] Chosen(IReadOnlySet<int> notByChance) =>
            [.. Enumerable.Range(0, 20).Select(seed => AdDecision.Choose(new(Segments.Of("sport"), seed) { NotByChance = notByChance }, Profiles().Find(Number)))];
        Assert.Contains(Chosen(new HashSet<int>()), choice => choice.Product?.Id == 3);
        Assert.All(Chosen(Profiles().Looked), choice => Assert.Equal((AdReasons.Context, false), (choice.Reason, choice.Product?.Id == 3)));
    }

    [Fact]
    public void A_campaign_shown_too_often_makes_way_for_the_next_best()
    {
        _town.Looks(3, Cookie);
        for (var i = 0; i < AdCampaigns.Retargeting.Cap.Most; i++)
        {
            Assert.Equal(AdReasons.Retargeting, Choose().Reason);
            _town.Serves($"ad{i}", AdCampaigns.Retargeting, Number, pageView: $"page{i}");
        }

        Assert.NotEqual(AdReasons.Retargeting, Choose().Reason);
    }

    [Fact]
    public void The_cap_opens_again_when_other_ads_have_come_between()
    {
        _town.Looks(3, Cookie);
        for (var i = 0; i < AdCampaigns.Retargeting.Cap.Of; i++)
        {
            _town.Serves($"ad{i}", i < 3 ? AdCampaigns.Retargeting : AdCampaigns.House[0], Number, pageView: $"page{i}");
        }

        Assert.NotEqual(AdReasons.Retargeting, Choose().Reason);
        _town.Serves("one-more", AdCampaigns.House[0], Number, pageView: "later");
        Assert.Equal(AdReasons.Retargeting, Choose().Reason);
    }

    [Fact]
    public void Who_looks_again_is_shown_again_before_what_was_looked_at_longer_ago_and_before_every_interest()
    {
        for (var walk = 0; walk < 5; walk++)
        {
            _town.Looks(5, Cookie);
            _town.Reads("rain", Cookie);
            _town.Looks(3, Cookie);
            for (var i = 0; i < AdCampaigns.Retargeting.Cap.Most; i++)
            {
                Assert.Equal((AdReasons.Retargeting, 3), (Choose().Reason, Choose().Product?.Id));
                _town.Serves($"ad{walk}.{i}", AdCampaigns.Retargeting, Number, pageView: $"page{walk}.{i}");
            }
        }
    }

    [Fact]
    public void Several_places_on_one_page_count_as_one_showing()
    {
        _town.Looks(5, Cookie);
        _town.Looks(3, Cookie);
        for (var slot = 0; slot < AdCampaigns.Retargeting.Cap.Most; slot++)
        {
            _town.Serves($"ad{slot}", AdCampaigns.Retargeting, Number, pageView: "before");
        }

        Assert.Equal(3, Choose().Product?.Id);
    }

    [Fact]
    public void A_site_shows_no_ads_for_itself()
    {
        _town.Looks(3, Cookie);

        var choices = AdDecision.Rank(Question("shoes") with { Site = "shop" }, Profiles().Find(Number));

        Assert.All(choices, choice => Assert.NotEqual("shop", choice.Campaign.Advertiser));
    }

    [Fact]
    public void No_two_slots_of_a_page_get_the_same_ad_and_none_stays_empty()
    {
        string[] words = ["sport", "rain", "camp", "town", "health", "school", "nonsense", ""];
        Gen.Select(Gen.Int[1, 14].List[0, 8], Gen.Int[0, words.Length - 1].Select(place => words[place]).List[0, 6], Gen.Int).Sample((products, subjects, seed) =>
        {
            var town = new AdTown();
            products.ForEach(product => town.Looks(product, Cookie));
            subjects.ForEach(subject => town.Reads(subject, Cookie));
            var profile = new AdnetProfiles().AddAll(town.Events).Find(Number);

            var ranking = AdDecision.Rank(new AdQuestion(Segments.Of(string.Join(',', subjects)), seed), profile);

            Assert.NotEmpty(ranking);
            Assert.Equal(ranking.Count, ranking.Select(choice => (choice.Campaign.Key, choice.Product?.Id)).Distinct().Count());
            Assert.All(ranking, choice => Assert.Equal(choice.Reason is AdReasons.Retargeting or AdReasons.Interest, choice.Because.Count > 0));
        });
    }

    private AdChoice Choose() => AdDecision.Choose(Question(), Profiles().Find(Number));

    private AdnetProfiles Profiles() => new AdnetProfiles().AddAll(_town.Events);

    private static AdQuestion Question(string about = "") => new(Segments.Of(about), 7) { Site = "social", PageView = "now" };
}
