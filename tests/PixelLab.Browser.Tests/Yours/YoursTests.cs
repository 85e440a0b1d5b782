using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Yours;

/// <summary>The page to which people bring their own web.</summary>
public sealed class YoursTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private const string Address = "https://www.facebook.com/tr/?id=1234567890&ev=PageView&dl=https%3A%2F%2Fshop.example%2Fshoes&fbp=fb.1.1795442000000.1234567890";

    private ILocator Field => Page.GetByLabel("Paste it here");

    private ILocator Rows => Page.GetByRole(AriaRole.Option).And(Page.Locator(".row"));

    private ILocator Sentence => Page.Locator("hit-detail .sentence");

    private ILocator Things => Page.GetByRole(AriaRole.Region, new() { Name = "What you brought" });

    [Fact]
    public async Task A_pasted_address_is_explained_part_by_part_and_the_lesson_is_named()
    {
        await GoAsync();
        await Field.FillAsync(Address);
        await Button("Explain it").ClickAsync();
        await Rows.ClickAsync();
        await Expect(Rows).ToContainTextAsync("Opened a page");
        await Expect(Sentence).ToContainTextAsync("Meta Pixel (advertising) was told that somebody opened a page.");
        await Expect(Page.Locator("hit-detail .field[data-field=dl]")).ToContainTextAsync("What would stop it:");
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "To the lesson" })).ToHaveAttributeAsync("href", $"/~{Seat}/lessons/advertising-pixels");
        await Expect(Page).ToHaveURLAsync(new Regex("#1$"));
    }

    [Fact]
    public async Task Many_things_dropped_at_once_are_read_one_after_the_other_and_none_goes_elsewhere()
    {
        // That is how the lab refuses the note.
        Expected.Add("400");
        var asked = new ConcurrentQueue<string>();
        await GoAsync();
        Page.Request += (_, request) => asked.Enqueue(new Uri(request.Url).GetLeftPart(UriPartial.Authority));
        var data = await Page.EvaluateHandleAsync(
            """
            ([har, address]) => {
              const files = new DataTransfer();
              files.items.add(new File([har], 'day.har'));
              files.items.add(new File([address], 'pixel.txt'));
              files.items.add(new File(['What is this?'], 'note.txt'));
              return files;
            }
            """,
            new[] { Recording(40), Address });
        await Page.DispatchEventAsync("body", "drop", new { dataTransfer = data });

        await Expect(Things.GetByRole(AriaRole.Listitem)).ToHaveTextAsync(
            [new Regex("^\\s*day.har\\s+a recording, 40 requests"), new("^\\s*pixel.txt\\s+addresses, 1 request"), new("note.txt\\s+This is nothing that can be read here")]);
        await Expect(Rows.First).ToHaveAttributeAsync("aria-setsize", "41");
        Assert.Equal([new Uri(Page.Url).GetLeftPart(UriPartial.Authority)], asked.Distinct());
    }

    [Fact]
    public async Task What_was_brought_last_is_in_view_with_its_most_telling_sentence_first_and_its_first_request_open()
    {
        await GoAsync();
        var result = Page.GetByRole(AriaRole.Region, new() { Name = "What it comes to" });
        await Button("A small recording").ClickAsync();
        await Expect(result).ToContainTextAsync("16 requests. 13 went to 9 companies besides the sites themselves, 3 to the sites.");
        await Expect(result).ToContainTextAsync(new Regex(@"They were told most often: the page \(\d+\)"));
        await Expect(result).ToBeInViewportAsync();
        await Expect(Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "It stands below, under “What it comes to”." })).ToHaveCountAsync(1);
        await Expect(Sentence).ToContainTextAsync("Google Analytics 4");
        await Page.GetByLabel("All companies").SelectOptionAsync("PubMatic");
        await Page.Locator(".reading").EvaluateAsync("reading => reading.scrollTop = 500");

        await BringAsync("https://pixel.example/other.gif");

        await Expect(Sentence).ToContainTextAsync("A browser asked for “other.gif”, at pixel.example.");
        await Expect(Page.GetByLabel("All companies")).ToHaveValueAsync("");
        await Expect(Rows.Filter(new() { HasText = "other.gif" })).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(Sentence).ToBeInViewportAsync();
        Assert.Equal(0, await Page.Locator(".reading").EvaluateAsync<int>("reading => reading.scrollTop"));
    }

    [Fact]
    public async Task One_of_the_things_brought_is_forgotten_by_a_press_and_the_others_keep_their_numbers()
    {
        await GoAsync();
        await BringAsync("https://one.example/a.gif");
        await Expect(Things.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await Expect(Button("Forget this one: Pasted text 1")).ToHaveCountAsync(0);
        await BringAsync("https://two.example/b.gif");
        await Expect(Page).ToHaveURLAsync(new Regex("#2$"));

        await Button("Forget this one: Pasted text 1").ClickAsync();

        await Expect(Things.GetByRole(AriaRole.Listitem)).ToHaveTextAsync([new Regex("Pasted text 2")]);
        await Expect(Rows).ToHaveCountAsync(1);
        await Expect(Rows).ToContainTextAsync("two.example");
        await Expect(Sentence).ToContainTextAsync("two.example");
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "The whole picture" })).ToContainTextAsync("1 request to 1 company.");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "What you brought" })).ToBeFocusedAsync();
        await BringAsync("https://three.example/c.gif");
        await Expect(Page).ToHaveURLAsync(new Regex("#3$"));
        await Expect(Sentence).ToContainTextAsync("three.example");
    }

    [Fact]
    public async Task What_is_too_much_to_keep_is_refused_at_the_button_that_names_the_limit_and_the_next_act_takes_the_words_away()
    {
        await GoAsync();
        var data = await Page.EvaluateHandleAsync(
            """
            () => {
              const text = Array.from({ length: 12 }, () => Array.from(crypto.getRandomValues(new Uint8Array(60_000)), (byte) => String.fromCharCode(97 + byte % 26)).join('')).join('');
              const files = new DataTransfer();
              files.items.add(new File([`{"log":{"entries":[{"request":{"url":"https://pixel.example/tr"},"response":{"content":{"text":"${text}"}}}]}}`], 'long.har'));
              return files;
            }
            """);
        await Page.DispatchEventAsync("body", "drop", new { dataTransfer = data });
        await Expect(Things).ToContainTextAsync("At most 256 kB fit once it is packed");

        await Button("Keep these here").ClickAsync();

        await Expect(Things).ToContainTextAsync("This is too much to keep. Packed, 256 kB is the most that a seat keeps.");
        await Expect(Page.GetByText("Kept in your seat")).ToHaveCountAsync(0);
        await BringAsync(Address);
        await Expect(Things).Not.ToContainTextAsync("This is too much to keep.");
    }

    [Fact]
    public async Task A_list_of_rules_says_of_each_request_whether_it_stops_it_and_goes_to_nobody()
    {
        var sent = new ConcurrentQueue<string>();
        await GoAsync();
        Page.Request += (_, request) => sent.Enqueue(request.PostData ?? "");
        await BringAsync("https://other.example/a.gif");
        await BringAsync("||facebook.com^$third-party\n! mine\n");
        var list = Page.GetByRole(AriaRole.Region, new() { Name = "A list of rules" });
        await Expect(list).ToContainTextAsync("has 1 rule that can stop a request. The list that you pasted would have stopped 0 of 1 requests.");

        await BringAsync(Address);

        await Expect(list).ToContainTextAsync("would have stopped 1 of 2 requests.");
        await Expect(Rows.Nth(1)).ToContainTextAsync("stopped by your list");
        await Expect(Rows.Nth(0)).Not.ToContainTextAsync("stopped by your list");
        await Rows.Nth(1).ClickAsync();
        await Expect(Page.Locator("hit-detail")).ToContainTextAsync("would have stopped this, by the rule ||facebook.com^$third-party");
        await Rows.Nth(0).ClickAsync();
        await Expect(Page.Locator("hit-detail")).ToContainTextAsync("would have let this come.");
        await Page.GetByLabel("Stopped or not").SelectOptionAsync("Stopped by the list");
        await Expect(Rows).ToHaveCountAsync(1);
        await AssertAccessibleAsync(Page, "a list of rules");

        await Button("Take the list away").ClickAsync();
        await Expect(list).ToHaveCountAsync(0);
        await Expect(Rows).ToHaveCountAsync(2);
        await Expect(Rows.Nth(1)).Not.ToContainTextAsync("stopped by your list");
        Assert.DoesNotContain(sent, body => body.Contains("||", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_takes_long_shows_that_it_is_under_way_and_can_be_stopped()
    {
        await GoAsync();
        await Page.RouteAsync("**/api/explain*", _ => { });
        await Field.FillAsync(Address);
        await Button("Explain it").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await Button("Stop").ClickAsync();
        await Expect(Things).ToContainTextAsync("Stopped.");
        await Expect(Page.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_large_recording_shows_its_first_rows_before_it_is_sent_how_far_it_is_and_each_request_once()
    {
        await GoAsync();
        await DropLargeAsync("day.har");
        await Expect(Things.GetByRole(AriaRole.Listitem)).ToContainTextAsync("day.har a recording, 1,000 requests");
        await Expect(Rows.First).ToHaveAttributeAsync("aria-setsize", "1000");
        await Button("Forget all of it").ClickAsync();

        // Only the whole of it is followed; of its beginning nobody asks how far it is.
        await Page.RouteAsync("**/api/explain?*follow=*", _ => { });
        await Page.RouteAsync("**/api/explain/progress?*", route => route.FulfillAsync(new() { ContentType = "application/json", Body = """{"sent":5100000,"read":0}""" }));
        await DropLargeAsync("night.har");
        await Expect(Rows.First).ToBeVisibleAsync();
        await Expect(Page.GetByText("50 % sent.")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Progressbar)).ToHaveAttributeAsync("value", "50");
        await Button("Stop").ClickAsync();
        await Expect(Things).ToContainTextAsync("Stopped. What was read before that stays.");
        await Expect(Rows.First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(413, "This is larger than 512 MB, which is the most that is read.")]
    [InlineData(429, "The lab is busy reading what others have brought. Try again in a minute.")]
    public async Task What_the_lab_refuses_is_told_in_its_words(int status, string why)
    {
        Expected.Add($"{status}");
        await GoAsync();
        await Page.RouteAsync("**/api/explain*", route => route.FulfillAsync(new()
        {
            Status = status,
            ContentType = "application/problem+json",
            Body = $$"""{"detail":"{{why}}"}""",
        }));
        await Field.FillAsync(Address);
        await Button("Explain it").ClickAsync();
        await Expect(Things).ToContainTextAsync(why);
    }

    [Fact]
    public async Task Every_example_can_be_read_and_the_picture_tells_what_went_to_several_companies()
    {
        await GoAsync();
        string[] examples = ["The address of a pixel", "A cURL command", "A raw request", "A small recording", "A tag snippet", "A letter"];
        foreach (var (name, count) in examples.Select((name, place) => (name, place + 1)))
        {
            await Button(name).ClickAsync();
            await Expect(Things.Locator("ul > li > b")).ToHaveCountAsync(count);
        }

        await Expect(Things.Locator(".fault")).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Table, new() { NameRegex = new("^Who was asked how often") })).ToContainTextAsync("Google");
        await Expect(Page.GetByRole(AriaRole.Table, new() { NameRegex = new("^Who holds the same value") }).GetByRole(AriaRole.Row, new() { NameRegex = new("^5550001112223334445") }))
            .ToContainTextAsync("PubMatic (in piggybackCookie)");
        await Expect(Page.GetByRole(AriaRole.Img, new() { Name = "Which sites tell which companies" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_kept_by_a_press_is_there_again_in_this_browser_alone_until_it_is_let_go()
    {
        await GoAsync();
        var kept = Page.GetByRole(AriaRole.Region, new() { Name = "Kept in your seat" });
        await BringAsync(Address);
        await Button("A letter").ClickAsync();
        await Expect(Things.Locator("ul > li > b")).ToHaveCountAsync(2);
        await Page.ReloadAsync();
        await Expect(Page.GetByText("Nothing is brought yet.")).ToBeVisibleAsync();

        await BringAsync(Address);
        await Button("A letter").ClickAsync();
        await Expect(Things.Locator("ul > li > b")).ToHaveCountAsync(2);
        await Button("Keep these here").ClickAsync();
        await Expect(kept).ToContainTextAsync("Kept: Pasted text 1, letter.eml.");
        await AssertAccessibleAsync(Page, "what is kept");
        await Page.ReloadAsync();
        await Expect(Things.GetByText("letter.eml")).ToBeVisibleAsync();
        await Expect(Rows.Filter(new() { HasText = "Meta Pixel" })).ToHaveCountAsync(1);

        var other = await OpenGuestAsync();
        await other.GotoAsync(Lab.Url("lab", Seat, "/yours"));
        await Expect(other.GetByText("Nothing is brought yet.")).ToBeVisibleAsync();

        await Button("Let go of it").ClickAsync();
        await Expect(kept).ToContainTextAsync("nobody can open it any more");
        await Page.ReloadAsync();
        await Expect(Page.GetByText("Nothing is brought yet.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_letter_tells_what_opening_it_asks_for_where_its_links_lead_and_what_mail_programs_make_of_it()
    {
        await GoAsync();
        await Button("A letter").ClickAsync();
        var letter = Page.GetByRole(AriaRole.Region, new() { Name = "The letter letter.eml" });
        await Expect(letter).ToContainTextAsync("It was sent with Mailchimp.");
        await Expect(letter.GetByRole(AriaRole.Row, new() { NameRegex = new("^Mailchimp a picture") })).ToContainTextAsync("that it is opened, and whose letter it is");
        await Expect(letter.GetByRole(AriaRole.Row, new() { NameRegex = new("^shop.example a style") })).ToContainTextAsync("a style sheet, hidden");
        var link = letter.GetByRole(AriaRole.Row).Filter(new() { HasText = "find the shop" });
        await Expect(link).ToContainTextAsync("https://shop.example/map");
        await Expect(link).ToContainTextAsync("www.google.com");
        await Expect(Page.GetByRole(AriaRole.Table, new() { NameRegex = new("^What opening it would tell") }).GetByRole(AriaRole.Row)).ToHaveCountAsync(6);
        await letter.GetByRole(AriaRole.Link, new() { Name = "Mailchimp" }).ClickAsync();
        await Expect(Sentence).ToContainTextAsync("opened a message");
    }

    [Fact]
    public async Task Two_requests_stand_side_by_side_and_the_list_is_narrowed_by_company_and_words()
    {
        await GoAsync();
        await Button("A small recording").ClickAsync();
        await Page.GetByLabel("All companies").SelectOptionAsync("Meta Pixel");
        await Expect(Rows).ToHaveCountAsync(2);
        await Rows.First.ClickAsync();
        await Button("Pin").ClickAsync();
        await Rows.Last.ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Put beside the pinned hit" }).ClickAsync();
        await Expect(Page.Locator("hit-pair").GetByRole(AriaRole.Row).Filter(new() { HasText = "ViewContent" })).ToContainTextAsync("PageView");

        await Button("Clear the filters").ClickAsync();
        await Expect(Page.GetByLabel("All companies")).ToHaveValueAsync("");
        await Expect(Rows.First).ToHaveAttributeAsync("aria-setsize", "13");
        await Page.GetByRole(AriaRole.Searchbox).FillAsync("piggyback");
        await Expect(Rows).ToHaveCountAsync(1);
        await Expect(Rows).ToContainTextAsync("PubMatic");
    }

    [Fact]
    public async Task What_pages_fetch_of_their_own_waits_behind_a_switch_and_opens_by_its_address_all_the_same()
    {
        await GoAsync();
        await Button("A small recording").ClickAsync();
        var own = Page.GetByLabel("also 3 files of the pages themselves");
        await Expect(own).Not.ToBeCheckedAsync();
        await Expect(Rows.First).ToContainTextAsync("Google Analytics 4");
        var offered = Page.GetByLabel("All companies").Locator("option", new() { HasText = "shop.example" });
        await Expect(offered).ToHaveCountAsync(0);

        await Page.EvaluateAsync("location.hash = '#2'");
        await Expect(Sentence).ToContainTextAsync("A browser asked for “red-shoes.jpg”, at shop.example.");

        await own.CheckAsync();
        await Expect(offered).ToHaveCountAsync(1);
        await Expect(Rows.First).ToHaveAttributeAsync("aria-setsize", "16");
        await Expect(Rows.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await Page.GetByLabel("All companies").SelectOptionAsync("shop.example");
        await Expect(Rows).ToHaveCountAsync(2);
        await AssertAccessibleAsync(Page, "the pages' own files in the list");
    }

    [Fact]
    public async Task Sites_companies_and_who_led_to_whom_are_told_apart()
    {
        await GoAsync();
        await Button("A small recording").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "The whole picture" })).ToContainTextAsync("13 went to 9 companies besides the sites themselves, 3 to the sites.");
        var companies = Page.GetByRole(AriaRole.Table, new() { NameRegex = new("^Who was asked how often") });
        await Expect(companies.GetByRole(AriaRole.Row, new() { NameRegex = new("^The sites themselves") })).ToContainTextAsync("shop.example, news.example");
        await Expect(companies.GetByRole(AriaRole.Row, new() { NameRegex = new("^Google") })).ToContainTextAsync("30.8");
        var leads = Page.GetByRole(AriaRole.Table, new() { NameRegex = new("^Which company led to which other") });
        await Expect(leads.GetByRole(AriaRole.Row, new() { NameRegex = new("^Microsoft partner.example") })).ToContainTextAsync("its reply led on");
        await Expect(leads.GetByRole(AriaRole.Row, new() { NameRegex = new("^partner.example PubMatic") })).ToContainTextAsync("its script asked");
        await Rows.Filter(new() { HasText = "partner.example" }).First.ClickAsync();
        await Expect(Page.Locator("hit-detail")).ToContainTextAsync("A reply of Microsoft led here: https://ib.adnxs.com/getuid");
    }

    [Fact]
    public async Task What_does_not_say_who_led_to_whom_is_not_taken_for_saying_that_nobody_did()
    {
        await GoAsync();
        await BringAsync(Address);
        await Expect(Page.GetByText("What you brought does not say which company led to which other.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_repeats_itself_in_each_request_waits_behind_one_press_that_says_how_much_it_is()
    {
        await GoAsync();
        await Button("A small recording").ClickAsync();
        await Rows.Nth(2).ClickAsync();
        var agent = Page.Locator("hit-detail .field[data-field=User-Agent]");
        await Expect(Page.Locator("hit-detail .field[data-field=Referer]")).ToBeVisibleAsync();
        await Expect(agent).ToBeHiddenAsync();
        await Page.GetByText("Also 2 parts that tell nothing, or are the same in every request here").ClickAsync();
        await Expect(agent).ToBeVisibleAsync();
        await AssertAccessibleAsync(Page, "the folded parts of a request");
    }

    [Fact]
    public async Task A_summary_fits_on_one_side_of_paper_and_says_what_it_leaves_out()
    {
        await GoAsync();
        await Button("A small recording").ClickAsync();
        await Button("A letter").ClickAsync();
        await Expect(Things.Locator("ul > li > b")).ToHaveCountAsync(2);
        Assert.Equal(1, await PrintedPagesAsync());
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(Page.GetByText("more are not shown here.").Or(Page.GetByText("more is not shown here.")).And(Page.Locator(":visible")).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_steps_to_a_recording_open_the_demo_sites_one_after_the_other_in_one_window_beside_them()
    {
        await GoAsync();
        await Page.GetByText("Chrome, Edge, Brave, Opera, Vivaldi").ClickAsync();
        var town = await Page.RunAndWaitForPopupAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "demo shop" }).ClickAsync());
        await Expect(town).ToHaveURLAsync(Lab.Url("shop", Seat, "/"));
        await Page.GetByRole(AriaRole.Link, new() { Name = "newspaper" }).ClickAsync();
        await Expect(town).ToHaveURLAsync(Lab.Url("news", Seat, "/"));
        await Expect(Page.GetByText("Come back to this page, and drop the file anywhere on it.").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task It_can_be_used_from_the_keyboard_alone()
    {
        await GoAsync();
        var keys = Page.Keyboard;
        await TabToAsync(Field);
        await keys.InsertTextAsync(Address + "\n" + Address);
        await keys.PressAsync("Control+Enter");
        await Expect(Rows).ToHaveCountAsync(2);
        await TabToAsync(Page.GetByRole(AriaRole.Listbox));
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowDown");
        await Expect(Rows.Last).ToHaveAttributeAsync("aria-selected", "true");
        await keys.PressAsync("Enter");
        await Expect(Page.Locator(".reading")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task It_breaks_no_rule_of_axe(ColorScheme scheme)
    {
        await GoAsync(new() { Scheme = scheme });
        await AssertAccessibleAsync(Page, "the empty page of one's own web");
        await Button("A small recording").ClickAsync();
        await Button("A letter").ClickAsync();
        await Expect(Rows.First).ToHaveAttributeAsync("aria-setsize", "17");
        await Rows.Nth(4).ClickAsync();
        await Expect(Sentence).ToBeVisibleAsync();
        await AssertAccessibleAsync(Page, "one's own web, with a recording and a letter");
    }

    [Fact]
    public async Task On_the_narrowest_phone_nothing_stands_beside_the_window_and_going_back_closes_a_request()
    {
        await GoAsync(new() { Width = 320, Height = 640 });
        await Button("A small recording").ClickAsync();
        await Button("A letter").ClickAsync();
        await Expect(Rows.First).ToHaveAttributeAsync("aria-setsize", "17");
        Assert.Equal(320, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await Rows.Nth(2).ClickAsync();
        await Expect(Sentence).ToBeVisibleAsync();
        await Expect(Rows.First).ToBeHiddenAsync();
        Assert.Equal(320, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await Page.GoBackAsync();
        await Expect(Rows.First).ToBeVisibleAsync();
    }

    private static string Recording(int entries) =>
        "{\"log\":{\"entries\":[" + string.Join(',', Enumerable.Range(1, entries).Select(entry => $"{{\"request\":{{\"url\":\"https://pixel.example/tr?id={entry}\"}}}}")) + "]}}";

    /// <summary>Drops a recording of about ten megabytes.</summary>
    private async Task DropLargeAsync(string name)
    {
        var data = await Page.EvaluateHandleAsync(
            """
            (name) => {
              const entry = (id) => `{"request":{"url":"https://pixel.example/tr?id=${id}"},"response":{"content":{"text":"${'x'.repeat(10_090)}"}}}`;
              const files = new DataTransfer();
              files.items.add(new File([`{"log":{"entries":[${Array.from({ length: 1000 }, (_, id) => entry(id))}]}}`], name));
              return files;
            }
            """,
            name);
        await Page.DispatchEventAsync("body", "drop", new { dataTransfer = data });
    }

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private async Task GoAsync(Visitor? visitor = null)
    {
        await OpenAsync(visitor);
        await Page.GotoAsync(Lab.Url("lab", Seat, "/yours"));
        await Expect(Field).ToBeVisibleAsync();
    }

    private async Task BringAsync(string text)
    {
        await Field.FillAsync(text);
        await Button("Explain it").ClickAsync();
    }

    private async Task TabToAsync(ILocator wanted)
    {
        for (var press = 0; press < 40 && !await wanted.EvaluateAsync<bool>("one => one.getRootNode().activeElement === one"); press++)
        {
            await Page.Keyboard.PressAsync("Tab");
        }

        await Expect(wanted).ToBeFocusedAsync();
    }
}
