using System.Net;

namespace PixelLab.Web.Tests.Rules;

public sealed class BannerTests(SharedLab lab) : IClassFixture<SharedLab>
{
    public static TheoryData<string> Sites => ["shop", "news", "social", "clinic"];

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task Without_a_banner_everything_is_in_the_page(string site)
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);

        var page = await guest.OpenAsync(site);

        Assert.Contains("adnet.localhost", page, StringComparison.Ordinal);
        Assert.DoesNotContain("consent-banner", page, StringComparison.Ordinal);
        Assert.Empty(await guest.HeldBackAsync());
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task Under_opt_in_nothing_is_in_the_page_before_a_yes_and_the_log_says_why(string site)
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        await guest.TurnAsync(($"regime.{site}", "opt_in"));

        var page = await guest.OpenAsync(site);

        Assert.Contains("Refuse all", page, StringComparison.Ordinal);
        Assert.DoesNotContain("adnet.localhost", WithoutLinks(page), StringComparison.Ordinal);
        Assert.DoesNotContain("metrics.localhost", page, StringComparison.Ordinal);
        Assert.All(await guest.HeldBackAsync(), missing => Assert.Equal("refused_consent", missing.Reason));
        Assert.NotEmpty(await guest.HeldBackAsync());
    }

    [Fact]
    public async Task A_choice_by_purpose_lets_that_purpose_in_and_no_other()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        await guest.TurnAsync(("regime.shop", "opt_in"));

        await guest.AnswerAsync("shop", "choose", "analytics");
        var page = await guest.OpenAsync("shop");

        Assert.Contains("metrics.localhost", page, StringComparison.Ordinal);
        Assert.DoesNotContain("adnet.localhost", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Refuse all", page, StringComparison.Ordinal);
        Assert.Contains("gcs=G101", page, StringComparison.Ordinal);
        var choice = Assert.Single(await guest.Seat.EventsAsync("consent"));
        Assert.Equal(("shop", "opt_in", "choose"), (choice.Text("site"), choice.Text("regime"), choice.Text("how")));
    }

    [Fact]
    public async Task A_yes_is_taken_back_with_one_click()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        await guest.TurnAsync(("regime.shop", "opt_in"));
        await guest.AnswerAsync("shop", "accept_all");
        Assert.Contains("Withdraw everything", await guest.OpenAsync("shop", "/choices"), StringComparison.Ordinal);

        await guest.AnswerAsync("shop", "withdraw");

        Assert.DoesNotContain("adnet.localhost", await guest.OpenAsync("shop"), StringComparison.Ordinal);
        Assert.Contains("You have refused.", await guest.OpenAsync("shop", "/choices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_another_kind_of_banner_does_not_count()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        await guest.TurnAsync(("regime.shop", "manipulative"));
        await guest.AnswerAsync("shop", "accept_all");

        await guest.TurnAsync(("regime.shop", "opt_in"));

        Assert.Contains("Refuse all", await guest.OpenAsync("shop"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manipulative_banner_ticks_its_boxes_hides_its_no_and_fires_at_once()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        await guest.TurnAsync(("regime.shop", "manipulative"));

        var page = await guest.OpenAsync("shop");

        Assert.Contains("adnet.localhost", page, StringComparison.Ordinal);
        Assert.Contains("built to mislead", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("type=\"checkbox\" name=\"purpose\"").Skip(1).Count(box => box[..60].Contains("checked", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Under_opt_in_no_box_is_ticked_beforehand()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        await guest.TurnAsync(("regime.shop", "opt_in"));

        var page = await guest.OpenAsync("shop");

        Assert.All(page.Split("type=\"checkbox\" name=\"purpose\"").Skip(1), box => Assert.DoesNotContain("checked", box[..60], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_notice_goes_when_it_is_read_and_everything_fires_before_and_after()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        await guest.TurnAsync(("regime.news", "notice"));
        var before = await guest.OpenAsync("news");

        await guest.AnswerAsync("news", "noted");
        var after = await guest.OpenAsync("news");

        Assert.Contains("By going on you accept this.", before, StringComparison.Ordinal);
        Assert.DoesNotContain("By going on you accept this.", after, StringComparison.Ordinal);
        Assert.All([before, after], page => Assert.Contains("adnet.localhost", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_opt_out_ends_sharing_and_is_confirmed_and_can_be_taken_back()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        await guest.TurnAsync(("regime.shop", "opt_out"));
        Assert.Contains("us_privacy=1YNN", await guest.OpenAsync("shop"), StringComparison.Ordinal);
        Assert.Contains("Do Not Sell or Share My Personal Information", await guest.OpenAsync("shop"), StringComparison.Ordinal);

        await guest.AnswerAsync("shop", "opt_out");
        var page = await guest.OpenAsync("shop");

        Assert.DoesNotContain("adnet.localhost", page, StringComparison.Ordinal);
        Assert.Contains("metrics.localhost", page, StringComparison.Ordinal);
        Assert.Contains("You are opted out.", await guest.OpenAsync("shop", "/opt-out"), StringComparison.Ordinal);

        await guest.AnswerAsync("shop", "opt_in");
        Assert.Contains("adnet.localhost", await guest.OpenAsync("shop"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Global_privacy_control_is_honoured_and_confirmed_under_opt_out()
    {
        var guest = (await TownGuest.ArriveAsync(lab.Server)).Sending("Sec-GPC", "1");
        await guest.TurnAsync(("regime.shop", "opt_out"));

        var page = await guest.OpenAsync("shop");

        Assert.DoesNotContain("adnet.localhost", page, StringComparison.Ordinal);
        Assert.Contains("Opt-out signal honoured.", page, StringComparison.Ordinal);
        Assert.Contains("Opt-out signal honoured.", await guest.OpenAsync("shop", "/opt-out"), StringComparison.Ordinal);
        Assert.Contains(await guest.HeldBackAsync(), missing => missing == ("adnet", "refused_consent", "Sec-GPC"));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("notice")]
    [InlineData("opt_in")]
    [InlineData("manipulative")]
    public async Task Global_privacy_control_changes_nothing_elsewhere_and_no_page_claims_it_does(string regime)
    {
        var guest = (await TownGuest.ArriveAsync(lab.Server)).Sending("Sec-GPC", "1");
        await guest.TurnAsync(("regime.shop", regime));
        await guest.AnswerAsync("shop", "accept_all");

        var page = await guest.OpenAsync("shop");

        Assert.Contains("adnet.localhost", page, StringComparison.Ordinal);
        Assert.DoesNotContain("honoured", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yes_please")]
    public async Task An_answer_that_no_banner_offers_is_refused(string how)
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);

        using var reply = await guest.PostAsync("shop", "/consent", HttpStatusCode.BadRequest, [("how", how)]);

        Assert.Empty(await guest.Seat.EventsAsync("consent"));
    }

    [Theory]
    [InlineData("//evil.example/", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/shoes/3?a=b", "/shoes/3?a=b")]
    public async Task After_an_answer_the_way_leads_back_into_the_site_only(string back, string leadsTo)
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);

        using var reply = await guest.PostAsync("shop", "/consent", HttpStatusCode.SeeOther, [("how", "refuse_all"), ("back", back)]);

        Assert.Equal($"/~{guest.Seat.Name}{leadsTo}", reply.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Nobody_elses_page_can_answer_for_the_visitor(string header, string value)
    {
        var guest = (await TownGuest.ArriveAsync(lab.Server)).Sending(header, value);

        using var reply = await guest.PostAsync("shop", "/consent", HttpStatusCode.Forbidden, [("how", "accept_all")]);

        Assert.Empty(await guest.Seat.EventsAsync("consent"));
    }

    /// <summary>Links to vendors' own pages for people are no pixels.</summary>
    private static string WithoutLinks(string page) => string.Concat(page.Split("<a ").Select((part, place) => place == 0 ? part : part[(part.IndexOf('>', StringComparison.Ordinal) + 1)..]));
}
