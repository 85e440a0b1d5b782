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

    /// <summary>How far somebody looks, or for how long, differs from walk to walk.</summary>
    private static readonly string[] ByChance = ["ad_viewable", "scroll", "user_engagement"];

    [Fact]
    public async Task In_Chromium_each_defence_does_to_each_hit_what_the_hit_says()
    {
        var without = await WalkAsync(new() { World = CookieWorld.Open });
        Assert.Superset(new HashSet<string> { "image", "frame", "beacon" }, without.Values.Select(Means).ToHashSet());

        Hold("images_off", without, await WalkAsync(new() { World = CookieWorld.Open, Flags = ["--blink-settings=imagesEnabled=false"] }));
        Hold("scripts_off", without, await WalkAsync(new() { World = CookieWorld.Open, Scripts = false }));
        Hold("third_party_cookies_refused", without, await WalkAsync(new() { World = CookieWorld.BlockedByPreference }));
        Hold("blocker", without, await WalkAsync(new() { World = CookieWorld.Open }, hasBlocker: true));
    }

    [Fact]
    public async Task In_Firefox_each_defence_does_to_each_hit_what_the_hit_says()
    {
        var without = await WalkInFirefoxAsync();

        Hold("images_off", without, await WalkInFirefoxAsync(("permissions.default.image", "2")));
        Hold("scripts_off", without, await WalkInFirefoxAsync(("javascript.enabled", "false")));
        Hold("third_party_cookies_refused", without, await WalkInFirefoxAsync(("network.cookie.cookieBehavior", "1")));
    }

    private static void Hold(string defence, IReadOnlyDictionary<string, JsonElement> without, IReadOnlyDictionary<string, JsonElement> with)
    {
        Assert.All(without, one =>
        {
            var said = one.Value.GetProperty("account").GetProperty("defences").EnumerateArray().Single(effect => effect.GetProperty("defence").GetString() == defence);
            var effect = said.GetProperty("effect").GetString();
            Assert.True(said.GetProperty("measured").GetBoolean() || Means(one.Value) is not ("image" or "frame" or "beacon"), one.Key);
            Assert.True(with.ContainsKey(one.Key) == (effect != "stops"), $"{defence}: {one.Key} is said to be “{effect}”; with the defence came {string.Join(", ", with.Keys)}");
            if (effect == "less")
            {
                Assert.True(Told(with[one.Key]).Count() < Told(one.Value).Count(), $"{defence}: {one.Key} tells as much as before");
            }
        });
    }

    /// <summary>Reads a product's page and the newspaper, and presses a link: pictures in the page and by script, frames, redirects, a beacon.</summary>
    private async Task<IReadOnlyDictionary<string, JsonElement>> WalkAsync(Visitor visitor, bool hasBlocker = false)
    {
        Expected.Add("Failed to load resource");
        var seat = await Lab.MakeSeatAsync();
        var page = await OpenSecondAsync(visitor with { Height = 3000 });
        if (hasBlocker)
        {
            await page.RouteAsync(url => Companies.Contains(new Uri(url).Host.Split('.')[0]), route => route.AbortAsync("blockedbyclient"));
        }

        await page.GotoAsync(Lab.Url("shop", seat, "/shoes/3"), new() { WaitUntil = WaitUntilState.Load });
        await page.GetByRole(AriaRole.Link, new() { Name = "Jackets", Exact = true }).First.ClickAsync();
        await page.WaitForURLAsync("**/jackets**");
        await page.GotoAsync(Lab.Url("news", seat, "/"), new() { WaitUntil = WaitUntilState.NetworkIdle });
        return await HeardAsync(seat);
    }

    private async Task<IReadOnlyDictionary<string, JsonElement>> WalkInFirefoxAsync(params (string Name, string Value)[] settings)
    {
        var seat = await Lab.MakeSeatAsync();
        await using var firefox = await Firefox.StartSetAsync(settings);
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

    /// <summary>What a hit told: its parameters and its cookies.</summary>
    private static IEnumerable<JsonElement> Told(JsonElement hit) => hit.GetProperty("query").EnumerateArray()
        .Concat(hit.GetProperty("cookies").EnumerateArray().Where(cookie => cookie.GetProperty("name").GetString()?.EndsWith("_p", StringComparison.Ordinal) == false));
}
