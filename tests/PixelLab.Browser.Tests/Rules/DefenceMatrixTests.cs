using System.Text.Json;

namespace PixelLab.Browser.Tests.Rules;

/// <summary>
/// What each hit says would have stopped it, held against real browsers: the same walk once without a defence and once with each. A hit that
/// is said to be stopped must be gone, one that is said to come all the same must come, and one that is said to tell less must tell less.
/// </summary>
public sealed class DefenceMatrixTests(SharedLab lab, Browsers browsers) : RulesTest(lab, browsers)
{
    /// <summary>Hosts of companies, as the rules of a blocker name them.</summary>
    private static readonly string[] Companies = ["adnet", "broker", "metrics"];

    private static readonly IReadOnlyList<string> Hosts = [.. Companies.Select(name => name + ".localhost")];

    /// <summary>How far somebody looks, or for how long, differs from walk to walk.</summary>
    private static readonly string[] ByChance = ["ad_viewable", "scroll", "user_engagement"];

    [Fact]
    public async Task In_Chromium_each_defence_does_to_each_hit_what_the_hit_says()
    {
        var without = await WalkAsync(new() { World = CookieWorld.Open });
        Assert.Superset(new HashSet<string> { "image", "frame", "beacon" }, without.Values.Select(Means).ToHashSet());
        HoldJar(without.Values, "on every site", "on this one site");

        Hold("images_off", without, await WalkAsync(new() { World = CookieWorld.Open, Flags = ["--blink-settings=imagesEnabled=false"] }));
        Hold("scripts_off", without, await WalkAsync(new() { World = CookieWorld.Open, Scripts = false }));
        Hold("third_party_cookies_refused", without, await WalkAsync(new() { World = CookieWorld.BlockedByPreference }));
        Hold("blocker", without, await WalkAsync(new() { World = CookieWorld.Open }, hasBlocker: true));
    }

    [Fact]
    public async Task In_Chromiums_private_window_no_number_comes_that_companies_gave_outside_it()
    {
        await OpenAsync(new() { World = CookieWorld.OpenButPrivately, KeepsProfile = true, Height = 3000 });
        var outside = await WalkInAsync(Page);

        HoldPrivately(outside, await WalkInAsync(await OpenPrivateWindowAsync()));
    }

    [Fact]
    public async Task In_Firefox_each_defence_does_to_each_hit_what_the_hit_says()
    {
        var without = await WalkInFirefoxAsync();
        HoldJar(without.Values, "on this one site", "on every site");

        Hold("images_off", without, await WalkInFirefoxAsync(("permissions.default.image", "2")));
        Hold("scripts_off", without, await WalkInFirefoxAsync(("javascript.enabled", "false")));
        Hold("third_party_cookies_refused", without, await WalkInFirefoxAsync(("network.cookie.cookieBehavior", "1")));
        Hold("blocker", without, await WalkInFirefoxAsync(Hosts));
    }

    [Fact]
    public async Task In_Firefox_strict_protection_is_a_blocker_of_the_companies_on_its_lists()
    {
        (string, string)[] strict = [("browser.contentblocking.category", "\"strict\""), ("privacy.trackingprotection.enabled", "true")];
        var without = await WalkInFirefoxAsync();

        // Its lists come from the network; off it, they are empty.
        var unlisted = await WalkInFirefoxAsync(strict);
        Assert.Equal(without.Keys.Order(), unlisted.Keys.Order());
        Hold("blocker", without, await WalkInFirefoxAsync(
            [.. strict, ("urlclassifier.trackingTable.testEntries", $"\"{string.Join(',', Hosts)}\"")]));
    }

    [Fact]
    public async Task In_Firefoxs_private_windows_and_with_its_privacy_signal_hits_come_all_the_same()
    {
        var without = await WalkInFirefoxAsync();

        var privately = await WalkInFirefoxAsync(("browser.privatebrowsing.autostart", "true"));
        HoldPrivately(without, privately);
        Assert.All(privately.Values, hit => Assert.Equal("1", Header(hit, "Sec-GPC")));

        // The signal asks; on sites whose banners leave it to the visitor to object, ads are left out, and on no others.
        var asked = await WalkInFirefoxAsync(("privacy.globalprivacycontrol.enabled", "true"));
        Assert.Equal(without.Keys.Order(), asked.Keys.Order());
        Assert.All(asked.Values, hit => Assert.Equal("1", Header(hit, "Sec-GPC")));
        Assert.All(without.Values, hit => Assert.Null(Header(hit, "Sec-GPC")));
    }

    /// <summary>Holds what is said of the network's number to the kind of jar that the browser has.</summary>
    private static void HoldJar(IEnumerable<JsonElement> hits, string where, string elsewhere)
    {
        var numbers = hits.SelectMany(hit => hit.GetProperty("explained").EnumerateArray()).Where(field => field.GetProperty("field").GetString() == "anid").ToList();
        Assert.NotEmpty(numbers);
        Assert.All(numbers, number =>
        {
            Assert.Contains(where, number.GetProperty("meaning").GetString(), StringComparison.Ordinal);
            Assert.DoesNotContain(elsewhere, number.GetProperty("meaning").GetString(), StringComparison.Ordinal);
        });
    }

    private static void Hold(string defence, IReadOnlyDictionary<string, JsonElement> without, IReadOnlyDictionary<string, JsonElement> with) =>
        Hold(defence, without, with, (before, after) => Told(after).Count() < Told(before).Count());

    /// <summary>A private window has a jar of its own: a company that gives numbers there gives new ones.</summary>
    private static void HoldPrivately(IReadOnlyDictionary<string, JsonElement> outside, IReadOnlyDictionary<string, JsonElement> privately)
    {
        Assert.Contains(outside.Values, hit => Numbers(hit).Any());
        Hold("private_window", outside, privately, (before, after) => Numbers(before).Any() && !Numbers(before).Intersect(Numbers(after)).Any());
    }

    private static void Hold(
        string defence, IReadOnlyDictionary<string, JsonElement> without, IReadOnlyDictionary<string, JsonElement> with, Func<JsonElement, JsonElement, bool> tellsLess)
    {
        Assert.All(without, one =>
        {
            var said = one.Value.GetProperty("account").GetProperty("defences").EnumerateArray().Single(effect => effect.GetProperty("defence").GetString() == defence);
            var effect = said.GetProperty("effect").GetString();
            Assert.True(said.GetProperty("measured").GetBoolean() || Means(one.Value) is not ("image" or "frame" or "beacon"), one.Key);
            Assert.True(with.ContainsKey(one.Key) == (effect != "stops"), $"{defence}: {one.Key} is said to be “{effect}”; with the defence came {string.Join(", ", with.Keys)}");
            if (effect == "less")
            {
                Assert.True(tellsLess(one.Value, with[one.Key]), $"{defence}: {one.Key} tells as much as before");
            }
        });
    }

    /// <summary>Reads a product's page and the newspaper, and presses a link: pictures in the page and by script, frames, redirects, a beacon.</summary>
    private async Task<IReadOnlyDictionary<string, JsonElement>> WalkAsync(Visitor visitor, bool hasBlocker = false)
    {
        var page = await OpenSecondAsync(visitor with { Height = 3000 });
        if (hasBlocker)
        {
            await page.RouteAsync(url => Companies.Contains(new Uri(url).Host.Split('.')[0]), route => route.AbortAsync("blockedbyclient"));
        }

        return await WalkInAsync(page);
    }

    private async Task<IReadOnlyDictionary<string, JsonElement>> WalkInAsync(IPage page)
    {
        Expected.Add("Failed to load resource");
        var seat = await Lab.MakeSeatAsync();
        await page.GotoAsync(Lab.Url("shop", seat, "/shoes/3"), new() { WaitUntil = WaitUntilState.Load });
        await page.GetByRole(AriaRole.Link, new() { Name = "Jackets", Exact = true }).First.ClickAsync();
        await page.WaitForURLAsync("**/jackets**");
        await page.GotoAsync(Lab.Url("news", seat, "/"), new() { WaitUntil = WaitUntilState.NetworkIdle });
        return await HeardAsync(seat);
    }

    private Task<IReadOnlyDictionary<string, JsonElement>> WalkInFirefoxAsync(params (string Name, string Value)[] settings) => WalkInFirefoxAsync([], settings);

    private async Task<IReadOnlyDictionary<string, JsonElement>> WalkInFirefoxAsync(IReadOnlyList<string> blocked, params (string Name, string Value)[] settings)
    {
        var seat = await Lab.MakeSeatAsync();
        await using var firefox = await Firefox.StartSetAsync(settings);
        if (blocked.Count > 0)
        {
            await firefox.BlockAsync(blocked);
        }

        await firefox.GoAsync(Lab.Url("shop", seat, "/shoes/3"));
        await firefox.GoAsync(Lab.Url("shop", seat, "/jackets"));
        await firefox.GoAsync(Lab.Url("news", seat, "/"));
        return await HeardAsync(seat);
    }

    /// <summary>
    /// The hits of a walk that do not depend on chance, one of each kind. The last page's own visit is in the log, and what its pictures asked
    /// for was kept before they were answered, so that nothing that came is still on its way.
    /// </summary>
    private async Task<IReadOnlyDictionary<string, JsonElement>> HeardAsync(string seat) => (await Lab.EventsAsync(seat))
        .Where(one => one.GetProperty("kind").GetString() == "hit" && !ByChance.Contains(one.GetProperty("event").GetString()))
        .GroupBy(hit => $"{Means(hit)} of {hit.GetProperty("event").GetString()} on {hit.GetProperty("site").GetString()} to {hit.GetProperty("vendor").GetString()}")
        .ToDictionary(hits => hits.Key, hits => hits.Last());

    private static string Means(JsonElement hit) => hit.GetProperty("account").GetProperty("means").GetString()!;

    /// <summary>The numbers by which companies know a browser again.</summary>
    private static IEnumerable<string> Numbers(JsonElement hit) => hit.GetProperty("cookies").EnumerateArray().Select(cookie => cookie.GetProperty("value").GetString()!);

    /// <summary>What a hit told: its parameters and its cookies.</summary>
    private static IEnumerable<JsonElement> Told(JsonElement hit) => hit.GetProperty("query").EnumerateArray()
        .Concat(hit.GetProperty("cookies").EnumerateArray().Where(cookie => cookie.GetProperty("name").GetString()?.EndsWith("_p", StringComparison.Ordinal) == false));
}
