using System.Text.Json;

namespace PixelLab.Browser.Tests.Mail;

/// <summary>What the hit of a letter's pixel says would have stopped it, held against the kinds of mail programs: the same letter in each.</summary>
public sealed class MailMatrixTests(SharedLab lab, Browsers browsers) : MailTest(lab, browsers)
{
    /// <summary>Letters that nobody has got yet; Mara's inbox is not empty.</summary>
    private readonly Queue<(string Mailing, string Person)> _letters = new(
        from mailing in new[] { "newsletter", "sale" }
        from person in new[] { "tomas", "ines", "jonah", "salma", "wei" }
        select (mailing, person));

    [Fact]
    public async Task Each_kind_of_mail_program_does_to_a_letters_pixel_what_the_hit_says()
    {
        await OpenAsync();
        var direct = (await ReadAsync("Load pictures directly", null))!.Value;

        await HoldAsync("mail_images_off", direct, "Ask before loading pictures", "mail_images_off");
        await HoldAsync("pixels_removed", direct, "Take known pixels out", "stripped");
        await HoldAsync("mail_proxy", direct, "Through a proxy, when opened");
        await HoldAsync("mail_proxy", direct, "Through a relay, at delivery");
    }

    [Fact]
    public async Task A_browsers_blocker_stops_a_letters_pixel_and_not_what_a_mail_service_fetches()
    {
        await OpenAsync();
        Expected.Add("Failed to load resource");
        var direct = (await ReadAsync("Load pictures directly", null))!.Value;
        var services = new List<JsonElement>();
        foreach (var program in (string[])["Through a proxy, when opened", "Through a relay, at delivery"])
        {
            services.Add((await ReadAsync(program, null))!.Value);
        }

        await Page.RouteAsync(url => new Uri(url).Host == "postbox.localhost" && url.EndsWith(".gif", StringComparison.Ordinal), route => route.AbortAsync("blockedbyclient"));

        await HoldAsync("blocker", direct, "Load pictures directly", "blocked");
        await HoldAsync("blocker", services[0], "Through a proxy, when opened");
        await HoldAsync("blocker", services[1], "Through a relay, at delivery");
    }

    /// <summary>Holds what a hit says of a defence to what comes with it.</summary>
    /// <param name="defence">The defence.</param>
    /// <param name="without">The hit without it.</param>
    /// <param name="program">The mail program.</param>
    /// <param name="reason">Why nothing comes; null where something does.</param>
    private async Task HoldAsync(string defence, JsonElement without, string program, string? reason = null)
    {
        var with = await ReadAsync(program, reason);
        var said = without.GetProperty("account").GetProperty("defences").EnumerateArray().Single(one => one.GetProperty("defence").GetString() == defence);
        var told = with is { } hit ? hit.GetProperty("account").GetProperty("told").GetArrayLength() : 0;
        var effect = with is null ? "stops" : told < without.GetProperty("account").GetProperty("told").GetArrayLength() ? "less" : "none";
        Assert.Equal((effect, true), (said.GetProperty("effect").GetString(), said.GetProperty("measured").GetBoolean()));
    }

    /// <summary>Lets a letter arrive, reads it, and gives its pixel's hit; null where it is missing for that reason.</summary>
    private async Task<JsonElement?> ReadAsync(string program, string? reason)
    {
        await ChooseAsync(program);
        var (mailing, person) = _letters.Dequeue();
        var sent = await ArriveAsync(mailing, person);
        await OpenMessageAsync(sent);
        if (reason is null)
        {
            return await OpenAsync(sent);
        }

        await MissingAsync("postbox", reason);
        Assert.Empty(await OpensAsync(sent));
        return null;
    }
}
