namespace PixelLab.Browser.Tests.Rules;

/// <summary>Each defence: what a person sees, and what the hits then hold.</summary>
public sealed class DefenceTests(SharedLab lab, Browsers browsers) : RulesTest(lab, browsers)
{
    [Theory]
    [InlineData("", "origin")]
    [InlineData("no-referrer", "nothing")]
    [InlineData("unsafe-url", "all")]
    public async Task The_referrer_policy_of_pixels_decides_what_the_referer_holds(string policy, string holds)
    {
        await OpenAsync();
        await ChooseAsync("Referrer policy of the pixels", policy);

        await GoAsync("shop", "/shoes/3?note=private");

        Assert.Equal(ExpectedReferrer(holds), Header(await HitOfAsync("adnet"), "Referer"));
    }

    [Fact]
    public async Task The_referrer_policy_of_pages_does_so_for_all_that_they_load()
    {
        await OpenAsync();
        await ChooseAsync("Referrer policy of the pages", "no-referrer");

        await GoAsync("shop", "/shoes/3");

        Assert.Null(Header(await HitOfAsync("adnet"), "Referer"));
        Assert.Null(Header(await HitOfAsync("metrics"), "Referer"));
    }

    [Fact]
    public async Task A_banner_can_still_be_answered_where_pages_send_no_referrer()
    {
        await OpenAsync();
        await SetBannersAsync("Opt-in");
        await ChooseAsync("Referrer policy of the pages", "no-referrer");

        await GoAsync("shop");
        await Button("Refuse all").ClickAsync();

        await Expect(Banner).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_blocker_stops_what_its_rules_name_and_the_panel_names_the_rule()
    {
        await OpenAsync();
        await GoAsync("lab", "/switches");
        await Section("Blocker").GetByRole(AriaRole.Radio, new() { Name = "On", Exact = true }).CheckAsync();
        await Section("Blocker").GetByText("Rules (").ClickAsync();
        await Section("Blocker").GetByRole(AriaRole.Textbox).FillAsync("! only the ad network\n||adnet.\nshop.localhost##.promise");
        await SaveAsync("Blocker");
        await Expect(Section("Blocker")).ToContainTextAsync("shop.localhost##.promise");

        await GoAsync("shop");

        await HitOfAsync("metrics");
        await MissingAsync("adnet", "blocked_by_rule", "||adnet.");
        Assert.Equal(["metrics"], await HeardAsync());
        var panel = await OpenPanelAsync();
        await Expect(panel.Missing("A rule of the lab’s blocker stopped it").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Stripped_links_bring_no_click_id_to_the_page_or_its_pixels()
    {
        await OpenAsync();
        await GoAsync("lab", "/switches");
        await Section("Link decoration stripped").GetByRole(AriaRole.Radio, new() { Name = "On", Exact = true }).CheckAsync();
        await SaveAsync("Link decoration stripped");

        await GoAsync("shop", "/shoes/3?adclid=a1.abc.1f&colour=1");

        Assert.EndsWith("/shoes/3?colour=1", Page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("adclid", (await HitOfAsync("metrics")).GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("adclid", (await HitOfAsync("adnet")).GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CookieWorld.Open, "Your browser allows them.")]
    [InlineData(CookieWorld.BlockedByPreference, "Your browser refuses them.")]
    public async Task The_switches_say_what_the_browser_does_with_third_party_cookies(CookieWorld world, string verdict)
    {
        await OpenAsync(new() { World = world });
        await GoAsync("shop");
        await HitOfAsync("adnet");
        await GoAsync("shop", "/shoes");
        await HitOfAsync("adnet", hit => PageOf(hit) == "/shoes");
        await GoAsync("news");
        await HitOfAsync("adnet", hit => hit.TryGetProperty("site", out var site) && site.GetString() == "news");

        await GoAsync("lab", "/switches");

        await Expect(Section("Third-party cookies refused")).ToContainTextAsync(verdict);
    }

    [Theory]
    [InlineData(CookieWorld.Open)]
    [InlineData(CookieWorld.BlockedByPreference)]
    public async Task Cleared_cookies_are_gone_in_every_jar_and_the_sites_ask_again(CookieWorld world)
    {
        await OpenAsync(new() { World = world });
        await SetBannersAsync("Opt-in");
        await GoAsync("shop");
        await Button("Accept all").ClickAsync();
        await HitOfAsync("adnet");
        await Eventually.TrueAsync("the browser keeps cookies", async () => (await Page.Context.CookiesAsync()).Count > 1);

        await GoAsync("lab", "/switches");
        await Button("Clear the town’s cookies").ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("told it to forget its cookies");
        Assert.Empty(await Page.Context.CookiesAsync());
        await GoAsync("shop");
        await Expect(Button("Refuse all")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task All_switches_go_back_with_one_click()
    {
        await OpenAsync();
        await SetBannersAsync("Opt-in");

        await Button("Put all switches back").ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("All switches are back");
        await GoAsync("shop");
        await HitOfAsync("adnet");
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task The_pages_about_rules_keep_nobody_out(int width, ColorScheme scheme)
    {
        await OpenAsync(new() { Width = width, Scheme = scheme });
        await SetBannersAsync("Opt-in");
        (string Host, string Path)[] pages =
        [
            ("lab", "/switches"), ("lab", "/check?site=shop"), ("lab", "/what-they-infer"), ("shop", "/privacy"), ("shop", "/choices"),
            ("clinic", "/"), ("clinic", "/symptoms/low-mood"), ("clinic", "/appointment?patient=salma"),
        ];
        foreach (var (host, path) in pages)
        {
            await GoAsync(host, path);
            await AssertAccessibleAsync(Page, host + path);
            Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{host}{path} is wider than the window");
        }
    }

    private async Task ChooseAsync(string section, string policy)
    {
        await GoAsync("lab", "/switches");
        await Section(section).GetByRole(AriaRole.Combobox).SelectOptionAsync(policy);
        await Section(section).GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }

    private string? ExpectedReferrer(string holds) => holds switch
    {
        "origin" => $"http://shop.localhost:{Lab.Port}/",
        "all" => Lab.Url("shop", Seat, "/shoes/3?note=private"),
        _ => null,
    };
}
