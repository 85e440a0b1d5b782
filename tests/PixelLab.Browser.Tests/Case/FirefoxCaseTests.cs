using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PixelLab.Core.Events;
using PixelLab.Core.Rules;

namespace PixelLab.Browser.Tests.Case;

/// <summary>The case in Firefox as it comes, where each site has a jar of its own: what companies were told is told there too, and the points count.</summary>
public sealed class FirefoxCaseTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private static readonly string[] Companies = ["wrenlight", "oddmoor", "fennick", "tarnwick"];

    private Firefox _firefox = null!;

    [Fact]
    public async Task What_the_shop_of_the_case_told_in_Firefox_is_found_and_counted()
    {
        await using var firefox = await Firefox.StartAsync();
        _firefox = firefox;
        Assert.True(SeatId.TryParse(Seat, out var seat));
        await Lab.Services.GetRequiredService<IEventWriter>().AppendAsync(
            [new SettingChanged { At = TimeProvider.System.GetUtcNow(), Seat = seat, Name = SettingNames.Case, Value = "7" }], TestContext.Current.CancellationToken);
        await WalkAsync();
        var hits = (await Lab.EventsAsync(Seat)).Where(one => one.GetProperty("kind").GetString() == "hit").ToList();
        Assert.Equal(Companies.Order(), hits.Select(hit => hit.GetProperty("vendor").GetString()!).Distinct().Order());
        foreach (var company in Companies)
        {
            var isKnown = hits.Exists(hit => hit.GetProperty("vendor").GetString() == company && hit.GetProperty("cookies").EnumerateArray().Any());
            foreach (var one in (string[])[$"input[name='told.{company}'][value=Looked]", $"input[name='tie.{company}'][value={(isKnown ? "Cookie" : "Address")}]"])
            {
                await _firefox.AskAsync($"document.querySelector({JsonSerializer.Serialize(one)}).click()");
            }
        }

        await _firefox.ThroughAsync(Named("Keep this"));
        await _firefox.ThroughAsync(Named("Hand in"));
        Assert.Contains("of 15 points", await _firefox.LookAsync("document.body.textContent"), StringComparison.Ordinal);
    }

    private async Task WalkAsync()
    {
        await _firefox.GoAsync(Lab.Url("market", Seat, "/"));
        await _firefox.ThroughAsync("document.querySelector('.goods a')");
        foreach (var words in new[] { "Order it", "Order and pay", "Read the letter", "See what is new" })
        {
            await _firefox.ThroughAsync(Named(words));
        }

        await Eventually.TrueAsync("the letter and all pages have told", async () =>
            (await Lab.EventsAsync(Seat)).Where(one => one.GetProperty("kind").GetString() == "hit").Select(hit => hit.GetProperty("vendor").GetString()).Distinct().Count() == Companies.Length);
        await _firefox.GoAsync(Lab.Url("lab", Seat, "/case"));
    }

    private static string Named(string words) => $"[...document.querySelectorAll('button, a')].find(one => one.textContent.includes({JsonSerializer.Serialize(words)}))";
}
