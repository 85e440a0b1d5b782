namespace PixelLab.Browser.Tests;

/// <summary>Addresses that lead nowhere in the lab, and the way out of them.</summary>
public sealed class UnknownPageTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private const string Title = "There is no such page";

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task An_unknown_page_of_the_lab_stands_in_its_frame_and_leads_on(ColorScheme scheme, int width)
    {
        await OpenAsync(new() { Scheme = scheme, Width = width });
        Expected.Add("404");
        await Page.GotoAsync(Lab.Url("lab", Seat, "/no-such-page"));
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = Title, Level = 1 })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Navigation, new() { Name = "The lab" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Colours: like the system" })).ToBeVisibleAsync();
        await AssertAccessibleAsync(Page, Title);
        Assert.Equal(width, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "The panel" }).ClickAsync();
        await Expect(Page).ToHaveURLAsync(Lab.Url("lab", Seat, "/panel"));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task An_unknown_host_and_a_seat_that_is_none_get_a_plain_page_that_leads_to_the_lab(ColorScheme scheme)
    {
        await OpenAsync(new() { Scheme = scheme, Width = 390, Height = 844 });
        Expected.Add("404");
        Expected.Add("400");
        foreach (var address in new[] { Lab.Url("nobody", Seat, "/"), Lab.Url("shop", "NOT!", "/") })
        {
            await Page.GotoAsync(address);
            await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await AssertAccessibleAsync(Page, address);
            Assert.Equal(390, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            await Page.GetByRole(AriaRole.Link, new() { Name = "Go to the lab’s front page" }).ClickAsync();
            await Expect(Page).ToHaveTitleAsync("PixelLab: see what a page tells others about you");
        }
    }
}
