using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PixelLab.Web.Readings;
using PixelLab.Web.Tests.Ads;

namespace PixelLab.Web.Tests.Story;

/// <summary>The story of a shoe without a browser: what is noted, and what each page says.</summary>
public sealed class StoryPageTests(AdTownServer server) : IClassFixture<AdTownServer>
{
    [Fact]
    public async Task It_is_told_on_the_pages_of_the_town_from_its_first_tap_until_it_is_left()
    {
        using var browser = server.Browser("told");
        Assert.DoesNotContain("lab-story", await browser.OpenAsync("shop", "/shoes/3"), StringComparison.Ordinal);
        Assert.EndsWith("/~told/shoes/3", await TurnAsync(browser, "walk"), StringComparison.Ordinal);
        Assert.Contains("AdNet was told: you looked at Trail Runner 2.", await TwiceAsync(browser, "shop", "/shoes/3"), StringComparison.Ordinal);
        Assert.Contains("The newspaper knows nothing of shoes.", await TwiceAsync(browser, "news", "/town/the-bridge-that-waits"), StringComparison.Ordinal);

        using var why = await browser.SendAsync(browser.At("lab", "/story/why"));
        var answer = await browser.TextAsync(why.Headers.Location!);
        Assert.Contains("Trail Runner 2", answer, StringComparison.Ordinal);
        Assert.Contains("notes about you in", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", answer, StringComparison.Ordinal);

        await TurnAsync(browser, "");
        Assert.DoesNotContain("lab-story", await browser.OpenAsync("shop", "/shoes/3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_blocker_goes_on_with_the_round_that_needs_it_and_off_when_it_is_left()
    {
        using var browser = server.Browser("stopped");
        await TurnAsync(browser, "walk");
        await TurnAsync(browser, "stopped");
        Assert.Contains("AdNet was told nothing: the blocker", await TwiceAsync(browser, "shop", "/shoes/3"), StringComparison.Ordinal);
        Assert.Contains("No ad of AdNet", await TwiceAsync(browser, "news", "/town/the-bridge-that-waits"), StringComparison.Ordinal);
        Assert.Contains("With a blocker", await browser.OpenAsync("lab", "/story"), StringComparison.Ordinal);
        await TurnAsync(browser, "");

        var settings = (await browser.EventsAsync()).Where(one => one.Text("kind") == "setting" && one.Text("name") == "blocker").ToList();
        Assert.Equal(["on", ""], settings.Select(one => one.Text("value")));
    }

    [Theory]
    [InlineData("/shoes/3?from=news", "/shoes/3?from=news")]
    [InlineData("//evil.example/", "/evil.example/")]
    [InlineData("https://evil.example/", "/")]
    public async Task It_is_left_where_one_is_with_one_press_and_its_blocker_with_it(string back, string to)
    {
        using var browser = server.Browser($"leaves{back.Length}");
        await TurnAsync(browser, "walk");
        await TurnAsync(browser, "stopped");
        using var left = await browser.PostAsync("shop", $"/api/seats/leaves{back.Length}/story/leaving", "back", back);
        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        Assert.EndsWith($"/~leaves{back.Length}{to}", left.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("lab-story", await browser.OpenAsync("shop", "/shoes/3"), StringComparison.Ordinal);
        Assert.Equal("", (await browser.EventsAsync()).Last(one => one.Text("kind") == "setting" && one.Text("name") == "blocker").Text("value"));
    }

    [Fact]
    public async Task A_round_that_there_is_not_is_refused()
    {
        using var browser = server.Browser("nonsense");
        using var refused = await browser.PostAsync("lab", "/story", "round", "<script>");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Empty(await browser.EventsAsync());
    }

    [Fact]
    public async Task The_way_to_the_answer_leads_to_the_storys_page_where_no_ad_was_shown()
    {
        using var browser = server.Browser("nothing");
        using var away = await browser.SendAsync(browser.At("lab", "/story/why"));
        Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        Assert.EndsWith("/~nothing/story", away.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_to_a_letter_leads_to_the_one_with_the_shoe_also_where_nobody_has_opened_the_inbox()
    {
        using var browser = server.Browser("letter");
        using var away = await browser.SendAsync(browser.At("lab", "/story/letter"));
        Assert.Contains("your shoes have been waiting for autumn", await browser.TextAsync(away.Headers.Location!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_is_not_told_no_page_reads_a_seats_hits_for_it()
    {
        await using var lab = await LabServer.StartAsync();
        var readings = lab.Services.GetRequiredService<SeatReadings>();
        var page = lab.Url("shop", await lab.MakeSeatAsync(), "/shoes/3");
        await lab.Http.GetStringAsync(page, TestContext.Current.CancellationToken);
        var made = readings.Made;
        using var turned = await lab.Http.PostAsync(
            page.Replace("shop.", "", StringComparison.Ordinal).Replace("/shoes/3", "/story", StringComparison.Ordinal),
            new FormUrlEncodedContent([KeyValuePair.Create("round", "walk")]),
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.SeeOther, turned.StatusCode);
        Assert.Equal(made, readings.Made);
        await lab.Http.GetStringAsync(page, TestContext.Current.CancellationToken);
        Assert.Equal(made + 1, readings.Made);
    }

    private static async Task<string> TurnAsync(TownBrowser browser, string round)
    {
        using var turned = await browser.PostAsync("lab", "/story", "round", round);
        Assert.Equal(HttpStatusCode.SeeOther, turned.StatusCode);
        return turned.Headers.Location!.ToString();
    }

    /// <summary>The page at the second look, when what the first one told is known.</summary>
    private static async Task<string> TwiceAsync(TownBrowser browser, string host, string path)
    {
        await browser.OpenAsync(host, path);
        return await browser.OpenAsync(host, path);
    }
}
