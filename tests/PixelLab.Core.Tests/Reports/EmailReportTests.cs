using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Core.Reports;

namespace PixelLab.Core.Tests.Reports;

public sealed class EmailReportTests
{
    private const string Gmail = "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)";

    [Fact]
    public void A_message_nobody_fetched_is_not_opened_to_its_sender()
    {
        var story = Assert.Single(Read(Sent(), Opened()).Stories);

        Assert.False(story.BelievedOpened);
        Assert.Equal(1, story.ReallyOpened);
    }

    [Theory]
    [InlineData(BrowserHeads.ChromiumAgent, 60, OpenKind.Person)]
    [InlineData(Gmail, 60, OpenKind.Proxy)]
    [InlineData("Mozilla/5.0", 60, OpenKind.Machine)]
    [InlineData(BrowserHeads.ChromiumAgent, 1, OpenKind.Machine)]
    public void A_fetched_pixel_is_sorted_by_agent_and_by_the_seconds_since_delivery(string agent, int seconds, OpenKind expected)
    {
        var story = Assert.Single(Read(Sent(), Fetched(agent, seconds)).Stories);

        Assert.Equal(expected, Assert.Single(story.Opens).Kind);
    }

    [Fact]
    public void A_relay_that_fetches_everything_is_counted_although_nobody_has_opened()
    {
        var story = Assert.Single(Read(Sent(), Fetched("Mozilla/5.0", 0)).Stories);

        Assert.True(story.BelievedOpened);
        Assert.False(story.BelievedOpenedByPerson);
        Assert.Equal(0, story.ReallyOpened);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("WhatsApp/2.23.20.0")]
    [InlineData("python-requests/2.32.3")]
    public void What_a_robot_fetches_is_no_persons_opening(string agent)
    {
        var story = Assert.Single(Read(Sent(), Fetched(agent, 60), Of("/c/abc/0", 70, $"User-Agent: {agent}") with { Id = 9 }).Stories);

        Assert.Equal(OpenKind.Machine, Assert.Single(story.Opens).Kind);
        Assert.False(story.BelievedOpenedByPerson);
        Assert.Empty(story.Clicks);
        Assert.Equal([9], story.LeftOut);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public void Whoever_only_asks_whether_the_address_works_opens_nothing(string method)
    {
        var asked = Of("/o/abc.gif", 60) with { Id = 5, Request = BuiltHit.Request($"{method} /o/abc.gif HTTP/1.1", BrowserHeads.Chromium) };
        var story = Assert.Single(Read(Sent(), asked).Stories);

        Assert.False(story.BelievedOpened);
        Assert.Equal([5], story.LeftOut);
    }

    [Fact]
    public void A_followed_link_proves_reading()
    {
        var story = Assert.Single(Read(Sent(), Of("/c/abc/0", 9, BrowserHeads.Chromium)).Stories);

        Assert.True(story.BelievedOpened);
        Assert.True(story.BelievedOpenedByPerson);
    }

    [Fact]
    public void A_followed_link_and_leaving_the_list_are_kept_with_the_message()
    {
        var story = Assert.Single(Read(
            Sent(),
            Of("/c/abc/0", 9) with { Id = 7 },
            Of("/u/abc", 10)).Stories);

        Assert.Equal([7], story.Clicks);
        Assert.True(story.Unsubscribed);
    }

    [Theory]
    [InlineData("downloaded", true)]
    [InlineData("sent_on", true)]
    [InlineData("images_shown", false)]
    public void A_copy_that_left_the_lab_is_remembered_since_nobody_knows_who_opens_it(string what, bool left) =>
        Assert.Equal(left, Assert.Single(Read(Sent(), Opened() with { What = what }).Stories).CopyLeft);

    [Fact]
    public void A_hit_for_a_message_nobody_sent_changes_nothing() =>
        Assert.Empty(Read(Fetched(Gmail, 5)).Stories);

    private static EmailReport Read(params LabEvent[] events) => new EmailReport().AddAll(events);

    private static MailSent Sent() => new()
    {
        Id = 1,
        At = BuiltHit.Noon,
        Mail = "abc",
        Campaign = "sale",
        Subject = "Shoes",
        Person = "mara",
    };

    private static MailHandled Opened() => new() { Id = 2, At = BuiltHit.Noon, Mail = "abc", What = "opened", Client = "ask" };

    private static Hit Fetched(string agent, int seconds) => Of("/o/abc.gif", seconds, $"User-Agent: {agent}");

    private static Hit Of(string path, int seconds, params string[] head) =>
        BuiltHit.Of("postbox", path, ["Host: postbox.localhost:5080", .. head]) with { At = BuiltHit.Noon.AddSeconds(seconds) };
}
