using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using PixelLab.Web.Tests.Rules;

namespace PixelLab.Web.Tests.Lessons;

/// <summary>The pages of lessons over the wire, as a browser without scripts has them.</summary>
public sealed class LessonPageTests(LessonsLab lab) : IClassFixture<LessonsLab>
{
    private const string Lesson = """
        ---
        title: Saved just now
        summary: A lesson that a test writes.
        minutes: 6
        level: further
        language: en
        objectives: [See it]
        ---
        # Saved just now

        """;

    [Fact]
    public async Task The_path_lists_the_lessons_in_their_order()
    {
        var page = await lab.PageAsync("/lessons");
        Assert.True(Index(page, "The lesson before") < Index(page, "A whole lesson"));
        Assert.True(Index(page, "A whole lesson") < Index(page, "Going further"));
        Assert.True(Index(page, "Going further") < Index(page, "Only if you refuse"));
        Assert.Contains("data-tasks=\"check:saw-a-product quiz:quiz-1 quiz:quiz-2\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lesson_can_be_read_without_scripts()
    {
        var page = await lab.PageAsync("/lessons/a-whole-lesson");
        foreach (var text in new[]
        {
            "<h1>A whole lesson</h1>", "A company whose files a page loads although you did not choose to visit it.", "Hint 3", "Show the answers",
            "No. A name comes in only with something else.", "Show the answer", "RFC 9110", "Next: Only if you refuse", "Before: The lesson before",
            "Reload this page to check again.", "Open any product in the shop.", "<a href=\"#guess\"", "alt=\"A browser and two companies\"",
        })
        {
            Assert.Contains(text, page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Ask the class", page, StringComparison.Ordinal);
        Assert.DoesNotContain("hit from metrics", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"problems\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("A standard of a school", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/lessons/a-whole-lesson?teacher=1\"", page, StringComparison.Ordinal);
        var taught = await lab.PageAsync("/lessons/a-whole-lesson?teacher=1");
        foreach (var text in new[] { "Ask the class", "A standard of a school", "Whoever only looks is not seen.", "Who should be told that you looked?" })
        {
            Assert.Contains(text, taught, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_lesson_is_read_in_easy_words_at_one_press_for_as_long_as_somebody_likes()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        var usual = await guest.OpenAsync("lab", "/lessons/a-whole-lesson");
        Assert.Contains("aria-pressed=\"false\">Easy to read</button>", usual, StringComparison.Ordinal);
        Assert.DoesNotContain("A pixel is a very small picture.", usual, StringComparison.Ordinal);

        using var pressed = await guest.PostAsync("lab", "/lessons/a-whole-lesson/easy", HttpStatusCode.SeeOther, [("easy", "on")]);
        Assert.Equal($"/~{guest.Seat.Name}/lessons/a-whole-lesson#easy", pressed.Headers.Location?.ToString());
        var easy = await guest.OpenAsync("lab", "/lessons/a-whole-lesson");
        Assert.Contains("aria-pressed=\"true\">Easy to read</button>", easy, StringComparison.Ordinal);

        // Below a heading that has easy words stand these, then the lesson's parts; below any other stands the lesson's own text. Its sources stay.
        foreach (var text in new[] { "A pixel is a very small picture.", "data-predict", "Open the shop", "2 companies hear that you looked.", "role=\"tooltip\"", "data-quiz", "RFC 9110", "Look at 1 pair of shoes.", "Press the first pair.", "2 companies heard about the product." })
        {
            Assert.Contains(text, easy, StringComparison.Ordinal);
        }

        Assert.True(Index(easy, "2 companies hear that you looked.") < Index(easy, "Two companies hear of one visit."));
        foreach (var text in new[] { "Your browser fetches it like any other picture.", "Now go back to", "href=\"#source-at-", "look at any pair of shoes.", "Two companies heard that you looked at a product." })
        {
            Assert.Contains(text, usual, StringComparison.Ordinal);
            Assert.DoesNotContain(text, easy, StringComparison.Ordinal);
        }

        using var back = await guest.PostAsync("lab", "/lessons/a-whole-lesson/easy?lang=de", HttpStatusCode.SeeOther, [("easy", "off")]);
        Assert.Equal($"/~{guest.Seat.Name}/lessons/a-whole-lesson?lang=de#easy", back.Headers.Location?.ToString());
        Assert.Contains("Your browser fetches it like any other picture.", await guest.OpenAsync("lab", "/lessons/a-whole-lesson"), StringComparison.Ordinal);
        Assert.DoesNotContain("Easy to read", await guest.OpenAsync("lab", "/lessons/the-lesson-before"), StringComparison.Ordinal);
        using var none = await guest.PostAsync("lab", "/lessons/nowhere/easy", HttpStatusCode.NotFound, [("easy", "on")]);
    }

    [Fact]
    public async Task Only_core_lessons_ask_of_earlier_ones_and_only_of_core_lessons_on_the_path()
    {
        Assert.DoesNotContain("data-recalls", await lab.PageAsync("/lessons/what-a-tracking-pixel-is"), StringComparison.Ordinal);
        Assert.DoesNotContain("data-recalls", await lab.PageAsync("/lessons/cookie-matching"), StringComparison.Ordinal);
        Assert.Equal(["what-a-tracking-pixel-is", "how-it-works"], Asked(await lab.PageAsync("/lessons/what-a-hit-carries")));
        Assert.Equal(["what-a-tracking-pixel-is"], Asked(await lab.PageAsync("/lessons/what-you-can-do?path=20")));
    }

    /// <summary>Of which lessons a page brings questions along.</summary>
    private static IEnumerable<string> Asked(string page) =>
        Regex.Matches(page, "data-recall=\"([a-z-]+)/").Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal).Reverse().Distinct();

    [Fact]
    public async Task Buttons_and_links_keep_the_readers_seat()
    {
        var seat = await Seat.NewAsync(lab.Server);
        var page = await lab.PageAsync($"/~{seat.Name}/lessons/a-whole-lesson");
        Assert.Contains($"href=\"{lab.Server.Url("shop", $"/~{seat.Name}/")}\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/~{seat.Name}/lessons/the-lesson-before\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/~{seat.Name}/lessons/glossary#third-party\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/~{seat.Name}/switches\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_is_ticked_by_the_seats_events_and_by_no_others()
    {
        var seat = await Seat.NewAsync(lab.Server);
        var other = await Seat.NewAsync(lab.Server);
        await lab.PageAsync($"/~{seat.Name}/lessons/a-whole-lesson");
        Assert.Equal(["Open any product in the shop.", "The advertiser got the view but no cookie."], await OpenAsync(seat));
        await seat.HitAsync("?en=page_view&dl=" + Uri.EscapeDataString(lab.Server.Url("shop", "/shoes/trail")));
        Assert.Equal(["The advertiser got the view but no cookie."], await OpenAsync(seat));
        using var reply = await lab.Server.Http.GetAsync(lab.Server.Url("adnet", $"/~{seat.Name}/tr?ev=ViewContent"), TestContext.Current.CancellationToken);
        reply.EnsureSuccessStatusCode();
        Assert.Empty(await OpenAsync(seat));
        Assert.Equal(2, (await OpenAsync(other)).Count);
        Assert.Contains("class=\"task check met\"", await lab.PageAsync($"/~{seat.Name}/lessons/a-whole-lesson"), StringComparison.Ordinal);
        var hit = (await StateAsync(seat)).GetProperty("panels")[1][0];
        Assert.NotEmpty(hit.GetProperty("explained").EnumerateArray());
        await seat.EraseAsync();
        Assert.Equal(2, (await OpenAsync(seat)).Count);
    }

    [Fact]
    public async Task What_was_done_before_a_lesson_was_opened_does_not_count_and_is_told()
    {
        var seat = await Seat.NewAsync(lab.Server);
        await LookAtAProductAsync(seat);
        Assert.Empty(await OpenAsync(seat));
        var page = await lab.PageAsync($"/~{seat.Name}/lessons/a-whole-lesson");
        Assert.Contains("data-opened=\"yes\"", page, StringComparison.Ordinal);
        Assert.Contains("You did this earlier. Do it once more: only what has come since you opened this lesson counts.", page, StringComparison.Ordinal);
        Assert.Equal(2, (await OpenAsync(seat)).Count);

        await LookAtAProductAsync(seat);
        await lab.PageAsync($"/~{seat.Name}/lessons/the-lesson-before");
        Assert.Contains("class=\"task check met\"", await lab.PageAsync($"/~{seat.Name}/lessons/a-whole-lesson"), StringComparison.Ordinal);
        using var anew = await lab.Server.Http.PostAsync(
            lab.Server.Url("lab", $"/api/seats/{seat.Name}/lessons/a-whole-lesson/opening?anew=true"), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, anew.StatusCode);
        Assert.Equal(2, (await OpenAsync(seat)).Count);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Purpose", "prefetch;prerender")]
    [InlineData("Sec-Fetch-Dest", "image")]
    [InlineData("User-Agent", "curl/8.5.0")]
    public async Task A_lesson_is_opened_by_a_person_or_by_its_own_page_alone(string header, string value)
    {
        var seat = await Seat.NewAsync(lab.Server);
        using var request = new HttpRequestMessage(HttpMethod.Get, lab.Server.Url("lab", $"/~{seat.Name}/lessons/a-whole-lesson"));
        request.Headers.Add(header, value);
        using var reply = await lab.Server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains("data-opened=\"no\"", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        using var told = await lab.Server.Http.PostAsync(
            lab.Server.Url("lab", $"/api/seats/{seat.Name}/lessons/a-whole-lesson/opening"), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, told.StatusCode);
        Assert.Contains("\"value\":\"a-whole-lesson\"", await lab.Server.Http.GetStringAsync(
            lab.Server.Url("lab", $"/api/seats/{seat.Name}/events"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var none = await lab.Server.Http.PostAsync(
            lab.Server.Url("lab", $"/api/seats/{seat.Name}/lessons/nowhere/opening"), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task A_guess_is_answered_once_what_decides_it_has_come()
    {
        var seat = await Seat.NewAsync(lab.Server);
        Assert.Contains("<details class=\"answers\" hidden>", await lab.PageAsync($"/~{seat.Name}/lessons/a-whole-lesson"), StringComparison.Ordinal);
        Assert.Empty((await StateAsync(seat)).GetProperty("guesses").EnumerateArray());
        await LookAtAProductAsync(seat);
        var page = await lab.PageAsync($"/~{seat.Name}/lessons/a-whole-lesson");
        Assert.DoesNotContain("<details class=\"answers\" hidden>", page, StringComparison.Ordinal);
        Assert.Contains("You thought nobody: here is one of the two that heard.", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"by\"><ul><li>", page, StringComparison.Ordinal);
        var guess = Assert.Single((await StateAsync(seat)).GetProperty("guesses").EnumerateArray());
        Assert.Equal("adnet", guess.GetProperty("by").Text("vendor"));
    }

    [Fact]
    public async Task What_a_check_looks_for_is_folded_until_the_guess_above_it_is_decided()
    {
        var seat = await Seat.NewAsync(lab.Server);
        var page = await lab.PageAsync($"/~{seat.Name}/lessons/a-whole-lesson");
        Assert.Contains("<details class=\"after-guess\" data-guess=\"predict-1\"><summary>", page, StringComparison.Ordinal);
        Assert.True(Index(page, "class=\"after-guess\"") < Index(page, "Two companies heard that you looked at a product."));
        await LookAtAProductAsync(seat);
        Assert.Contains("<details class=\"after-guess\" data-guess=\"predict-1\" open>", await lab.PageAsync($"/~{seat.Name}/lessons/a-whole-lesson"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_seat_has_its_own_order_of_a_quizzes_answers_and_keeps_it()
    {
        var orders = new HashSet<string>();
        for (var i = 0; i < 12; i++)
        {
            var seat = await Seat.NewAsync(lab.Server);
            var order = await OrderAsync(seat);
            Assert.Equal(order, await OrderAsync(seat));
            Assert.Equal("012", string.Concat(order.Order()));
            orders.Add(order);
        }

        Assert.True(orders.Count > 1, "Twelve seats saw the same order.");

        async Task<string> OrderAsync(Seat seat) => string.Concat(
            Regex.Matches(await lab.PageAsync($"/~{seat.Name}/lessons/a-whole-lesson"), "name=\"quiz-2\" value=\"(\\d)\"").Select(one => one.Groups[1].Value));
    }

    [Fact]
    public async Task What_came_nearest_is_told_in_words_and_never_in_those_of_conditions()
    {
        var seat = await Seat.NewAsync(lab.Server);
        await seat.HitAsync("?en=page_view");
        var open = (await StateAsync(seat)).GetProperty("checks")[0].GetProperty("open")[0];
        Assert.Equal("Open any product in the shop.", open.GetProperty("told").GetString());
        Assert.False(open.TryGetProperty("nearest", out _));

        lab.Write("97-no-words.md", Lesson + "::: check wordless\nShoes.\n\n    hit from metrics on shop where page starts /shoes/\n:::\n");
        await lab.PageUntilAsync("/lessons/no-words", page => page.Contains("Shoes.", StringComparison.Ordinal));
        Assert.Equal("Nothing of the kind has come yet (a hit from Metrics on Fernweh Outdoor).", await ToldAsync());
        await seat.HitAsync("?en=page_view&dl=" + Uri.EscapeDataString(lab.Server.Url("shop", "/")));
        Assert.Equal("There is a hit from Metrics on Fernweh Outdoor, but not the one that is meant.", await ToldAsync());

        async Task<string?> ToldAsync() => (await StateAsync(seat, "no-words")).GetProperty("checks")[0].GetProperty("open")[0].GetProperty("told").GetString();
    }

    [Fact]
    public async Task What_a_check_is_about_is_said_once_it_has_happened_and_what_to_do_for_a_later_one_once_those_above_are_met()
    {
        lab.Write("96-on-and-off.md", Lesson + """
            ::: check on
            The blocker was on.

                setting where name = blocker and value = on
                  else: The blocker is still off. Switch it on.
            :::

            ::: check off
            The blocker was off.

                setting where name = blocker and value = off
                  else: The blocker is still on. Switch it off.
            :::

            """);
        await lab.PageUntilAsync("/lessons/on-and-off", page => page.Contains("The blocker was off.", StringComparison.Ordinal));
        var seat = await Seat.NewAsync(lab.Server);
        var page = await lab.PageAsync($"/~{seat.Name}/lessons/on-and-off");
        Assert.Matches("<div class=\"happened\" hidden>\\s*<p>The blocker was on.</p>", page);
        Assert.Contains("The blocker is still off.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("The blocker is still on.", page, StringComparison.Ordinal);
        Assert.Contains("Not yet. The check above comes first.", page, StringComparison.Ordinal);
        Assert.Empty((await StateAsync(seat, "on-and-off")).GetProperty("checks")[1].GetProperty("open").EnumerateArray());
    }

    [Fact]
    public async Task What_may_not_happen_is_not_said_to_have_happened_while_it_is_waited_for()
    {
        lab.Write("95-no-hit.md", Lesson + "::: check none\nNone.\n\n    no hit from metrics\n      else: A hit has come.\n:::\n");
        await lab.PageUntilAsync("/lessons/no-hit", page => page.Contains("None.", StringComparison.Ordinal));
        var seat = await Seat.NewAsync(lab.Server);
        Assert.Equal("It can be told only once you have opened a page.", await ToldAsync());
        await seat.HitAsync("?en=page_view");
        Assert.Equal("A hit has come.", await ToldAsync());

        async Task<string?> ToldAsync() => (await StateAsync(seat, "no-hit")).GetProperty("checks")[0].GetProperty("open")[0].GetProperty("told").GetString();
    }

    [Fact]
    public async Task What_has_not_come_often_enough_is_counted()
    {
        lab.Write("98-three-times.md", Lesson + "::: check thrice\nThree hits.\n\n    3 hit from metrics\n:::\n");
        await lab.PageUntilAsync("/lessons/three-times", page => page.Contains("Three hits.", StringComparison.Ordinal));
        var seat = await Seat.NewAsync(lab.Server);
        await seat.HitAsync("?en=page_view");
        var state = await lab.Server.Http.GetFromJsonAsync<JsonElement>(
            lab.Server.Url("lab", $"/api/seats/{seat.Name}/lessons/three-times"), TestContext.Current.CancellationToken);
        Assert.Equal(
            "Not often enough so far: a hit from Metrics, 1 of 3 times.",
            state.GetProperty("checks")[0].GetProperty("open")[0].GetProperty("told").GetString());
    }

    [Fact]
    public async Task A_language_has_its_folder_and_falls_back()
    {
        var german = await lab.PageAsync("/lessons/a-whole-lesson?lang=de");
        Assert.Contains("<h1>Eine ganze Lektion</h1>", german, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"de\" dir=\"ltr\">", german, StringComparison.Ordinal);
        Assert.Contains("href=\"/lessons/the-lesson-before?lang=de\"", german, StringComparison.Ordinal);
        Assert.Contains("<h1>The lesson before</h1>", await lab.PageAsync("/lessons/the-lesson-before?lang=de"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", await lab.PageAsync("/lessons?lang=ar"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\" dir=\"ltr\">", await lab.PageAsync("/lessons?lang=../../etc"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guide_stands_beside_the_path_and_is_read_like_a_lesson()
    {
        lab.Write("our-guide.md", Lesson.Replace("Saved just now", "Our guide", StringComparison.Ordinal).Replace("level: further", "level: guide", StringComparison.Ordinal)
            + "For teachers: [another guide](instructors-guide.md).\n\n```ini\nname=<value>\n```\n");
        lab.Write("a-list-of-sources.md", "# Sources\n\nNo guide, no lesson.\n");
        var page = await lab.PageUntilAsync("/lessons/our-guide", page => page.Contains("For teachers:", StringComparison.Ordinal));
        Assert.Contains("<a href=\"/lessons/instructors-guide\">another guide</a>", page, StringComparison.Ordinal);
        Assert.Contains("<pre tabindex=\"0\"><code>name=&lt;value&gt;\n</code></pre>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("level: guide", page, StringComparison.Ordinal);
        Assert.Contains("A guide for teachers", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", page, StringComparison.Ordinal);

        var path = await lab.PageAsync("/lessons");
        var guides = path[path.IndexOf("id=\"guides\"", StringComparison.Ordinal)..];
        Assert.Contains("href=\"/lessons/our-guide\"", guides, StringComparison.Ordinal);
        Assert.Contains("href=\"/lessons/deploying\"", guides, StringComparison.Ordinal);
        Assert.DoesNotContain("our-guide", path[..^guides.Length], StringComparison.Ordinal);
        Assert.DoesNotContain("sources", path, StringComparison.Ordinal);
        using var none = await lab.Server.Http.GetAsync(lab.Server.Url("lab", "/lessons/a-list-of-sources"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);

        var classroom = await lab.PageAsync("/classroom");
        Assert.Contains("href=\"/lessons/instructors-guide\"", classroom, StringComparison.Ordinal);
        Assert.Contains("href=\"/lessons/deploying\"", classroom, StringComparison.Ordinal);
        Assert.DoesNotContain("field-sheet", classroom, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_to_print_is_for_everybody_and_stands_below_the_path()
    {
        var sheet = await lab.PageAsync("/lessons/field-sheet");
        Assert.Contains("A sheet to print", sheet, StringComparison.Ordinal);
        Assert.Contains("With this sheet you can:", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", sheet, StringComparison.Ordinal);

        var path = await lab.PageAsync("/lessons");
        var below = path.IndexOf("/lessons/glossary", StringComparison.Ordinal);
        Assert.True(below > 0 && path.IndexOf("href=\"/lessons/field-sheet\"", StringComparison.Ordinal) > below);
        foreach (var lesson in new[] { "what-you-can-do", "key-takeaways" })
        {
            Assert.Contains("href=\"/lessons/field-sheet\"", await lab.PageAsync("/lessons/" + lesson), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_lesson_is_there_when_it_is_saved_and_a_mistake_says_where()
    {
        lab.Write("95-saved-just-now.md", Lesson + "It is here.\n");
        await lab.PageUntilAsync("/lessons/saved-just-now", page => page.Contains("It is here.", StringComparison.Ordinal));
        lab.Write("95-saved-just-now.md", Lesson + "It has a mistake.\n\n::: check wrong\nA check.\n\n    hit from nobody\n:::\n");
        var page = await lab.PageUntilAsync("/lessons/saved-just-now", page => page.Contains("It has a mistake.", StringComparison.Ordinal));
        Assert.Contains("lessons/95-saved-just-now.md, line 15: column 10 of the condition: Here stands ‘nobody’", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("This check can’t be made", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bar_in_the_code_of_a_table_and_the_boxes_of_a_list_are_shown()
    {
        lab.Write("94-boxes.md", Lesson + "| a | b |\n|---|---|\n| `x\\|y<` | 2 |\n\n`x\\|y` outside.\n\n- [x] Done\n- [ ] To do\n");
        var page = await lab.PageUntilAsync("/lessons/boxes", page => page.Contains("To do", StringComparison.Ordinal));
        Assert.Contains("<code>x|y&lt;</code>", page, StringComparison.Ordinal);
        Assert.Contains("<code>x\\|y</code> outside", page, StringComparison.Ordinal);
        Assert.Contains("☑ Done", page, StringComparison.Ordinal);
        Assert.Contains("☐ To do", page, StringComparison.Ordinal);
        Assert.DoesNotContain("☑", await lab.PageAsync("/lessons/a-whole-lesson"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_Markdown_stays_text()
    {
        lab.Write("96-hostile.md", Lesson.Replace("Saved just now", "\"<b>Hostile</b>\"", StringComparison.Ordinal) + """
            <script>alert(1)</script> and <img src=x onerror=alert(1)> in a line.

            <iframe src="https://evil.example"></iframe>

            [a](javascript:alert(1)) [b](data:text/html,x) [c](//evil.example) [d](/\evil.example) <javascript:alert(1)> ![p](https://evil.example/p.gif)

            ::: do shop/"><script>alert(1)</script> "><script>
            1. <script>alert(1)</script>
            2. b
            3. c
            :::

            ::: check "><script>
            x
            :::

            ::: <script>alert(1)</script>
            x
            :::

            [term](glossary.md#"><script>alert(1)</script>)

            """);
        var page = await lab.PageUntilAsync("/lessons/hostile", page => page.Contains("Hostile", StringComparison.Ordinal));
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<iframe", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"data:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"//", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"https:", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; and", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_too_deep_to_be_read_says_so_and_harms_no_other()
    {
        var deep = string.Concat(Enumerable.Repeat("> ", 5000)) + "deep\n";
        lab.Write("97-deep.md", Lesson + deep);
        await lab.PageUntilAsync("/lessons/deep", page => page.Contains("be read", StringComparison.Ordinal));
        lab.Write("ar/glossary.md", deep);
        await lab.PageUntilAsync("/lessons", page => page.Contains("lessons/ar/glossary.md", StringComparison.Ordinal));
        Assert.Contains("A whole lesson", await lab.PageAsync("/lessons"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_served_as_a_document_that_can_do_nothing()
    {
        using var reply = await lab.Server.Http.GetAsync(lab.Server.Url("lab", "/lessons/pictures/two-companies.svg"), TestContext.Current.CancellationToken);
        Assert.Equal("image/svg+xml", reply.Content.Headers.ContentType?.MediaType);
        Assert.Contains("sandbox", Assert.Single(reply.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private async Task LookAtAProductAsync(Seat seat)
    {
        await seat.HitAsync("?en=page_view&dl=" + Uri.EscapeDataString(lab.Server.Url("shop", "/shoes/trail")));
        using var reply = await lab.Server.Http.GetAsync(lab.Server.Url("adnet", $"/~{seat.Name}/tr?ev=ViewContent"), TestContext.Current.CancellationToken);
        reply.EnsureSuccessStatusCode();
    }

    private static int Index(string page, string text)
    {
        var at = page.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, text);
        return at;
    }

    private async Task<JsonElement> StateAsync(Seat seat, string slug = "a-whole-lesson") => await lab.Server.Http.GetFromJsonAsync<JsonElement>(
        lab.Server.Url("lab", $"/api/seats/{seat.Name}/lessons/{slug}"), TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<string?>> OpenAsync(Seat seat) =>
        [.. (await StateAsync(seat)).GetProperty("checks")[0].GetProperty("open").EnumerateArray().Select(open => open.Text("told"))];
}
