namespace PixelLab.Browser.Tests.Mail;

/// <summary>The newsletter in each of the five mail programs: what a person sees, what comes, what its sender then believes.</summary>
public sealed class MailProgramTests(SharedLab lab, Browsers browsers) : MailTest(lab, browsers)
{
    private const string Headline = "Good morning from the harbour";

    [Fact]
    public async Task Loaded_directly_the_reader_is_shown_and_counted()
    {
        await OpenAsync();
        await ChooseAsync("Load pictures directly");
        var sent = await ArriveAsync("newsletter");
        Assert.Empty(await OpensAsync(sent));

        await OpenMessageAsync(sent);

        await Expect(Message.GetByRole(AriaRole.Heading, new() { Name = Headline })).ToBeVisibleAsync();
        var open = await OpenAsync(sent);
        Assert.Equal(await Page.EvaluateAsync<string>("navigator.userAgent"), Header(open, "User-Agent"));
        Assert.Equal("127.0.0.1", open.GetProperty("address").GetString());
        Assert.Null(Header(open, "Cookie"));
        Assert.False(Notes(open, "emulated"));
        await AssertReportAsync(sent, "opened", "opened once");
    }

    [Fact]
    public async Task A_pixel_that_the_browser_stops_in_an_open_message_is_missing_for_that_and_not_for_being_unread()
    {
        await OpenAsync();
        Expected.Add("Failed to load resource");
        await Page.RouteAsync(url => new Uri(url).Host == "postbox.localhost" && url.EndsWith(".gif", StringComparison.Ordinal), route => route.AbortAsync("blockedbyclient"));
        await ChooseAsync("Load pictures directly");
        var sent = await ArriveAsync("newsletter");

        await OpenMessageAsync(sent);

        await Expect(Dock.Missing).ToContainTextAsync("The browser or an extension stopped the request.");
        await MissingAsync("postbox", "blocked");
        await AssertReportAsync(sent, "not opened", "opened once: the sender missed it");
    }

    [Fact]
    public async Task The_inbox_shows_letters_pixels_and_not_those_of_the_page_one_comes_from()
    {
        await OpenAsync();
        await ArriveAsync("newsletter");
        await Shop.OpenAsync();
        await HitOfAsync("metrics");
        await GoAsync("mail");
        await HitOfAsync("metrics", hit => hit.GetProperty("event").GetString() == "user_engagement");
        var pixel = (await Lab.EventsAsync(Seat)).First(one => one.GetProperty("kind").GetString() == "planted" && one.GetProperty("vendor").GetString() == "postbox");

        // It comes after the shop's, so that those have passed the dock when it shows.
        await Lab.Http.GetByteArrayAsync(new Uri(pixel.GetProperty("url").GetString()!), TestContext.Current.CancellationToken);

        await Expect(Dock.Hits).ToHaveCountAsync(1);
        await Expect(Dock.Hits).ToContainTextAsync("Postbox");
    }

    [Fact]
    public async Task Asked_first_the_sender_knows_nothing_until_the_reader_wants_the_pictures()
    {
        await OpenAsync();
        await ChooseAsync("Ask before loading pictures");
        var sent = await ArriveAsync("newsletter");

        await OpenMessageAsync(sent);
        await Expect(Message.GetByRole(AriaRole.Heading, new() { Name = Headline })).ToBeVisibleAsync();
        await Expect(Page.GetByText("so the sender does not know that you opened it")).ToBeVisibleAsync();
        await MissingAsync("postbox", "mail_images_off");
        Assert.Empty(await OpensAsync(sent));
        await AssertReportAsync(sent, "not opened", "opened once: the sender missed it");

        await Page.GoBackAsync();
        await Button("Load the pictures once").ClickAsync();

        await Expect(Button("Load the pictures once")).ToHaveCountAsync(0);
        var open = await OpenAsync(sent);
        Assert.Equal(await Page.EvaluateAsync<string>("navigator.userAgent"), Header(open, "User-Agent"));
        Assert.False(Notes(open, "emulated"));

        // Coming back from the report opened the message once more.
        await AssertReportAsync(sent, "opened", "opened 2 times");
    }

    [Fact]
    public async Task Through_a_proxy_the_service_is_shown_and_the_second_opening_is_not_counted()
    {
        await OpenAsync();
        await ChooseAsync("Through a proxy, when opened");
        var sent = await ArriveAsync("newsletter");
        Assert.Empty(await OpensAsync(sent));

        await OpenMessageAsync(sent);
        await OpenAsync(sent);
        await OpenMessageAsync(sent);
        await Expect(Message.GetByRole(AriaRole.Heading, new() { Name = Headline })).ToBeVisibleAsync();

        var open = await OpenAsync(sent);
        Assert.EndsWith("(via ggpht.com GoogleImageProxy)", Header(open, "User-Agent"), StringComparison.Ordinal);
        Assert.StartsWith("203.0.113.", open.GetProperty("address").GetString(), StringComparison.Ordinal);
        Assert.Null(Header(open, "Referer"));
        Assert.Null(Header(open, "Accept-Language"));
        Assert.True(Notes(open, "emulated"));
        await AssertReportAsync(sent, "opened", "opened 2 times");
    }

    [Fact]
    public async Task Through_a_relay_the_pixel_is_fetched_although_nobody_reads_and_reading_fetches_nothing()
    {
        await OpenAsync();
        await ChooseAsync("Through a relay, at delivery");
        var sent = await ArriveAsync("newsletter");

        var open = await OpenAsync(sent);
        Assert.Equal("Mozilla/5.0", Header(open, "User-Agent"));
        Assert.StartsWith("198.51.100.", open.GetProperty("address").GetString(), StringComparison.Ordinal);
        Assert.True(Notes(open, "emulated"));
        await AssertReportAsync(sent, "fetched by a machine; perhaps opened, perhaps not", "nobody has opened it: over-counted");

        await OpenMessageAsync(sent);
        await Expect(Message.GetByRole(AriaRole.Heading, new() { Name = Headline })).ToBeVisibleAsync();

        await AssertReportAsync(sent, "fetched by a machine; perhaps opened, perhaps not", "opened once");
        Assert.Single(await OpensAsync(sent));
    }

    [Fact]
    public async Task With_pixels_taken_out_the_reader_sees_the_letter_and_the_sender_nothing()
    {
        await OpenAsync();
        await ChooseAsync("Take known pixels out");
        var sent = await ArriveAsync("newsletter");

        await OpenMessageAsync(sent);

        await Expect(Message.GetByRole(AriaRole.Heading, new() { Name = Headline })).ToBeVisibleAsync();
        await Expect(Message.Locator("img[width='1']")).ToHaveCountAsync(0);
        await MissingAsync("postbox", "stripped");
        await AssertReportAsync(sent, "not opened", "opened once: the sender missed it");
        Assert.Empty(await OpensAsync(sent));
        var panel = await OpenPanelAsync();
        await Expect(panel.Missing("took").Or(panel.Missing("removed")).Or(panel.Missing("pixel out")).First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("Load pictures directly", true)]
    [InlineData("Ask before loading pictures", false)]
    [InlineData("Through a proxy, when opened", true)]
    [InlineData("Through a relay, at delivery", true)]
    [InlineData("Take known pixels out", true)]
    public async Task An_offers_pictures_are_there_but_where_the_reader_is_asked_first(string program, bool shown)
    {
        await OpenAsync();
        await ChooseAsync(program);

        await OpenMessageAsync(await ArriveAsync("sale"));

        await Expect(Message.GetByText("Until Sunday every trail shoe")).ToBeVisibleAsync();
        var picture = Message.GetByRole(AriaRole.Img, new() { Name = "Trail Runner 2" });
        if (!shown)
        {
            await Expect(picture).ToHaveCountAsync(0);
            await Button("Load the pictures once").ClickAsync();
        }

        await Eventually.TrueAsync(
            "the picture is drawn", async () => await picture.EvaluateAsync<bool>("picture => picture.complete && picture.naturalWidth > 0"));
    }
}
