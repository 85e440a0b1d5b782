using System.Text.Json;

namespace PixelLab.Browser.Tests.Lessons;

/// <summary>
/// The core lessons by one reader with Firefox as it comes, where each site has a jar of its own: as in <see cref="CourseTests"/> each check is
/// open when its lesson is opened, and ticks when that is done which the lesson says.
/// </summary>
public sealed class FirefoxCourseTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private const string AdArticle = "/sport/ten-kilometres-before-breakfast";
    private const string Phone = "Mozilla/5.0 (Android 14; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0";

    /// <summary>Finds what a selector names, also in parts of a page that are drawn apart from it.</summary>
    private const string Deep = """
        function find(root, selector) {
          for (const one of root.querySelectorAll('*')) {
            const found = one.matches(selector) ? one : one.shadowRoot && find(one.shadowRoot, selector);
            if (found) return found;
          }
        }
        """;

    private Firefox _firefox = null!;

    [Fact]
    public async Task Every_check_of_the_core_lessons_ticks_in_Firefox_for_a_reader_who_does_as_told()
    {
        await using var firefox = await Firefox.StartAsync();
        _firefox = firefox;
        foreach (var (slug, walkAsync) in Core)
        {
            await OpenLessonAsync(slug);
            Assert.All(await ChecksAsync(slug), check => Assert.False(check.GetProperty("met").GetBoolean(), $"{slug}: {check.GetProperty("id")} is ticked when the lesson is opened."));
            await walkAsync();
            await TicksAsync(slug);
        }
    }

    private IReadOnlyList<(string Slug, Func<Task> WalkAsync)> Core =>
    [
        ("what-a-tracking-pixel-is", () => GoAsync("shop", ShopSite.Product)),
        ("how-it-works", ReadToTheEndAsync),
        ("what-a-hit-carries", LogInAndOutAsync),
        ("website-pixels", LookAroundAsync),
        ("advertising-pixels", FollowAdAndBuyAsync),
        ("email-pixels", ReadMailAsync),
        ("why-businesses-use-them", BuyAndSpendAsync),
        ("pixels-and-cookies", BrowseTwiceWithClearedCookiesAsync),
        ("the-law", AnswerBannersAsync),
        ("should-you-worry", AskForAppointmentAsync),
        ("what-you-can-do", DefendOneselfAsync),
        ("key-takeaways", WalkThroughTheTownAsync),
    ];

    private async Task ReadToTheEndAsync()
    {
        await GoAsync("news", "/town/the-bridge-that-waits");
        await _firefox.AskAsync("scrollTo(0, document.documentElement.scrollHeight)");
        await ReportedAsync("ad_slot_view");
        await GoAsync("shop", ShopSite.Product);
        await PressAsync("Add to cart");
        await ReportedAsync("click");
    }

    private async Task LogInAndOutAsync()
    {
        await GoAsync("shop", "/jackets/5");

        // As its developer tools let it play a phone.
        await using (var phone = await Firefox.StartSetAsync(("general.useragent.override", $"\"{Phone}\"")))
        {
            await phone.GoAsync(Lab.Url("shop", Seat, "/jackets/5"));
        }

        await GoAsync("shop", "/account");
        await PressAsync("Log in as Mara");
        await GoAsync("shop", "/shoes/1");
        await GoAsync("shop", "/account");
        await PressAsync("Log out");
    }

    private async Task LookAroundAsync()
    {
        foreach (var path in new[] { "/", "/backpacks", "/backpacks/8", "/backpacks/9" })
        {
            await GoAsync("shop", path);
        }

        await PressAsync("Add to cart");
    }

    private async Task FollowAdAndBuyAsync()
    {
        await GoAsync("shop", ShopSite.Product);
        await GoAsync("news", AdArticle);
        await _firefox.AskAsync("document.querySelector('iframe.ad-frame').scrollIntoView({ block: 'center' })");
        await ReportedAsync("ad_viewable");
        await AskWhyAsync();
        await _firefox.PressInFrameAsync("/slot?", "a.creative");
        await Eventually.TrueAsync("the ad leads to the shop", async () => await _firefox.LookAsync("location.hostname.startsWith('shop.') && document.readyState === 'complete'") == "true");
        await BuyAsync();
    }

    private async Task AskWhyAsync()
    {
        var ad = (await Lab.EventsAsync(Seat)).Last(one => one.GetProperty("kind").GetString() == "ad").GetProperty("ad").GetString();
        await GoAsync("adnet", "/why/" + ad);
        await GoAsync("news", AdArticle);
    }

    private async Task BuyAsync()
    {
        await GoAsync("shop", ShopSite.Product);
        await PressAsync("Add to cart");
        await GoAsync("shop", "/checkout");
        await _firefox.AskAsync($"{Named("a", "Mara", "")}.click()");
        await PressAsync("Order for");
        await ReportedAsync("purchase");
    }

    private async Task BuyAndSpendAsync()
    {
        await BuyAsync();
        await GoAsync("adnet", "/campaign");
        await ChooseAsync("looked at something");
        await PressAsync("Spend €100");
    }

    private async Task ReadMailAsync()
    {
        await GoAsync("mail");
        await PressAsync("shoes have been waiting");
        await ReportedAsync("email_open");
        await ChooseMailAsync("Ask before loading");
        await PressAsync("Five things");
    }

    private async Task ChooseMailAsync(string client)
    {
        await GoAsync("mail");
        await PressAsync(client);
    }

    private async Task BrowseTwiceWithClearedCookiesAsync()
    {
        await GoAsync("shop", "/shoes");
        await GoAsync("shop", "/shoes/4");
        await TryItAsync("pixels-and-cookies", "refuse_third_party");
        await RefuseThirdPartyAsync();
        await ClearTownAsync();
        await GoAsync("shop", "/shoes");
        await GoAsync("shop", "/shoes/4");
    }

    /// <summary>Opens two pages in a Firefox whose settings refuse third-party cookies.</summary>
    private async Task RefuseThirdPartyAsync()
    {
        await using var refusing = await Firefox.StartSetAsync(("network.cookie.cookieBehavior", "1"));
        await refusing.GoAsync(Lab.Url("shop", Seat, "/shoes"));
        await refusing.GoAsync(Lab.Url("news", Seat, "/"));
    }

    private async Task AnswerBannersAsync()
    {
        await SetBannersAsync("Opt-in");
        await GoAsync("shop");
        await PressAsync("Refuse all");
        await GoAsync("news");
        await PressAsync("Accept all");
        await GoAsync("lab", "/switches");
        await ChooseAsync("Manipulative", "Fernweh Outdoor");
        await PressAsync("Save for each site");
        await ClearTownAsync();
        await GoAsync("shop");
    }

    private async Task AskForAppointmentAsync()
    {
        await PutBackAsync();
        await GoAsync("clinic", "/symptoms/recurring-headaches");
        await PressAsync("Make an appointment");
        await PressAsync("Fill in the invented patient");
        await PressAsync("Ask for this appointment");
    }

    private async Task DefendOneselfAsync()
    {
        await PutBackAsync();
        await BlockAsync();
        await GoAsync("shop");
        await OpenQuietlyAsync();
        await PutBackAsync();
        await ClearTownAsync();
        await SetBannersAsync("Opt-in");
        await GoAsync("shop");
        await PressAsync("Refuse all");
        await PutBackAsync();
        await TryItAsync("what-you-can-do", "clear_cookies");
        await ClearTownAsync();
        await GoAsync("shop", ShopSite.Product);
        await TryItAsync("what-you-can-do", "refuse_third_party");
        await RefuseThirdPartyAsync();
        await TryItAsync("what-you-can-do", "private_window");
        // A private window can't be opened from here: to AdNet, a browser without cookies is like one.
        await ClearTownAsync();
        await GoAsync("shop", ShopSite.Product);
    }

    private async Task WalkThroughTheTownAsync()
    {
        await GoAsync("shop");
        await GoAsync("shop", ShopSite.Product);
        await PressAsync("Add to cart");
        await GoAsync("news", AdArticle);
        await AskWhyAsync();
        await ChooseMailAsync("Load pictures directly");
        await OpenNewestAsync();
        await ReportedAsync("email_open");
        await OpenQuietlyAsync();
        await BlockAsync();
        await GoAsync("shop");
        await PutBackAsync();
    }

    private async Task OpenQuietlyAsync()
    {
        await ChooseMailAsync("Ask before loading");
        await PressAsync("Let it arrive");
        await GoAsync("mail");
        await OpenNewestAsync();
    }

    private Task OpenNewestAsync() => _firefox.ThroughAsync("document.querySelector('ul.messages a')");

    private async Task BlockAsync()
    {
        await GoAsync("lab", "/switches");
        await ChooseAsync("On", "Blocker");
        await PressAsync("Save", "Blocker");
    }

    private async Task PutBackAsync()
    {
        await GoAsync("lab", "/switches");
        await PressAsync("Put all switches back");
    }

    private async Task SetBannersAsync(string kind)
    {
        await GoAsync("lab", "/switches");
        await ChooseAsync(kind, "All sites at once");
        await PressAsync("Set all sites");
    }

    private async Task ClearTownAsync()
    {
        await GoAsync("lab", "/switches");
        await PressAsync("Clear the town’s cookies");
        await Eventually.TrueAsync("the browser has been through every host", async () => await _firefox.LookAsync("location.search.includes('done=cleared') && document.readyState === 'complete'") == "true");
    }

    private async Task TryItAsync(string slug, string experiment)
    {
        await OpenLessonAsync(slug);
        var row = $"({Deep})(document, 'tr[data-experiment={experiment}]')";
        await Eventually.TrueAsync($"{experiment} can be tried", async () => await _firefox.LookAsync($"!!{row}?.querySelector('button')") == "true");
        await _firefox.AskAsync($"[...{row}.querySelectorAll('button')].find(button => button.textContent.trim() === 'Try it').click()");
        await Eventually.TrueAsync("the lab is watching", async () => (await _firefox.LookAsync($"{row}.textContent")).Contains("The lab is watching", StringComparison.Ordinal));
    }

    private async Task OpenLessonAsync(string slug)
    {
        await GoAsync("lab", "/lessons/" + slug);
        await Eventually.TrueAsync($"{slug} is live", async () => await _firefox.LookAsync("document.querySelector('main')?.dataset.connection") == "live");
    }

    private Task GoAsync(string host, string path = "/") => _firefox.GoAsync(Lab.Url(host, Seat, path));

    /// <summary>Presses the first button or link with these words, in a section of that name where one is named, and waits for the page that comes.</summary>
    private Task PressAsync(string words, string within = "") => _firefox.ThroughAsync(Named("button, a", words, within));

    /// <summary>Chooses an answer of a form.</summary>
    private Task<string> ChooseAsync(string words, string within = "") => _firefox.AskAsync($"{Named("label", words, within)}.click()");

    private static string Named(string what, string words, string within) =>
        $"(({nameof(words)}, {nameof(within)}) => [...document.querySelectorAll({JsonSerializer.Serialize(what)})].filter(one => "
        + "(!within || [...document.querySelectorAll('section, fieldset')].some(part => part.contains(one) && part.querySelector('h2, h3, legend')?.textContent.trim().startsWith(within))))"
        + $".find(one => one.textContent.replace(/\\s+/g, ' ').includes(words)))({JsonSerializer.Serialize(words)}, {JsonSerializer.Serialize(within)})";

    private Task ReportedAsync(string name) => ArrivedAsync(
        $"{name} is reported", one => one.GetProperty("kind").GetString() == "hit" && one.GetProperty("event").GetString() == name);

    private async Task TicksAsync(string slug)
    {
        try
        {
            await Eventually.TrueAsync($"{slug} is done", async () => (await ChecksAsync(slug)).All(check => check.GetProperty("met").GetBoolean()));
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{slug} stays open: {string.Join("; ", (await ChecksAsync(slug)).Where(check => !check.GetProperty("met").GetBoolean()).Select(check => check.GetRawText()))}");
        }
    }

    private async Task<IReadOnlyList<JsonElement>> ChecksAsync(string slug) =>
        [.. (await Lab.GetAsync($"/api/seats/{Seat}/lessons/{slug}")).GetProperty("checks").EnumerateArray()];
}
