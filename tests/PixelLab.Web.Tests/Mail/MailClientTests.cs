namespace PixelLab.Web.Tests.Mail;

/// <summary>The newsletter in five kinds of mail program: which requests come, what the sender believes, what was so.</summary>
public sealed class MailClientTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private const string Subject = "Five things before the ferry";

    [Fact]
    public async Task A_new_inbox_holds_three_messages_that_nobody_has_read()
    {
        var box = await Mailbox.OpenAsync(lab.Server, "direct");

        Assert.Equal(3, (await box.Seat.EventsAsync("mail_sent")).Count);
        Assert.All(await box.Seat.EventsAsync("missing"), missing => Assert.Equal("unread", missing.Text("reason")));
        Assert.Empty(await box.Seat.HitsAsync());
    }

    [Fact]
    public async Task Loaded_directly_the_pixel_shows_the_readers_own_browser()
    {
        var box = await Mailbox.OpenAsync(lab.Server, "direct");
        var mail = await box.MessageAsync("newsletter");
        Assert.Empty(await box.OpensAsync(mail));
        Assert.Equal("unread", await box.MissingAsync(mail));

        await box.ReadAsync(mail);

        var open = Assert.Single(await box.OpensAsync(mail));
        Assert.Contains(("User-Agent", Mailbox.Agent), open.Pairs("headers"));
        Assert.Equal("127.0.0.1", open.Text("address"));
        Assert.DoesNotContain("emulated", open.Notes());
        Assert.Contains("opened a message", open.GetProperty("account").Text("sentence"), StringComparison.Ordinal);

        // The letters lay in the inbox before: also who reads one at once is taken for a reader.
        var row = await box.ReportAsync(Subject);
        Assert.Contains("opened once", row, StringComparison.Ordinal);
        Assert.Contains("by the reader’s own program", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_followed_link_proves_reading_though_no_picture_was_loaded_and_whoever_only_asks_is_not_counted()
    {
        var box = await Mailbox.OpenAsync(lab.Server, "ask");
        var mail = await box.MessageAsync("newsletter");
        await box.ReadAsync(mail);
        using var followed = await box.SendAsync(box.At("postbox", $"/c/{mail}/0"));
        using var asked = new HttpRequestMessage(HttpMethod.Head, box.At("postbox", $"/o/{mail}.gif"));
        asked.Headers.TryAddWithoutValidation("User-Agent", "curl/8.9.1");
        using var reply = await lab.Server.Http.SendAsync(asked, TestContext.Current.CancellationToken);

        var row = await box.ReportAsync(Subject);
        Assert.Contains("opened: a link in it was followed", row, StringComparison.Ordinal);
        Assert.Contains("not counted, since programs asked and nobody read", row, StringComparison.Ordinal);
        Assert.DoesNotContain("missed it", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_first_nothing_comes_until_the_reader_wants_pictures_and_then_only_once()
    {
        var box = await Mailbox.OpenAsync(lab.Server, "ask");
        var mail = await box.MessageAsync("newsletter");

        await box.ReadAsync(mail);
        Assert.Empty(await box.OpensAsync(mail));
        Assert.Equal("mail_images_off", await box.MissingAsync(mail));
        Assert.Contains("the sender missed it", await box.ReportAsync(Subject), StringComparison.Ordinal);

        await box.PostAsync("mail", $"/messages/{mail}/pictures");
        await box.ReadAsync(mail, "?pictures");
        Assert.Single(await box.OpensAsync(mail));
        Assert.Contains("opened once", await box.ReportAsync(Subject), StringComparison.Ordinal);

        // From now on its sender knows: that is not kept from anybody by leaving the pictures out.
        await box.ReadAsync(mail);
        Assert.Single(await box.OpensAsync(mail));
        Assert.Single(await box.Seat.EventsAsync("missing"), missing => missing.Text("reason") == "mail_images_off");
        var page = await box.PageAsync("mail", $"/messages/{mail}");
        Assert.Contains("has reported to its sender before", page, StringComparison.Ordinal);
        Assert.DoesNotContain("does not know that you opened it", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Through_a_proxy_the_first_opening_shows_the_service_and_later_ones_show_nothing()
    {
        var box = await Mailbox.OpenAsync(lab.Server, "proxy");
        var mail = await box.MessageAsync("newsletter");
        Assert.Empty(await box.OpensAsync(mail));

        await box.ReadAsync(mail);
        await box.ReadAsync(mail);

        var open = Assert.Single(await box.OpensAsync(mail));
        var headers = open.Pairs("headers");
        Assert.Contains(headers, header => header.Name == "User-Agent" && header.Value.EndsWith("(via ggpht.com GoogleImageProxy)", StringComparison.Ordinal));
        Assert.DoesNotContain(headers, header => header.Name is "Cookie" or "Referer" || header.Name.StartsWith("X-PixelLab", StringComparison.OrdinalIgnoreCase));
        Assert.StartsWith("203.0.113.", open.Text("address"), StringComparison.Ordinal);
        Assert.Contains("emulated", open.Notes());
        Assert.Contains("opened 2 times", await box.ReportAsync(Subject), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Through_a_relay_every_message_looks_opened_before_anybody_has_read_one()
    {
        var box = await Mailbox.OpenAsync(lab.Server, "relay");
        var mail = await box.MessageAsync("newsletter");

        var open = Assert.Single(await box.OpensAsync(mail));
        Assert.Contains(("User-Agent", "Mozilla/5.0"), open.Pairs("headers"));
        Assert.StartsWith("198.51.100.", open.Text("address"), StringComparison.Ordinal);
        Assert.Contains("emulated", open.Notes());
        Assert.Equal(3, (await box.Seat.HitsAsync()).Count(hit => hit.Text("event") == "email_open"));
        var row = await box.ReportAsync(Subject);
        Assert.Contains("fetched by a machine", row, StringComparison.Ordinal);
        Assert.Contains("nobody has opened it: over-counted", row, StringComparison.Ordinal);

        await box.ReadAsync(mail);

        Assert.Single(await box.OpensAsync(mail));
    }

    [Fact]
    public async Task With_known_pixels_taken_out_the_sender_never_knows()
    {
        var box = await Mailbox.OpenAsync(lab.Server, "strip");
        var mail = await box.MessageAsync("newsletter");

        await box.ReadAsync(mail);

        Assert.Empty(await box.OpensAsync(mail));
        Assert.Equal("stripped", await box.MissingAsync(mail));
        Assert.Contains("the sender missed it", await box.ReportAsync(Subject), StringComparison.Ordinal);
        using var reply = await box.SendAsync(box.At("mail", $"/messages/{mail}/pictures/0"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Empty(await box.OpensAsync(mail));
    }

    [Fact]
    public async Task Looking_at_a_message_in_other_ways_is_one_opening_and_plain_text_fetches_nothing()
    {
        var box = await Mailbox.OpenAsync(lab.Server, "direct");
        var mail = await box.MessageAsync("newsletter");

        await box.ReadAsync(mail, "?view=text");
        await box.ReadAsync(mail, "?view=source");

        Assert.Empty(await box.OpensAsync(mail));
        Assert.Contains("opened once: the sender missed it", await box.ReportAsync(Subject), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_that_claims_to_be_the_labs_own_proxy_changes_nothing()
    {
        var box = await Mailbox.OpenAsync(lab.Server, "direct");
        var mail = await box.MessageAsync("newsletter");
        using var request = new HttpRequestMessage(HttpMethod.Get, box.At("postbox", $"/o/{mail}.gif"));
        request.Headers.Add("X-PixelLab-Emulated", new string('0', 32) + " 203.0.113.9");

        using var reply = await lab.Server.Http.SendAsync(request, TestContext.Current.CancellationToken);

        var open = Assert.Single(await box.OpensAsync(mail));
        Assert.Equal("127.0.0.1", open.Text("address"));
        Assert.DoesNotContain("emulated", open.Notes());
    }
}
