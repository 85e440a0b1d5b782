using System.Text.RegularExpressions;
using PixelLab.Core.Languages;
using PixelLab.Core.Rules;

namespace PixelLab.Web.Tests.Rules;

public sealed partial class PolicyTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private const int MostPages = 60;

    public static TheoryData<string> Sites => [.. SitePolicies.Sites];

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task A_policy_names_every_company_its_cookies_and_how_long_they_last(string site)
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);

        var policy = await guest.OpenAsync(site, "/privacy");

        foreach (var vendor in SitePolicies.Policy(site))
        {
            Assert.Contains($">{vendor.Title}</h3>", policy, StringComparison.Ordinal);
            Assert.All(vendor.Disclosure.Cookies, cookie => Assert.Contains(Language.English.Days(cookie.Days), policy, StringComparison.Ordinal));
        }

        Assert.Empty(await guest.Seat.EventsAsync("planted"));
    }

    /// <summary>The promise of the policy, held against what the pages do: every page that a site links to.</summary>
    [Theory]
    [MemberData(nameof(Sites))]
    public async Task No_page_of_a_site_plants_a_pixel_that_the_policy_does_not_name(string site)
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        await guest.TurnAsync(("regime.all", "notice"));
        var waiting = new Queue<string>(["/"]);
        var seen = new HashSet<string>();
        while (waiting.TryDequeue(out var path) && seen.Count < MostPages)
        {
            if (!seen.Add(path))
            {
                continue;
            }

            using var reply = await guest.GetAsync(site, path);
            var html = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            foreach (Match link in Link().Matches(html))
            {
                if (link.Groups[1].Value.StartsWith($"/~{guest.Seat.Name}/", StringComparison.Ordinal))
                {
                    waiting.Enqueue(link.Groups[1].Value[(guest.Seat.Name.Length + 2)..]);
                }
            }
        }

        Assert.True(seen.Count > 3, "The walk saw no pages.");
        var planted = (await guest.Seat.EventsAsync("planted")).Where(one => one.Text("site") == site).Select(one => one.Text("vendor")!).Distinct();
        Assert.Empty(planted.Except(SitePolicies.Carried(site)));
    }

    [Fact]
    public async Task The_check_finds_the_pixel_that_a_policy_leaves_out()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        await guest.TurnAsync(("policy.omit.shop", "adnet"));

        await guest.OpenAsync("shop");

        Assert.DoesNotContain(">AdNet</h3>", await guest.OpenAsync("shop", "/privacy"), StringComparison.Ordinal);
        var check = await guest.OpenAsync("lab", "/check?site=shop");
        Assert.Contains("of AdNet on the site’s pages, and the policy did not say so.", check, StringComparison.Ordinal);
        var planted = (await guest.Seat.EventsAsync("planted")).First(one => one.Text("vendor") == "adnet").Id();
        Assert.Contains($"/panel?hit={planted}", check, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_finds_the_hit_that_fired_before_consent()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        await guest.TurnAsync(("regime.shop", "manipulative"));
        var page = await guest.OpenAsync("shop");
        var pixel = AdnetPixel().Match(page).Groups[1].Value;
        using var fired = await lab.Server.Http.GetAsync(new Uri(pixel), TestContext.Current.CancellationToken);

        var check = await guest.OpenAsync("lab", "/check?site=shop");

        Assert.Contains("1 hit came before there was an answer.", check, StringComparison.Ordinal);
        Assert.Contains("setting <code>anid", check, StringComparison.Ordinal);
        Assert.Contains($"/panel?hit={(await guest.Seat.OnlyHitAsync()).Id()}", check, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_keeps_to_its_banner_has_no_finding()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        await guest.TurnAsync(("regime.shop", "opt_in"));

        await guest.OpenAsync("shop");

        Assert.Contains("Policy, consent and hits agree.", await guest.OpenAsync("lab", "/check?site=shop"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/check")]
    [InlineData("/check?site=nowhere")]
    [InlineData("/check?site=%3Cscript%3E")]
    public async Task A_check_of_nothing_says_so(string path)
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);

        Assert.Contains("You have not been there yet", await guest.OpenAsync("lab", path), StringComparison.Ordinal);
    }

    [GeneratedRegex("<a [^>]*href=\"([^\"#?]+)")]
    private static partial Regex Link();

    [GeneratedRegex("src=\"(http://adnet\\.localhost:\\d+/[^\"]*/tr\\?[^\"]*)\"")]
    private static partial Regex AdnetPixel();
}
