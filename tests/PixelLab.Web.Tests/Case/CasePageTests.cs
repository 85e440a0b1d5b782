using System.Net;
using System.Text.RegularExpressions;
using PixelLab.Core.Case;
using PixelLab.Core.Events;
using PixelLab.Web.Tests.Ads;

namespace PixelLab.Web.Tests.Case;

/// <summary>The case without a browser: what each step takes, and what it keeps to itself.</summary>
public sealed partial class CasePageTests(AdTownServer server) : IClassFixture<AdTownServer>
{
    [Fact]
    public async Task It_is_begun_once_and_then_another_one_is_begun()
    {
        using var browser = server.Browser("casebegin");
        Assert.Contains($"Begin case {Of("casebegin").Number}", await browser.OpenAsync("lab", "/case"), StringComparison.Ordinal);
        await PostAsync(browser, "begin");
        Assert.Contains($"Case {Of("casebegin").Number}", await browser.OpenAsync("lab", "/case"), StringComparison.Ordinal);
        await PostAsync(browser, "begin");
        var begun = (await browser.EventsAsync()).Where(one => one.Text("kind") == "setting" && one.Text("name") == "case").Select(one => one.Text("value")).ToList();
        Assert.Equal(2, begun.Distinct().Count());
    }

    [Fact]
    public async Task The_shop_is_drawn_from_the_cases_plan_and_no_stranger_is_led_to_it()
    {
        using var browser = server.Browser("casedrawn");
        var plan = Of("casedrawn");
        var window = WebUtility.HtmlDecode(await browser.OpenAsync("market", "/"));
        Assert.Contains(CaseText.Words.English($"Shop.{plan.Trade}.{plan.Name}")!, window, StringComparison.Ordinal);
        Assert.All(plan.Goods, good => Assert.Contains($"/good/{good.Slug}", window, StringComparison.Ordinal));
        Assert.Contains(plan.Of(CaseRole.Disguise).Wire.DisguisedPath, window, StringComparison.Ordinal);
        Assert.DoesNotContain("market", await browser.OpenAsync("lab", "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_found_before_the_walk_and_nothing_is_handed_in_before_anything_is_found()
    {
        using var browser = server.Browser("caseearly");
        await PostAsync(browser, "begin");
        await PostAsync(browser, "findings", "tie.fennick", "Cookie");
        await PostAsync(browser, "stop", "company", "fennick", "means", "Host");
        await PostAsync(browser, "close");
        Assert.Empty(await SaidAsync(browser));
        Assert.Contains("not handed in yet", await browser.OpenAsync("lab", "/case/sheet"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_walk_is_ticked_step_by_step_and_the_sheet_says_what_was_overlooked()
    {
        using var browser = server.Browser("casewalk");
        var plan = Of("casewalk");
        await PostAsync(browser, "begin");
        await WalkAsync(browser, plan);
        Assert.DoesNotContain("still to do", await browser.OpenAsync("lab", "/case"), StringComparison.Ordinal);

        var letters = plan.Of(CaseRole.Letters).Wire;
        await PostAsync(browser, "findings", $"told.{letters.Name}", "Opened", $"tie.{letters.Name}", "Account");
        await PostAsync(browser, "close");
        var sheet = await browser.OpenAsync("lab", "/case/sheet");
        var part = Part(sheet, letters.Name);
        Assert.Contains("a code made of your email address</a>", part, StringComparison.Ordinal);
        Assert.Contains("overlooked", part, StringComparison.Ordinal);
        Assert.DoesNotContain("You chose", part, StringComparison.Ordinal);
        Assert.Equal(["findings", "closed"], await SaidAsync(browser));
    }

    [Fact]
    public async Task Without_its_till_the_shop_takes_no_order()
    {
        using var browser = server.Browser("casetill");
        var plan = Of("casetill");
        await PostAsync(browser, "begin");
        await WalkAsync(browser, plan);
        await PostAsync(browser, "findings", "tie.fennick", "Cookie");
        await PostAsync(browser, "stop", "company", plan.Of(CaseRole.Watcher).Wire.Name, "means", "All");

        Assert.Contains("The till did not load", await browser.OpenAsync("market", $"/order?good={plan.Goods[0].Slug}"), StringComparison.Ordinal);
        using var refused = await browser.PostAsync("market", "/order", "good", plan.Goods[0].Slug);
        Assert.Contains("/order?good=", refused.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("no order came yet", await browser.OpenAsync("lab", "/case"), StringComparison.Ordinal);

        await PostAsync(browser, "close");
        Assert.Contains("the shop needs its till", await browser.OpenAsync("lab", "/case/sheet"), StringComparison.Ordinal);
        Assert.DoesNotContain("The till did not load", await browser.OpenAsync("market", $"/order?good={plan.Goods[0].Slug}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_about_a_companys_address_stops_it_there_and_not_under_the_shops_name()
    {
        using var browser = server.Browser("caserules");
        var plan = Of("caserules");
        await PostAsync(browser, "begin");
        await WalkAsync(browser, plan);
        await PostAsync(browser, "findings", "tie.fennick", "Cookie");
        foreach (var (role, means, isStopped) in new[]
        {
            (CaseRole.Watcher, "Host", true), (CaseRole.Watcher, "Path", false), (CaseRole.Disguise, "Host", false), (CaseRole.Disguise, "Path", true), (CaseRole.Disguise, "All", false),
        })
        {
            await PostAsync(browser, "stop", "company", plan.Of(role).Wire.Name, "means", means);
            var pixel = role == CaseRole.Disguise ? plan.Of(role).Wire.DisguisedPath : $"{plan.Of(role).Wire.Name}.localhost";
            Assert.True(isStopped != (await browser.OpenAsync("market", "/")).Contains($"{pixel}", StringComparison.Ordinal), $"{role} {means}");
        }
    }

    [Fact]
    public async Task What_is_written_to_a_friend_is_bounded_encoded_and_told_to_nobody_else()
    {
        using var browser = server.Browser("casefriend");
        await PostAsync(browser, "begin");
        await PostAsync(browser, "friend", "text", "<script>x</script>" + new string('é', 700));
        var desk = await browser.OpenAsync("lab", "/case");
        Assert.DoesNotContain("<script>x", desk, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;x", desk, StringComparison.Ordinal);
        var kept = WebUtility.HtmlDecode(Written().Match(desk).Groups[1].Value);
        Assert.Equal(TextLimits.CaseAnswer, kept.Length);
        var said = (await browser.EventsAsync()).Single(one => one.Text("kind") == "case");
        Assert.Equal("friend", said.Text("name"));
        Assert.DoesNotContain("script", said.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_cards_know_of_an_open_case_they_keep_until_it_is_handed_in()
    {
        using var browser = server.Browser("casecards");
        var plan = Of("casecards");
        await PostAsync(browser, "begin");
        await WalkAsync(browser, plan);
        var title = $"What {plan.Of(CaseRole.Letters).Wire.Title} was told";
        var open = await browser.OpenAsync("lab", "/known");
        Assert.DoesNotContain(title, open, StringComparison.Ordinal);
        Assert.Contains("once you have handed it in", open, StringComparison.Ordinal);
        await PostAsync(browser, "findings", "tie.fennick", "Cookie");
        await PostAsync(browser, "close");
        Assert.Contains(title, await browser.OpenAsync("lab", "/known"), StringComparison.Ordinal);
    }

    private static CasePlan Of(string seat) => CaseComposer.Of(CaseComposer.NumberOf(SeatId.TryParse(seat, out var id) ? id : SeatId.Default));

    private static string Part(string sheet, string vendor) =>
        sheet[sheet.IndexOf($"id=\"s-{vendor}\"", StringComparison.Ordinal)..].Split("</section>")[0];

    private static async Task WalkAsync(TownBrowser browser, CasePlan plan)
    {
        await browser.OpenAsync("market", $"/good/{plan.Goods[0].Slug}");
        await browser.OpenAsync("market", $"/order?good={plan.Goods[0].Slug}");
        using var ordered = await browser.PostAsync("market", "/order", "good", plan.Goods[0].Slug);
        await browser.OpenAsync("market", "/done");
        var letter = await browser.OpenAsync("market", "/letter");
        var link = WebUtility.HtmlDecode(Link().Match(letter).Groups[1].Value);
        await browser.OpenAsync("market", link);
    }

    private static async Task PostAsync(TownBrowser browser, string step, params string[] fields)
    {
        using var reply = await browser.PostAsync("lab", $"/case/{step}", fields);
        Assert.Equal(HttpStatusCode.SeeOther, reply.StatusCode);
    }

    private static async Task<IEnumerable<string?>> SaidAsync(TownBrowser browser) =>
        (await browser.EventsAsync()).Where(one => one.Text("kind") == "case").Select(one => one.Text("name"));

    [GeneratedRegex("<textarea[^>]*>([^<]*)")]
    private static partial Regex Written();

    [GeneratedRegex("href=\"[^\"]*(/\\?from=letter[^\"]*)\"")]
    private static partial Regex Link();
}
