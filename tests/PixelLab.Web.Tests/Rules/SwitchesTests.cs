using System.Net;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Tests.Rules;

public sealed class SwitchesTests(SharedLab lab) : IClassFixture<SharedLab>
{
    [Fact]
    public async Task All_sites_are_set_at_once_and_back_again()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);

        await guest.TurnAsync(("regime.all", "opt_in"), ("section", "banners"));
        await guest.TurnAsync(("blocker", "on"));
        Assert.Equal(5, (await guest.Seat.EventsAsync("setting")).Count);

        using var back = await guest.PostAsync("lab", "/switches/reset", HttpStatusCode.SeeOther);
        var page = await guest.OpenAsync("lab", "/switches?done=reset");

        Assert.Contains("All switches are back", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Refuse all", await guest.OpenAsync("shop"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_name_that_is_stripped_off_links_is_told_once()
    {
        var page = await (await TownGuest.ArriveAsync(lab.Server)).OpenAsync("lab", "/switches");

        Assert.Contains("Names that go: <code>adclid</code> <code>ecode</code> <code>fbclid</code>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_switch_that_stands_like_that_already_makes_no_event()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        await guest.TurnAsync(("blocker", "on"));

        await guest.TurnAsync(("blocker", "on"));

        Assert.Single(await guest.Seat.EventsAsync("setting"));
    }

    [Theory]
    [InlineData("regime.shop", "anarchy")]
    [InlineData("regime.lab", "none")]
    [InlineData("referrer.page", "no-referrer\r\nX-Evil: 1")]
    [InlineData("door", "open")]
    [InlineData("section", "banners")]
    public async Task What_no_switch_takes_is_refused(string name, string value)
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);

        using var reply = await guest.PostAsync("lab", "/switches", HttpStatusCode.BadRequest, [(name, value)]);

        Assert.Empty(await guest.Seat.EventsAsync("setting"));
    }

    [Fact]
    public async Task Rules_too_long_are_refused()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);

        using var reply = await guest.PostAsync("lab", "/switches", HttpStatusCode.BadRequest, [("blocker.rules", new string('a', 20_001))]);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "http://shop.localhost")]
    public async Task No_page_but_the_labs_turns_a_switch(string header, string value)
    {
        var guest = (await TownGuest.ArriveAsync(lab.Server)).Sending(header, value);

        using var turned = await guest.PostAsync("lab", "/switches", HttpStatusCode.Forbidden, [("blocker", "on")]);
        using var reset = await guest.PostAsync("lab", "/switches/reset", HttpStatusCode.Forbidden);
        using var cleared = await guest.PostAsync("lab", "/switches/cookies", HttpStatusCode.Forbidden);

        Assert.Empty(await guest.Seat.EventsAsync("setting"));
    }

    [Fact]
    public async Task A_rule_for_frames_stops_ad_frames_and_no_pixel()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        await guest.TurnAsync(("blocker", "on"), ("blocker.rules", "||adnet.$subdocument"));

        await guest.OpenAsync("news", "/sport/ten-kilometres-before-breakfast");

        var frames = (await guest.Seat.EventsAsync("planted")).Where(one => one.GetProperty("trigger").GetString() == "frame")
            .Select(one => one.GetProperty("plant").GetString()).ToHashSet();
        Assert.NotEmpty(frames);
        Assert.Equal(frames, (await guest.Seat.EventsAsync("missing")).Select(one => one.GetProperty("plant").GetString()).ToHashSet());
    }

    [Fact]
    public async Task The_blocker_keeps_pixels_out_and_names_its_rule()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        await guest.TurnAsync(("blocker", "on"), ("blocker.rules", "||adnet.\nnonsense$popup"));

        var page = await guest.OpenAsync("shop");

        Assert.DoesNotContain("adnet.localhost", page, StringComparison.Ordinal);
        Assert.Contains("metrics.localhost", page, StringComparison.Ordinal);
        Assert.All(await guest.HeldBackAsync(), missing => Assert.Equal(("adnet", "blocked_by_rule", "||adnet."), missing));
        Assert.Contains("nonsense$popup</code>", await guest.OpenAsync("lab", "/switches"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_go_back_to_the_labs_own_list()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        await guest.TurnAsync(("blocker.rules", "||nothing."), ("blocker", "on"));
        Assert.Contains("adnet.localhost", await guest.OpenAsync("shop"), StringComparison.Ordinal);

        await guest.TurnAsync(("blocker.rules", "||nothing."), ("own.rules", "1"));

        Assert.DoesNotContain("adnet.localhost", await guest.OpenAsync("shop"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Referrer_policies_stand_on_page_and_pixels()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        using var before = await guest.GetAsync("shop", "/");
        Assert.False(before.Headers.Contains("Referrer-Policy"));

        await guest.TurnAsync(("referrer.page", "no-referrer"), ("referrer.pixel", "unsafe-url"));
        using var after = await guest.GetAsync("shop", "/");

        Assert.Equal("no-referrer", Assert.Single(after.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("referrerpolicy=\"unsafe-url\"", await after.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/shoes/3?adclid=a1.x.1", "/shoes/3")]
    [InlineData("/search?q=rain%20coat&fbclid=abc&page=2", "/search?q=rain%20coat&page=2")]
    [InlineData("/?mc_eid=1&mkt_tok=2", "/")]
    public async Task Link_decoration_goes_before_the_site_sees_it(string decorated, string clean)
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        using var untouched = await guest.GetAsync("shop", decorated);
        Assert.Equal(HttpStatusCode.OK, untouched.StatusCode);
        var visits = (await guest.Seat.EventsAsync("visit")).Count;

        await guest.TurnAsync(("links.strip", "on"));
        using var stripped = await guest.GetAsync("shop", decorated);

        Assert.Equal(HttpStatusCode.Found, stripped.StatusCode);
        Assert.Equal($"/~{guest.Seat.Name}{clean}", stripped.Headers.Location!.OriginalString);
        Assert.Equal(visits, (await guest.Seat.EventsAsync("visit")).Count);
    }

    [Fact]
    public async Task What_a_rule_says_is_shown_as_text()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        await guest.TurnAsync(("blocker.rules", "</textarea><script>alert(1)</script>$evil"));

        using var reply = await guest.GetAsync("lab", "/switches");

        Assert.DoesNotContain("<script>alert", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clearing_cookies_leads_once_through_every_host_and_back_to_the_lab()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        await guest.TurnAsync(("regime.shop", "opt_in"));
        await guest.AnswerAsync("shop", "refuse_all");
        Assert.NotEmpty(guest.CookiesOf("shop"));

        var reply = await guest.PostAsync("lab", "/switches/cookies", HttpStatusCode.SeeOther);
        var hosts = new List<string>();
        while (Next(reply, await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)) is { Host: not "localhost" } next)
        {
            var host = next.Host.Split('.')[0];
            hosts.Add(host);
            Assert.True(hosts.Count <= 20, "The way never ends.");
            reply.Dispose();
            reply = await guest.GetAsync(host, "/forget" + next.Query);
            Assert.Equal("\"cookies\"", Assert.Single(reply.Headers.GetValues("Clear-Site-Data")));
        }

        Assert.Equal(Town.Hosts.Where(host => host != Town.Lab).Select(host => host.Name), hosts);
        Assert.Empty(guest.CookiesOf("shop"));
        Assert.Single(await guest.Seat.EventsAsync("cookies_cleared"));
        reply.Dispose();
    }

    [Fact]
    public async Task A_vendor_forgets_its_cookies_in_the_jar_of_one_site_too()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);

        using var start = await guest.PostAsync("lab", "/switches/cookies", HttpStatusCode.SeeOther);
        using var reply = await guest.GetAsync("adnet", "/forget.gif" + start.Headers.Location!.Query);

        Assert.Contains(reply.Headers.GetValues("Set-Cookie"), cookie =>
            cookie.StartsWith("anid_p=;", StringComparison.Ordinal) && cookie.Contains("Max-Age=0", StringComparison.Ordinal) && cookie.EndsWith("Partitioned", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("shop", "/forget", "")]
    [InlineData("adnet", "/forget.gif", "?ticket=x")]
    public async Task No_other_page_leads_a_browser_to_forget_its_cookies(string host, string path, string query)
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        var other = await TownGuest.ArriveAsync(lab.Server);
        using var start = await other.PostAsync("lab", "/switches/cookies", HttpStatusCode.SeeOther);

        foreach (var without in new[] { query, start.Headers.Location!.Query })
        {
            using var reply = await guest.GetAsync(host, path + without);
            Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
            Assert.False(reply.Headers.Contains("Set-Cookie"));
        }
    }

    private static Uri? Next(HttpResponseMessage reply, string body)
    {
        if (reply.Headers.Location is { } location)
        {
            return location;
        }

        const string Mark = "content=\"0; url=";
        var start = body.IndexOf(Mark, StringComparison.Ordinal);
        return start < 0 ? null : new Uri(WebUtility.HtmlDecode(body[(start + Mark.Length)..].Split('"')[0]));
    }
}
