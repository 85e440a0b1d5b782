using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Rules;

/// <summary>Each kind of banner: what a person sees, and what reaches the vendors.</summary>
public sealed partial class BannerTests(SharedLab lab, Browsers browsers) : RulesTest(lab, browsers)
{
    [Fact]
    public async Task With_no_banner_everything_fires_and_nothing_is_shown()
    {
        await OpenAsync();

        await GoAsync("shop");

        await HitOfAsync("adnet");
        await HitOfAsync("metrics");
        await Expect(Banner).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_notice_tells_and_everything_fires_anyway()
    {
        await OpenAsync();
        await SetBannersAsync("Notice only");

        await GoAsync("shop");

        await Expect(Banner).ToContainTextAsync("By going on you accept this.");
        await HitOfAsync("adnet");
        await Button("OK").ClickAsync();
        await Expect(Banner).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Under_opt_in_nothing_fires_and_no_is_as_easy_as_yes()
    {
        await OpenAsync();
        await SetBannersAsync("Opt-in");

        await GoAsync("shop");

        var yes = await Button("Accept all").BoundingBoxAsync();
        var no = await Button("Refuse all").BoundingBoxAsync();
        Assert.Equal((yes!.Width, yes.Height, yes.Y), (no!.Width, no.Height, no.Y));
        Assert.Equal(await LookAsync("Accept all"), await LookAsync("Refuse all"));
        await MissingAsync("adnet", "refused_consent");
        await Button("Refuse all").ClickAsync();
        await Expect(Banner).ToHaveCountAsync(0);
        await GoAsync("news");
        await Button("Refuse all").ClickAsync();
        await Expect(Banner).ToHaveCountAsync(0);
        Assert.Empty(await HeardAsync());
        var panel = await OpenPanelAsync();
        await Expect(panel.Missing("You have not agreed").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_choice_by_purpose_works_without_scripts_and_can_be_taken_back()
    {
        await OpenAsync(new() { Scripts = false });
        await SetBannersAsync("Opt-in");
        await GoAsync("shop");

        await Banner.GetByText("Choose", new() { Exact = true }).ClickAsync();
        await Banner.GetByRole(AriaRole.Checkbox, new() { NameRegex = Counting() }).CheckAsync();
        await Button("Save my choice").ClickAsync();

        await HitOfAsync("metrics");
        Assert.Equal(["metrics"], await HeardAsync());
        await Page.GetByRole(AriaRole.Link, new() { Name = "Cookie and pixel choices" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Status)).ToContainTextAsync("You have agreed to one purpose");
        await Button("Withdraw everything").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Status)).ToContainTextAsync("You have refused.");
    }

    [Fact]
    public async Task The_manipulative_banner_fires_at_once_and_hides_its_no_two_levels_down()
    {
        await OpenAsync();
        await SetBannersAsync("Manipulative");

        await GoAsync("shop");

        await HitOfAsync("adnet");
        await Expect(Banner).ToContainTextAsync("built to mislead");
        await Expect(Button("Continue without agreeing")).ToBeHiddenAsync();
        await Banner.GetByText("Learn more about our partners").ClickAsync();
        await Expect(Button("Continue without agreeing")).ToBeHiddenAsync();
        await Expect(Banner.GetByRole(AriaRole.Checkbox, new() { NameRegex = Counting() })).ToBeCheckedAsync();
        await Banner.GetByText("Legal information").ClickAsync();
        await Button("Continue without agreeing").ClickAsync();
        await MissingAsync("adnet", "refused_consent");

        await GoAsync("lab", "/check?site=shop");
        await Expect(Section("Did the pixels wait for the answer?")).ToContainTextAsync("came before there was an answer");
        await Section("Did the pixels wait for the answer?").GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(Page.Locator("hit-detail .sentence")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_californian_link_leads_to_an_opt_out_that_is_confirmed()
    {
        await OpenAsync();
        await SetBannersAsync("California opt-out");
        await GoAsync("shop");
        await HitOfAsync("adnet");

        await Page.GetByRole(AriaRole.Link, new() { Name = "Do Not Sell or Share My Personal Information" }).ClickAsync();
        await Button("Opt out").ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Status)).ToContainTextAsync("You are opted out.");
        await GoAsync("shop", "/shoes/3");
        await MissingAsync("adnet", "refused_consent");
        await HitOfAsync("metrics", hit => PageOf(hit) == "/shoes/3");
    }

    [Fact]
    public async Task Global_privacy_control_opts_out_by_itself_and_the_page_says_so()
    {
        await OpenAsync(new() { Flags = ["--enable-features=GlobalPrivacyControlForce"] });
        await SetBannersAsync("California opt-out");
        await Expect(Section("Global Privacy Control")).ToContainTextAsync("Your browser sent it with this page.");

        await GoAsync("shop");

        await Expect(Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Opt-out signal honoured.");
        await MissingAsync("adnet", "refused_consent", "Sec-GPC");
        await Expect(Dock.Missing.First).ToContainTextAsync("Your browser sent Global Privacy Control");
        Assert.Equal("1", Header(await HitOfAsync("metrics"), "Sec-GPC"));
        Assert.Equal(["metrics"], await HeardAsync());
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_banner_covers_neither_dock_nor_focus(int width)
    {
        await OpenAsync(new() { Width = width });
        await SetBannersAsync("Opt-in");
        await GoAsync("shop");

        await AssertAccessibleAsync(Page, "the banner");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Privacy policy" }).Last.FocusAsync();

        var link = await Page.GetByRole(AriaRole.Link, new() { Name = "Privacy policy" }).Last.BoundingBoxAsync();
        var banner = await Banner.BoundingBoxAsync();
        Assert.True(link!.Y + link.Height <= banner!.Y, $"The link at {link.Y} lies under the banner at {banner.Y}.");
        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    /// <summary>What makes a button more or less prominent.</summary>
    private Task<string> LookAsync(string button) => Button(button).EvaluateAsync<string>(
        "element => { const look = getComputedStyle(element); return [look.color, look.backgroundColor, look.fontSize, look.fontWeight].join(); }");

    [GeneratedRegex("^Counting visits")]
    private static partial Regex Counting();
}
