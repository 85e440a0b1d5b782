using System.Net;
using System.Text.RegularExpressions;
using MimeKit;

namespace PixelLab.Web.Tests.Mail;

public sealed partial class MailTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private readonly LabServer _server = lab.Server;

    [Fact]
    public async Task A_new_inbox_holds_three_messages_that_nobody_has_read()
    {
        var inbox = await InboxAsync("direct");

        Assert.Equal(3, (await inbox.Seat.EventsAsync("mail_sent")).Count);
        Assert.All(await inbox.Seat.EventsAsync("missing"), missing => Assert.Equal("unread", missing.Text("reason")));
    }

    [Fact]
    public async Task Pictures_that_load_directly_tell_the_sender_the_readers_own_address()
    {
        var inbox = await InboxAsync("direct");
        var body = await inbox.OpenAsync();

        await inbox.FetchAsync(Pixel().Match(body).Value);

        var hit = await inbox.Seat.OnlyHitAsync();
        Assert.Equal("email_open", hit.Text("event"));
        Assert.Equal("127.0.0.1", hit.Text("address"));
        Assert.Contains("opened a message", hit.Text("sentence"), StringComparison.Ordinal);
        Assert.Contains("opened once", await inbox.ReportAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_asks_first_tells_nothing_until_it_is_told_to()
    {
        var inbox = await InboxAsync("ask");

        Assert.DoesNotMatch(Pixel(), await inbox.OpenAsync());
        Assert.Contains(await inbox.Seat.EventsAsync("missing"), missing => missing.Text("reason") == "mail_images_off");
        Assert.Contains("the sender missed it", await inbox.ReportAsync(), StringComparison.Ordinal);

        await inbox.PostAsync($"/messages/{inbox.Mail}/pictures");

        Assert.Matches(Pixel(), await inbox.BodyAsync());
    }

    [Fact]
    public async Task A_proxy_fetches_once_at_opening_from_its_own_address()
    {
        var inbox = await InboxAsync("proxy");
        Assert.Empty(await inbox.Seat.HitsAsync());

        var body = await inbox.OpenAsync();
        Assert.DoesNotMatch(Pixel(), body);
        await inbox.FetchAsync(inbox.Url("mail", $"/messages/{inbox.Mail}/pictures/0"));
        await inbox.FetchAsync(inbox.Url("mail", $"/messages/{inbox.Mail}/pictures/0"));

        var hit = await inbox.Seat.OnlyHitAsync();
        Assert.Equal("203.0.113.84", hit.Text("address"));
        Assert.Contains("emulated", hit.Notes());
        Assert.Contains(hit.Pairs("headers"), header => header.Name == "User-Agent" && header.Value.Contains("GoogleImageProxy", StringComparison.Ordinal));
        Assert.DoesNotContain(hit.Pairs("headers"), header => header.Name.StartsWith("X-PixelLab", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(hit.Pairs("cookies"));
    }

    [Fact]
    public async Task A_relay_fetches_at_delivery_although_nobody_opens()
    {
        var inbox = await InboxAsync("relay");

        var hits = await inbox.Seat.HitsAsync();

        Assert.Equal(3, hits.Count(hit => hit.Text("event") == "email_open"));
        Assert.All(hits, hit => Assert.Equal("198.51.100.17", hit.Text("address")));
        Assert.DoesNotContain(await inbox.Seat.EventsAsync("mail"), handled => handled.Text("how") == "opened");
        Assert.Contains("nobody has opened it: over-counted", await inbox.ReportAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_strips_pixels_leaves_the_sender_in_the_dark()
    {
        var inbox = await InboxAsync("strip");

        Assert.DoesNotMatch(Pixel(), await inbox.OpenAsync());

        Assert.Empty(await inbox.Seat.HitsAsync());
        Assert.Contains(await inbox.Seat.EventsAsync("missing"), missing => missing.Text("reason") == "stripped");
    }

    [Fact]
    public async Task A_link_is_counted_and_leads_to_the_messages_own_page_and_nowhere_else()
    {
        var inbox = await InboxAsync("direct");

        using var click = await _server.Http.GetAsync(inbox.Url("postbox", $"/c/{inbox.Mail}/0?dest=http://evil.example/"), Token);
        using var beyond = await _server.Http.GetAsync(inbox.Url("postbox", $"/c/{inbox.Mail}/99"), Token);
        using var unknown = await _server.Http.GetAsync(inbox.Url("postbox", "/c/nobody/0"), Token);

        Assert.Equal(HttpStatusCode.Found, click.StatusCode);
        Assert.NotNull(click.Headers.Location);
        Assert.EndsWith(".localhost", click.Headers.Location.Host, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(3, (await inbox.Seat.HitsAsync()).Count(hit => hit.Text("event") == "email_click"));
    }

    [Fact]
    public async Task Looking_at_the_way_off_the_list_changes_nothing_and_posting_does()
    {
        var inbox = await InboxAsync("direct");

        await inbox.FetchAsync(inbox.Url("postbox", $"/u/{inbox.Mail}"));
        Assert.Empty(await inbox.Seat.HitsAsync());

        using var reply = await _server.Http.PostAsync(
            inbox.Url("postbox", $"/u/{inbox.Mail}"),
            new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]),
            Token);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("email_unsubscribe", (await inbox.Seat.OnlyHitAsync()).Text("event"));
    }

    [Fact]
    public async Task A_downloaded_message_is_real_mail_whose_pixel_reports_to_the_same_seat()
    {
        var inbox = await InboxAsync("direct");

        await using var file = await _server.Http.GetStreamAsync(inbox.Url("mail", $"/messages/{inbox.Mail}/download"), Token);
        var message = await MimeMessage.LoadAsync(file, Token);
        await inbox.FetchAsync(WebUtility.HtmlDecode(Pixel().Match(message.HtmlBody!).Value));

        Assert.Equal("List-Unsubscribe=One-Click", message.Headers[HeaderId.ListUnsubscribePost]);
        Assert.EndsWith("@example.org", message.To.Mailboxes.Single().Address, StringComparison.Ordinal);
        Assert.NotEmpty(message.TextBody!);
        Assert.Equal("email_open", (await inbox.Seat.OnlyHitAsync()).Text("event"));
    }

    [Fact]
    public async Task Sending_on_is_off_unless_somebody_names_a_server()
    {
        var inbox = await InboxAsync("direct");

        var page = await inbox.PostAsync($"/messages/{inbox.Mail}/send", ("to", "me@example.org"));

        Assert.Contains("Sending is switched off", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_goes_through_a_real_mail_server_and_is_the_same_when_it_arrives()
    {
        await using var smtp = await SmtpProcess.StartAsync();
        await using var server = await LabServer.StartAsync(("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{smtp.Port}"));
        var inbox = await Inbox.OpenAsync(server, "direct");

        Assert.Contains("not one email address", await inbox.PostAsync($"/messages/{inbox.Mail}/send", ("to", "a@x.example, b@x.example")), StringComparison.Ordinal);
        Assert.Contains("Sent.", await inbox.PostAsync($"/messages/{inbox.Mail}/send", ("to", "reader@example.org")), StringComparison.Ordinal);

        var (to, message) = await smtp.MessageAsync();
        Assert.Equal("reader@example.org", to);
        Assert.Contains($"/o/{inbox.Mail}.gif", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains(await inbox.Seat.EventsAsync("mail"), handled => handled.Text("how") == "sent_on");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<Inbox> InboxAsync(string client) => Inbox.OpenAsync(_server, client);

    [GeneratedRegex(@"http://postbox\.localhost:\d+/~[a-z0-9]+/o/[a-z0-9]+\.gif")]
    private static partial Regex Pixel();

    /// <summary>A seat's inbox whose mail program behaves in one way from the start.</summary>
    private sealed class Inbox(LabServer server, Seat seat)
    {
        public Seat Seat => seat;

        /// <summary>The newest message.</summary>
        public string Mail { get; private set; } = "";

        public static async Task<Inbox> OpenAsync(LabServer server, string client)
        {
            var inbox = new Inbox(server, await Seat.NewAsync(server));
            await inbox.PostAsync("/client", ("client", client));
            await inbox.FetchAsync(inbox.Url("mail", "/"));
            inbox.Mail = (await inbox.Seat.EventsAsync("planted"))[^1].Text("plant")!;
            return inbox;
        }

        public string Url(string host, string path) => server.Url(host, $"/~{seat.Name}{path}");

        public async Task<string> FetchAsync(string url)
        {
            using var reply = await server.Http.GetAsync(url, Token);
            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
            return await reply.Content.ReadAsStringAsync(Token);
        }

        public async Task<string> PostAsync(string path, params (string Name, string Value)[] fields)
        {
            using var reply = await server.Http.PostAsync(
                Url("mail", path),
                new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
                Token);
            Assert.True((int)reply.StatusCode < 400, $"{path}: {reply.StatusCode}");
            return await reply.Content.ReadAsStringAsync(Token);
        }

        /// <summary>Opens the newest message as a person does, and returns the HTML that the mail program shows.</summary>
        public async Task<string> OpenAsync()
        {
            await FetchAsync(Url("mail", $"/messages/{Mail}"));
            return await BodyAsync();
        }

        public async Task<string> BodyAsync() =>
            WebUtility.HtmlDecode(await FetchAsync(Url("mail", $"/messages/{Mail}/body")));

        public Task<string> ReportAsync() => FetchAsync(Url("postbox", "/report"));
    }
}
