using System.Net;
using System.Text.RegularExpressions;
using MimeKit;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Web.Tests.Mail;

/// <summary>A message as a file, its links, and the way off the list.</summary>
public sealed partial class MailMessageTests(SharedLab lab) : IClassFixture<SharedLab>
{
    [Theory]
    [InlineData("newsletter")]
    [InlineData("sale")]
    [InlineData("followup")]
    public async Task A_downloaded_message_is_whole_and_its_pixel_reports_to_the_same_seat(string campaign)
    {
        var box = await Mailbox.OpenAsync(lab.Server, "ask");
        var mail = await box.MessageAsync(campaign);

        var message = await box.DownloadAsync(mail);

        Assert.EndsWith(".example", message.From.Mailboxes.Single().Domain, StringComparison.Ordinal);
        Assert.Contains("example", message.To.Mailboxes.Single().Domain, StringComparison.Ordinal);
        Assert.Equal($"<{box.At("postbox", $"/u/{mail}")}>", message.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers[HeaderId.ListUnsubscribePost]);
        Assert.StartsWith("multipart/alternative", message.Body!.ContentType.MimeType, StringComparison.Ordinal);
        Assert.DoesNotContain("<", message.TextBody, StringComparison.Ordinal);
        using var reply = await box.SendAsync(new Uri(WebUtility.HtmlDecode(Pixel().Match(message.HtmlBody!).Groups[1].Value)));
        Assert.Equal(TransparentGif.Bytes, await reply.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Single(await box.OpensAsync(mail));
        Assert.Contains("a copy left the lab", await box.ReportAsync(message.Subject!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_message_is_made_anew_byte_by_byte()
    {
        var box = await Mailbox.OpenAsync(lab.Server, "ask");
        var mail = await box.MessageAsync("sale");

        var first = await box.PageAsync("mail", $"/messages/{mail}/download");

        Assert.Equal(first, await box.PageAsync("mail", $"/messages/{mail}/download"));
    }

    [Fact]
    public async Task Every_link_goes_over_the_sender_and_ends_on_a_page_that_is_there()
    {
        var box = await Mailbox.OpenAsync(lab.Server, "ask");
        foreach (var campaign in new[] { "newsletter", "sale", "followup" })
        {
            var message = await box.DownloadAsync(await box.MessageAsync(campaign));
            var links = Links().Matches(message.HtmlBody!).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).ToList();
            Assert.NotEmpty(links);
            foreach (var link in links)
            {
                using var reply = await box.SendAsync(new Uri(link));
                Assert.Equal(HttpStatusCode.Found, reply.StatusCode);
                Assert.Contains($"utm_campaign={campaign}", reply.Headers.Location!.Query, StringComparison.Ordinal);
                using var page = await box.SendAsync(reply.Headers.Location);
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            }
        }

        Assert.Equal(6, (await box.Seat.HitsAsync()).Count(hit => hit.Text("event") == "email_click"));
    }

    [Theory]
    [InlineData("/c/{0}/99?url=https://evil.example/")]
    [InlineData("/c/{0}/-1?to=//evil.example")]
    [InlineData("/c/nobodysmessage/0?dest=https://evil.example/")]
    public async Task A_link_that_no_message_has_leads_nowhere(string path)
    {
        var box = await Mailbox.OpenAsync(lab.Server, "ask");
        var mail = await box.MessageAsync("sale");

        using var reply = await box.SendAsync(box.At("postbox", string.Format(System.Globalization.CultureInfo.InvariantCulture, path, mail)));

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Null(reply.Headers.Location);
    }

    [Fact]
    public async Task Leaving_the_list_takes_one_post_and_merely_opening_the_address_changes_nothing()
    {
        var box = await Mailbox.OpenAsync(lab.Server, "ask");
        var mail = await box.MessageAsync("newsletter");

        await box.PageAsync("postbox", $"/u/{mail}");
        Assert.DoesNotContain(await box.Seat.HitsAsync(), hit => hit.Text("event") == "email_unsubscribe");

        await box.PostAsync("postbox", $"/u/{mail}", ("List-Unsubscribe", "One-Click"));
        Assert.Single(await box.Seat.HitsAsync(), hit => hit.Text("event") == "email_unsubscribe");
        Assert.Contains("left the list", await box.ReportAsync("Five things before the ferry"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_body_of_a_message_runs_nothing_and_stands_in_no_strangers_page()
    {
        var box = await Mailbox.OpenAsync(lab.Server, "direct");
        var mail = await box.MessageAsync("sale");

        using var reply = await box.SendAsync(box.At("mail", $"/messages/{mail}/body"));

        var policy = Assert.Single(reply.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("sandbox ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-scripts", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_seat_cannot_read_the_message()
    {
        var box = await Mailbox.OpenAsync(lab.Server, "direct");
        var mail = await box.MessageAsync("sale");
        var other = await Mailbox.OpenAsync(lab.Server, "direct");

        foreach (var part in new[] { "", "/body", "/download", "/pictures/0", "/send" })
        {
            using var reply = await other.SendAsync(other.At("mail", $"/messages/{mail}{part}"));
            Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        }
    }

    [GeneratedRegex("<img src=\"([^\"]+/o/[^\"]+)\" width=\"1\" height=\"1\"")]
    private static partial Regex Pixel();

    [GeneratedRegex("<a href=\"([^\"]+/c/[^\"]+)\"")]
    private static partial Regex Links();
}
