using System.Text.Json;

namespace PixelLab.Browser.Tests.Mail;

/// <summary>
/// What the hit of a letter's pixel says a mail program would have done to it, held against letters that real browsers open in each kind of program.
/// </summary>
public sealed class MailMatrixTests(SharedLab lab, Browsers browsers) : MailTest(lab, browsers)
{
    /// <summary>The kinds of program, with the defence that each is.</summary>
    private static readonly (string Program, string Defence)[] Programs =
    [
        ("Ask before loading pictures", "mail_images_off"),
        ("Through a proxy, when opened", "mail_proxy"),
        ("Take known pixels out", "pixels_removed"),
    ];

    [Fact]
    public async Task In_Chromium_each_kind_of_program_does_to_a_letters_pixel_what_its_hit_says()
    {
        await OpenAsync();
        await HoldAsync(async url =>
        {
            await Page.GotoAsync(url);
            await Expect(Message.Locator("body")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task In_Firefox_each_kind_of_program_does_to_a_letters_pixel_what_its_hit_says()
    {
        await OpenAsync();
        await using var firefox = await Firefox.StartAsync();
        await HoldAsync(firefox.GoAsync);
    }

    private async Task HoldAsync(Func<string, Task> openAsync)
    {
        await ChooseAsync("Load pictures directly");
        var read = await ReadAsync("tomas", openAsync);
        var without = await OpenAsync(read);
        foreach (var ((program, defence), person) in Programs.Zip(["ines", "jonah", "wei"]))
        {
            await ChooseAsync(program);
            var sent = await ReadAsync(person, openAsync);
            var with = await OpensAsync(sent);

            var said = without.GetProperty("account").GetProperty("defences").EnumerateArray().Single(one => one.GetProperty("defence").GetString() == defence);
            Assert.True(said.GetProperty("measured").GetBoolean(), defence);
            switch (said.GetProperty("effect").GetString())
            {
                case "stops":
                    Assert.True(with.Count == 0, $"{program} is said to stop it, and it came");
                    break;
                case "less":
                    Assert.Subset(Told(without), Told(Assert.Single(with)));
                    Assert.NotEqual(Told(without), Told(with[0]));
                    Assert.NotEqual(without.GetProperty("address").GetString(), with[0].GetProperty("address").GetString());
                    break;
                default:
                    Assert.Fail($"{program} is said to do nothing to a letter's pixel");
                    break;
            }
        }
    }

    /// <summary>Lets a letter arrive, and opens it when a person could have. What its pixel told was kept before the page had loaded.</summary>
    private async Task<JsonElement> ReadAsync(string person, Func<string, Task> openAsync)
    {
        var sent = await ArriveAsync("newsletter", person);
        await LieThereAsync(sent);
        await openAsync(Lab.Url("mail", Seat, $"/messages/{sent.GetProperty("mail").GetString()}"));
        return sent;
    }

    /// <summary>What a request told by its headers.</summary>
    private static HashSet<string> Told(JsonElement hit) => [.. hit.GetProperty("headers").EnumerateArray().Select(header => header.GetProperty("name").GetString()!)];
}
