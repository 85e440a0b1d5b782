using System.Text.Json;
using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests;

/// <summary>Finding a hit among many: by vendor, site, event and words, each also while the list is paused.</summary>
public sealed class FilterTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    [Fact]
    public async Task Vendor_site_and_event_narrow_the_list_together_and_stand_in_the_address()
    {
        var panel = await WithTrafficAsync();
        await Choice(panel, "All vendors").SelectOptionAsync("metrics");
        await Expect(panel.Hits("adnet")).ToHaveCountAsync(0);
        await Choice(panel, "All sites").SelectOptionAsync("news");
        await Expect(panel.Hits("on shop")).ToHaveCountAsync(0);
        await Choice(panel, "All events").SelectOptionAsync("page_view");
        var fitting = (await Lab.EventsAsync(Seat)).Count(hit => Is(hit, "hit", "metrics", "news", "page_view"));
        Assert.NotEqual(0, fitting);
        await Expect(panel.Hits()).ToHaveCountAsync(fitting);
        await Expect(panel.Page).ToHaveURLAsync(new Regex("vendor=metrics&site=news&event=page_view$"));

        await panel.Page.ReloadAsync();
        await Expect(Choice(panel, "All vendors")).ToHaveValueAsync("metrics");
        await Expect(Choice(panel, "All sites")).ToHaveValueAsync("news");
        await Expect(Choice(panel, "All events")).ToHaveValueAsync("page_view");
        await Expect(panel.Hits()).ToHaveCountAsync(fitting);

        await panel.Button("Take off the filter site: news").ClickAsync();
        await Expect(panel.Hits("on shop")).Not.ToHaveCountAsync(0);
        await Expect(panel.Page).ToHaveURLAsync(new Regex("vendor=metrics&event=page_view$"));

        // Once a person has chosen, a menu follows its options' attributes no more.
        await Choice(panel, "All sites").SelectOptionAsync("shop");
        await panel.Button("Take off the filter site: shop").ClickAsync();
        await Expect(Choice(panel, "All sites")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task What_a_choice_offers_is_what_has_come()
    {
        var panel = await WithTrafficAsync();
        var vendors = (await Lab.EventsAsync(Seat))
            .Select(kept => kept.TryGetProperty("vendor", out var vendor) ? vendor.GetString()! : "")
            .Where(vendor => vendor.Length > 0)
            .Distinct()
            .Order(StringComparer.Ordinal);
        await Expect(Choice(panel, "All vendors").GetByRole(AriaRole.Option)).ToHaveTextAsync(["All vendors", .. vendors]);
        await Expect(Choice(panel, "All sites").GetByRole(AriaRole.Option)).ToHaveTextAsync(["All sites", "news", "shop"]);
    }

    [Fact]
    public async Task A_filter_set_while_the_list_is_paused_holds_for_what_waits()
    {
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await panel.Button("Pause").ClickAsync();
        await SendAsync("red shoe");
        await SendAsync("blue shoe");
        await Expect(panel.Page.GetByText("Paused. 2 waiting.")).ToBeVisibleAsync();
        await panel.Search.FillAsync("blue");
        await Expect(panel.Hits()).ToHaveCountAsync(0);
        await panel.Button("Go on").First.ClickAsync();
        await Expect(panel.Hits("blue shoe")).ToHaveCountAsync(1);
        await Expect(panel.Hits()).ToHaveCountAsync(1);
        await panel.Button("Take off the filter text: blue").ClickAsync();
        await Expect(panel.Hits()).ToHaveCountAsync(2);
        await Expect(panel.Page).ToHaveURLAsync(new Regex("/panel$"));
    }

    [Fact]
    public async Task Words_that_nothing_holds_are_said_to_match_nothing()
    {
        await SendAsync("red shoe");
        await OpenAsync();
        var panel = await OpenPanelAsync("?text=green&vendor=metrics");
        await Expect(panel.Search).ToHaveValueAsync("green");
        await Expect(panel.Page.GetByText("Nothing matches the filter.")).ToBeVisibleAsync();
        await panel.Search.FillAsync("red");
        await Expect(panel.Hits("red shoe")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData("hütte")]
    [InlineData("H%C3%BCtte")]
    public async Task A_search_finds_what_the_address_holds_as_it_came_and_as_one_reads_it(string words)
    {
        await SendAsync("red shoe");
        await Lab.Http.GetByteArrayAsync(HitUrl("blue shoe") + "&broken=%C3%28&near=H%C3%BCtte", TestContext.Current.CancellationToken);
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await Expect(panel.Hits()).ToHaveCountAsync(2);
        await panel.Search.FillAsync(words);
        await Expect(panel.Hits()).ToHaveCountAsync(1);
        await Expect(panel.Hits("blue shoe")).ToHaveCountAsync(1);
    }

    private async Task<PanelPage> WithTrafficAsync()
    {
        await OpenAsync();
        await Shop.OpenAsync();
        await News.OpenAsync();
        foreach (var site in new[] { "shop", "news" })
        {
            await ArrivedAsync($"metrics hears of {site}", hit => Is(hit, "hit", "metrics", site, "page_view"));
            await ArrivedAsync($"adnet hears of {site}", hit => Is(hit, "hit", "adnet", site));
        }

        return await OpenPanelAsync();
    }

    private static ILocator Choice(PanelPage panel, string name) => panel.Page.GetByRole(AriaRole.Combobox, new() { Name = name });

    private static bool Is(JsonElement hit, string kind, string vendor, string site, string? name = null) =>
        hit.GetProperty("kind").GetString() == kind
        && hit.GetProperty("vendor").GetString() == vendor
        && hit.TryGetProperty("site", out var where) && where.GetString() == site
        && (name is null || hit.GetProperty("event").GetString() == name);
}
