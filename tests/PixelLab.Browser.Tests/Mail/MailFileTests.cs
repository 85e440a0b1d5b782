using System.Text.Json;
using MimeKit;

namespace PixelLab.Browser.Tests.Mail;

/// <summary>A message that leaves the inbox as a file, and the way off a list.</summary>
public sealed class MailFileTests(SharedLab lab, Browsers browsers) : MailTest(lab, browsers)
{
    [Fact]
    public async Task A_message_opened_from_disk_reports_to_the_seat_it_came_from_and_sends_no_referer()
    {
        var stranger = await Lab.MakeSeatAsync();
        await OpenAsync();
        await ChooseAsync("Ask before loading pictures");
        var sent = await ArriveAsync("newsletter");
        await OpenMessageAsync(sent);
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "Download .eml" }).ClickAsync());
        var message = await MimeMessage.LoadAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        var folder = Directory.CreateTempSubdirectory("pixellab-mail-");
        try
        {
            var file = Path.Combine(folder.FullName, "letter.html");
            await File.WriteAllTextAsync(file, message.HtmlBody, TestContext.Current.CancellationToken);
            Assert.Empty(await OpensAsync(sent));

            var window = await NewPageAsync();
            await window.GotoAsync(new Uri(file).AbsoluteUri);

            await Expect(window.GetByRole(AriaRole.Heading, new() { Name = "Good morning from the harbour" })).ToBeVisibleAsync();
            var open = await OpenAsync(sent);
            Assert.Null(Header(open, "Referer"));
            Assert.Equal("cross-site", Header(open, "Sec-Fetch-Site"));
            Assert.False(Notes(open, "emulated"));
            Assert.Empty(await Lab.EventsAsync(stranger));
            await AssertReportAsync(
                sent, "opened", "opened once; a copy left the lab, and what became of it even the lab does not know");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Whoever_unsubscribes_in_a_letter_gets_no_further_one_and_is_told_so()
    {
        await OpenAsync();
        var sent = await ArriveAsync("newsletter");
        await OpenMessageAsync(sent);

        await Message.GetByRole(AriaRole.Link, new() { Name = "Unsubscribe" }).PressInFrameAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Leave the list of The Harbour Post?" })).ToBeVisibleAsync();
        await Button("Take Tomas off the list").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Tomas is off the list" })).ToBeVisibleAsync();

        await ArriveAsync("newsletter");

        await Expect(Page.Locator("p.ask")).ToContainTextAsync("Tomas Okafor has unsubscribed from The Harbour Post");
        await Expect(Page.Locator("p.ask")).ToContainTextAsync("may still come");
        await ArriveAsync("followup");
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Did everything fit, Tomas?" })).ToBeVisibleAsync();
        Assert.Single(await Lab.EventsAsync(Seat), one => IsTo(one, "newsletter"));
        await Expect(await ReportAsync(sent)).ToContainTextAsync("left the list");
    }

    private static bool IsTo(JsonElement one, string mailing) => one.GetProperty("kind").GetString() == "mail_sent"
        && one.GetProperty("person").GetString() == "tomas" && one.GetProperty("campaign").GetString() == mailing;
}
