using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PixelLab.Web.Tests;

namespace PixelLab.Browser.Tests;

/// <summary>What a newcomer does, and what they see.</summary>
public sealed class StoryTests(LabBrowser lab) : IClassFixture<LabBrowser>
{
    [Fact]
    public async Task From_the_labs_front_page_to_the_shop_the_news_and_the_panel_every_hit_is_seen()
    {
        await using var browser = await lab.OpenAsync();
        var person = await Visitor.SitDownAsync(lab, browser);

        await person.GoAsync("lab");
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Visit the shop and watch" }).ClickAsync();
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "See the Trail Runner 2" }).ClickAsync();
        await Expect(person.Dock.GetByRole(AriaRole.Option).Filter(new() { HasText = "looked at the product" })).ToBeVisibleAsync();
        await person.GoAsync("news");
        await person.HitAsync("metrics", "page_view");
        await person.OpenPanelAsync();

        await person.Rows.Filter(new() { HasText = "looked at the product" }).ClickAsync();
        await Expect(person.Panel).ToContainTextAsync(new Regex("adnet learned that the person at 127.0.0.1, using Chrome .* on Linux"));
        await Expect(person.Panel).ToContainTextAsync("What would stop it:");
        await Expect(person.Panel).ToContainTextAsync($"/~{person.Seat}");
        await person.Panel.GetByRole(AriaRole.Button, new() { Name = "Trailer: 3b" }).ClickAsync();
        await Expect(person.Panel).ToContainTextAsync("the file ends");
        await person.ExpectRowAsync("The Harbour Post on news");
        Assert.Empty(person.Complaints);
    }

    [Theory]
    [InlineData(CookieWorld.Open, "Cookie jar: open")]
    [InlineData(CookieWorld.BlockedByPreference, "Cookie jar: closed")]
    [InlineData(CookieWorld.BlockedPrivately, "Cookie jar: closed")]
    public async Task The_panel_judges_the_cookie_jar_by_what_really_happened(CookieWorld world, string verdict)
    {
        await using var browser = await lab.OpenAsync(world);
        var person = await Visitor.SitDownAsync(lab, browser);

        await person.GoAsync("shop");
        await person.HitAsync("adnet", "page_view");
        await person.GoAsync("shop", "/shoes");
        await person.HitAsync("adnet", "view_item_list");
        await person.GoAsync("news");
        await person.EventAsync("hit", hit => hit.Text("vendor") == "adnet" && hit.Text("site") == "news");
        await person.OpenPanelAsync();

        await Expect(person.Panel.GetByText(verdict)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task With_images_off_the_pixel_is_missing_and_the_reason_is_said()
    {
        await using var browser = await lab.OpenAsync(options: new() { Flags = ["--blink-settings=imagesEnabled=false"] });
        var person = await Visitor.SitDownAsync(lab, browser);

        await person.GoAsync("shop");
        await person.EventAsync("missing", missing => missing.Text("vendor") == "adnet" && missing.Text("reason") == "images_off");
        await person.OpenPanelAsync();

        await person.ExpectRowAsync("missing: The browser loads no images");
        Assert.DoesNotContain(await person.EventsAsync("hit"), hit => hit.Text("vendor") == "adnet");
    }

    [Fact]
    public async Task With_scripts_off_the_bare_images_still_report()
    {
        await using var browser = await lab.OpenAsync(options: new() { Scripts = false });
        var person = await Visitor.SitDownAsync(lab, browser);

        await person.GoAsync("shop");

        await person.HitAsync("adnet", "page_view");
        var hit = await person.HitAsync("metrics", "page_view");
        Assert.Contains(("noscript", "1"), hit.Pairs("query"));
    }

    [Fact]
    public async Task A_request_that_the_browser_stops_shows_as_missing()
    {
        await using var browser = await lab.OpenAsync();
        var person = await Visitor.SitDownAsync(lab, browser);
        await person.Page.RouteAsync(new Regex("adnet\\.localhost"), route => route.AbortAsync("blockedbyclient"));

        await person.GoAsync("shop");
        await person.EventAsync("missing", missing => missing.Text("vendor") == "adnet" && missing.Text("reason") == "blocked");
        await person.OpenPanelAsync();

        await person.ExpectRowAsync("missing: The browser or an extension stopped the request");
    }

    [Fact]
    public async Task A_pixel_further_down_waits_until_the_page_is_scrolled_to_it()
    {
        await using var browser = await lab.OpenAsync();
        var person = await Visitor.SitDownAsync(lab, browser);

        await person.GoAsync("news", "/sport/ten-kilometres-before-breakfast");
        await person.EventAsync("missing", missing => missing.Text("reason") == "not_scrolled_to");
        await person.Page.GetByLabel("Advertisement at the end").ScrollIntoViewIfNeededAsync();

        await person.EventAsync("hit", hit => hit.Text("event") is "ad_slot_view" or "ad_request");
    }

    [Fact]
    public async Task What_a_hit_brings_is_shown_as_text_and_never_as_markup()
    {
        await using var browser = await lab.OpenAsync();
        var person = await Visitor.SitDownAsync(lab, browser);
        const string Hostile = "<img src=x onerror=document.title='broken'>";
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            lab.Server.Url("metrics", $"/~{person.Seat}/px/PL-SHOP-1.gif?en=page_view&dt={Uri.EscapeDataString(Hostile)}&z=1"));
        request.Headers.TryAddWithoutValidation("User-Agent", Hostile);
        using var reply = await lab.Server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        await person.OpenPanelAsync();

        await person.Rows.First.ClickAsync();

        await Expect(person.Panel.GetByText("What was sent, field by field")).ToBeVisibleAsync();
        await Expect(person.Panel.GetByText(Hostile).First).ToBeVisibleAsync();
        Assert.Equal(0, await person.Panel.Locator("img").CountAsync());
        Assert.DoesNotContain("broken", await person.Page.TitleAsync(), StringComparison.Ordinal);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
