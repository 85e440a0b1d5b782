using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Tests.Ads;

public sealed class AdStoryTests
{
    private readonly AdTown _town = new();

    [Fact]
    public void A_retargeted_ad_tells_of_the_product_and_of_the_hits_in_order()
    {
        var look = _town.Looks(3, cookie: null, given: "anid=aaaa");
        var request = _town.Hits("/slot?slot=feed-1", "anid=aaaa", site: "social");
        var served = _town.Serves("one", AdCampaigns.Retargeting, visitor: "aaaa", because: [look.Id, request.Id]);

        var story = AdStory.Of(served, [look, request], Language.English);

        Assert.Contains("did not buy it", story.Answer, StringComparison.Ordinal);
        Assert.Null(story.Limit);
        Assert.Equal([look.Id, request.Id, null], story.Steps.Select(step => step.Hit));
        Assert.Contains("A shoe", story.Steps[0].Text, StringComparison.Ordinal);
        Assert.Contains("gave it the number aaaa", story.Steps[0].Text, StringComparison.Ordinal);
        Assert.Contains("sent the number aaaa", story.Steps[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ad_by_context_says_why_the_network_could_not_retarget()
    {
        var request = _town.Hits("/slot?slot=feed-1", cookie: null, site: "social");
        var served = _town.Serves("one", AdCampaigns.BySegment[0], because: [request.Id]);

        var story = AdStory.Of(served, [request], Language.English);

        Assert.Contains("Sec-Fetch-Storage-Access: none", story.Limit, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_kept_for_one_site_only_is_told_apart()
    {
        var request = _town.Hits("/slot?slot=feed-1", "anid_p=cccc", site: "social");
        var served = _town.Serves("one", AdCampaigns.BySegment[0], visitor: "cccc", because: [request.Id]);

        Assert.Contains("another number of AdNet’s for each site", AdStory.Of(served, [request], Language.English).Limit, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interest_known_by_a_number_of_one_site_is_said_to_come_of_that_site()
    {
        var read = _town.Reads("sport", "anid_p=cccc");
        var request = _town.Hits("/slot?slot=article-middle", "anid_p=cccc", site: "news");
        var served = _town.Serves("one", AdCampaigns.BySegment[0], visitor: "cccc", because: [read.Id, request.Id]) with { Reason = AdReasons.Interest };

        Assert.Contains("pages that you opened on this site before", AdStory.Of(served, [read, request], Language.English).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ad_followed_on_one_site_alone_names_the_number_that_came_back_and_no_defence_that_is_up_already()
    {
        var look = _town.Looks(3, cookie: null) with { SetCookies = ["anid=aaaa; Path=/", "anid_p=cccc; Path=/; Partitioned"] };
        var request = _town.Hits("/slot?slot=feed-1", "anid_p=cccc", site: "shop");
        var served = _town.Serves("one", AdCampaigns.Retargeting, visitor: "cccc", because: [look.Id, request.Id]);

        var story = AdStory.Of(served, [look, request], Language.English);

        Assert.Contains("gave it the number cccc", story.Steps[0].Text, StringComparison.Ordinal);
        Assert.Contains("another number of AdNet’s for each site", story.Limit, StringComparison.Ordinal);
        Assert.DoesNotContain(story.Prevention, said => said.Contains("Third-party", StringComparison.Ordinal));
        Assert.DoesNotContain(story.Prevention, said => said.Contains("first site", StringComparison.Ordinal));
    }

    [Fact]
    public void A_story_whose_hits_were_erased_is_still_told()
    {
        var served = _town.Serves("one", AdCampaigns.Retargeting, because: [1, 2]) with { Product = "not a number", Campaign = "gone" };

        Assert.NotEmpty(AdStory.Of(served, Array.Empty<Hit>(), Language.English).Answer);
    }
}
