using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PixelLab.Web.Tests.Lessons;

/// <summary>The step of the open lesson, which goes along on every page.</summary>
public sealed class StepTests(LessonsLab lab) : IClassFixture<LessonsLab>
{
    private const string TwoTasks = """
        ---
        title: Two <b>tasks</b>
        summary: A lesson that a test writes.
        minutes: 6
        level: further
        language: en
        objectives: [See it]
        ---
        # Two tasks

        ::: do shop/shoes Look <i>around</i>
        Look at the shoes.

        1. One.
        2. Two.
        3. Three.
        :::

        ::: do news/ Read the news
        Then read the <script>news</script>.

        1. One.
        2. Two.
        3. Three.
        :::

        ::: check read
        The newspaper told of you.

            hit from metrics on news
              else: Nothing <u>yet</u>.
        :::

        ::: do clinic/ Visit the clinic
        Now visit the clinic.

        1. One.
        2. Two.
        3. Three.
        :::

        ::: check visited
        The clinic told of you too.

            hit from metrics on clinic
        :::
        """;

    /// <summary>The same, with something to read after the first task and after the first check.</summary>
    private static string WithText => TwoTasks.Replace(":::\n\n::: do", ":::\n\nSomething to read.\n\n::: do", StringComparison.Ordinal);

    [Fact]
    public async Task One_task_follows_the_other_and_each_is_said_where_it_is_done()
    {
        var seat = await OpenTwoTasksAsync();
        Assert.Equal(("Look at the shoes.", "Look <i>around</i>"), await StepAsync(seat, "lab/panel"));
        Assert.Equal(("Look at the shoes.", "Read the news"), await StepAsync(seat, "shop/shoes"));
        Assert.Equal(("Then read the <script>news</script>.", null), await StepAsync(seat, "news/"));
        await TellAsync(seat, "news");
        Assert.Equal(("Now visit the clinic.", "Visit the clinic"), await StepAsync(seat, "news/"));
        Assert.Equal("The newspaper told of you.", (await AskAsync(seat, "news/"))!.Value.GetProperty("done").GetString());
        await TellAsync(seat, "clinic");
        Assert.Equal(("All checks are ticked. When you are done here, read on in the lesson.", null), await StepAsync(seat, "clinic/"));
    }

    [Fact]
    public async Task It_stands_in_the_page_without_scripts_and_what_a_lesson_says_is_only_text_there()
    {
        var seat = await OpenTwoTasksAsync();
        foreach (var (host, path) in new[] { ("shop", "/shoes"), ("lab", "/switches") })
        {
            var page = await lab.Server.Http.GetStringAsync(lab.Server.Url(host, $"/~{seat.Name}{path}"), TestContext.Current.CancellationToken);
            Assert.Contains("Look at the shoes.", page, StringComparison.Ordinal);
            Assert.Contains("Nothing &lt;u&gt;yet&lt;/u&gt;.", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>tasks</b>", page, StringComparison.Ordinal);
        }

        foreach (var path in new[] { "/", "/lessons", "/lessons/two-tasks", "/classroom", "/story" })
        {
            Assert.DoesNotContain("<lab-step", await lab.PageAsync($"/~{seat.Name}{path}"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_nothing_of_the_lesson_is_done_yet_it_stands_on_the_sites_of_its_task_alone_and_then_with_companies_too()
    {
        var seat = await OpenTwoTasksAsync();
        foreach (var page in new[] { "mail/", "postbox/report", "adnet/report", "clinic/" })
        {
            Assert.Null(await AskAsync(seat, page));
        }

        await TellAsync(seat, "news");
        Assert.NotNull(await AskAsync(seat, "mail/"));
        var report = await lab.Server.Http.GetStringAsync(lab.Server.Url("postbox", $"/~{seat.Name}/report"), TestContext.Current.CancellationToken);
        Assert.Contains("Put away", report, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_before_the_lesson_was_opened_is_said_not_to_count()
    {
        var seat = await Seat.NewAsync(lab.Server);
        await TellAsync(seat, "news");
        Assert.StartsWith("You did this earlier.", await OpenAsync(await OpenTwoTasksAsync(seat)), StringComparison.Ordinal);
        Assert.Equal("Nothing <u>yet</u>.", await OpenAsync(await OpenTwoTasksAsync()));

        async Task<string?> OpenAsync(Seat of) => (await AskAsync(of, "shop/shoes"))!.Value.GetProperty("open").GetString();
    }

    [Fact]
    public async Task Put_away_it_stays_away_until_a_lesson_is_opened_again()
    {
        var seat = await OpenTwoTasksAsync();
        using var form = new FormUrlEncodedContent([new("back", "/shoes")]);
        using var reply = await lab.Server.Http.PostAsync(lab.Server.Url("shop", $"/api/seats/{seat.Name}/step/leaving"), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.SeeOther, reply.StatusCode);
        Assert.EndsWith($"/~{seat.Name}/shoes", reply.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Null(await AskAsync(seat, "shop/shoes"));
        await lab.PageAsync($"/~{seat.Name}/lessons/two-tasks");
        Assert.NotNull(await AskAsync(seat, "shop/shoes"));
    }

    [Fact]
    public async Task Put_away_it_waits_in_the_dock_and_is_brought_back_with_what_was_ticked()
    {
        var seat = await OpenTwoTasksAsync();
        await TellAsync(seat, "news");
        var before = await AskAsync(seat, "shop/shoes");
        await PostAsync("leaving");
        Assert.Contains(" away ", await StripAsync(), StringComparison.Ordinal);

        await PostAsync("returning");
        Assert.Equal(before!.Value.ToString(), (await AskAsync(seat, "shop/shoes"))!.Value.ToString());
        Assert.DoesNotContain(" away ", await StripAsync(), StringComparison.Ordinal);

        async Task PostAsync(string what)
        {
            using var form = new FormUrlEncodedContent([new("back", "/shoes")]);
            using var reply = await lab.Server.Http.PostAsync(lab.Server.Url("shop", $"/api/seats/{seat.Name}/step/{what}"), form, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.SeeOther, reply.StatusCode);
        }

        async Task<string> StripAsync()
        {
            var page = await lab.Server.Http.GetStringAsync(lab.Server.Url("shop", $"/~{seat.Name}/shoes"), TestContext.Current.CancellationToken);
            var start = page.IndexOf("<lab-step", StringComparison.Ordinal);
            return page[start..page.IndexOf('>', start)];
        }
    }

    [Fact]
    public async Task After_its_task_it_leads_to_the_site_of_what_is_missing_and_offers_no_task_again_that_was_begun()
    {
        lab.Write("76-two-sites.md", TwoTasks[..TwoTasks.IndexOf("::: do news", StringComparison.Ordinal)].Replace("tasks</b>", "sites</b>", StringComparison.Ordinal)
            + "::: check told\nBoth told of you.\n\n    hit from metrics on shop\n    hit from metrics on clinic\n:::\n");
        var seat = await Seat.NewAsync(lab.Server);
        await lab.PageUntilAsync($"/~{seat.Name}/lessons/two-sites", page => page.Contains("Both told of you.", StringComparison.Ordinal));
        Assert.Equal("Look <i>around</i>", (await StepAsync(seat, "lab/panel")).Way);
        Assert.Null((await StepAsync(seat, "shop/shoes")).Way);
        await TellAsync(seat, "shop");
        Assert.Equal("Open Lindenhof Clinic", (await StepAsync(seat, "lab/panel")).Way);
        Assert.Equal("Open Lindenhof Clinic", (await StepAsync(seat, "shop/shoes")).Way);
        Assert.Null((await StepAsync(seat, "clinic/")).Way);
    }

    [Fact]
    public async Task Where_there_is_only_something_to_read_no_switch_of_the_next_task_is_missing()
    {
        lab.Write("75-read-first.md", TwoTasks.Replace("tasks</b>", "switches</b>", StringComparison.Ordinal).Replace("hit from metrics on news", "setting where name = blocker", StringComparison.Ordinal));
        var seat = await Seat.NewAsync(lab.Server);
        await lab.PageUntilAsync($"/~{seat.Name}/lessons/read-first", page => page.Contains("Now visit the clinic.", StringComparison.Ordinal));
        Assert.False((await AskAsync(seat, "shop/shoes"))!.Value.TryGetProperty("open", out _));
        Assert.Equal("Nothing <u>yet</u>.", (await AskAsync(seat, "news/"))!.Value.GetProperty("open").GetString());
    }

    [Fact]
    public async Task A_task_that_no_check_asks_about_is_not_passed_over_and_leads_back_to_what_is_to_be_read()
    {
        var seat = await OpenAsync("74-read-between", WithText);
        Assert.Equal(("Look at the shoes.", "Look <i>around</i>"), await StepAsync(seat, "lab/panel"));
        var there = (await AskAsync(seat, "shop/shoes"))!.Value;
        Assert.Equal("Look at the shoes.", there.GetProperty("says").GetString());
        Assert.True(there.GetProperty("isRead").GetBoolean());
        Assert.False(there.TryGetProperty("open", out _));
        Assert.Equal("Read the news", there.GetProperty("way").GetString());
        Assert.EndsWith("#part-1", there.GetProperty("back").GetString(), StringComparison.Ordinal);

        await NoteAsync(seat, new { task = there.GetProperty("wayTask").GetString() });
        Assert.Equal("Then read the <script>news</script>.", (await StepAsync(seat, "shop/shoes")).Says);
    }

    [Fact]
    public async Task Where_there_is_something_to_read_first_a_step_that_is_ticked_does_not_lead_on_past_it()
    {
        var seat = await OpenAsync("74-read-between", WithText);
        await NoteAsync(seat, new { task = "read-between/2" });
        await TellAsync(seat, "news");
        foreach (var page in new[] { "news/", "lab/panel" })
        {
            var step = (await AskAsync(seat, page))!.Value;
            Assert.Equal("Done. Read on in the lesson.", step.GetProperty("says").GetString());
            Assert.True(step.GetProperty("isDone").GetBoolean());
            Assert.Equal((1, "The newspaper told of you."), (step.GetProperty("step").GetInt32(), step.GetProperty("done").GetString()));
            Assert.Equal("Visit the clinic", step.GetProperty("way").GetString());
            Assert.EndsWith("#part-3", step.GetProperty("back").GetString(), StringComparison.Ordinal);
        }

        // Where the way on was followed and no script noted it, the page tells.
        Assert.Equal(("Now visit the clinic.", null), await StepAsync(seat, "clinic/"));
    }

    [Fact]
    public async Task After_the_last_check_not_all_is_done_where_a_task_without_one_is_left()
    {
        var seat = await OpenAsync("73-task-at-the-end", WithText + "\nSome more to read.\n\n::: do lab/yours Bring your own\nNow bring one of yours.\n\n1. One.\n2. Two.\n3. Three.\n:::\n");
        await TellAsync(seat, "news");
        await TellAsync(seat, "clinic");
        var step = (await AskAsync(seat, "clinic/"))!.Value;
        Assert.Equal(("Done. Read on in the lesson.", "Bring your own"), (step.GetProperty("says").GetString(), step.GetProperty("way").GetString()));
        Assert.Equal("Now bring one of yours.", (await StepAsync(seat, "lab/yours")).Says);
    }

    [Fact]
    public async Task Whoever_leaves_a_step_out_gets_the_step_of_the_task_to_which_they_went()
    {
        var seat = await OpenAsync("74-read-between", WithText);
        await NoteAsync(seat, new { task = "read-between/4" });
        Assert.Equal(("Now visit the clinic.", null), await StepAsync(seat, "clinic/"));
        foreach (var nowhere in new[] { "read-between/3", "read-between/99", "read-between", "<b>", "" })
        {
            await NoteAsync(seat, new { task = nowhere });
            Assert.Equal("Now visit the clinic.", (await StepAsync(seat, "clinic/")).Says);
        }
    }

    [Fact]
    public async Task How_much_has_come_is_said_while_it_comes()
    {
        var seat = await OpenAsync("72-three-times", WithText.Replace("    hit from metrics on news\n      else: Nothing <u>yet</u>.", "    3 hit from metrics on news\n      else: Read three articles.", StringComparison.Ordinal));
        await NoteAsync(seat, new { task = "three-times/2" });
        Assert.Equal("Read three articles.", await OpenOfAsync());
        await TellAsync(seat, "news");
        Assert.Equal("Read three articles. 1 of 3 so far.", await OpenOfAsync());

        async Task<string?> OpenOfAsync() => (await AskAsync(seat, "news/"))!.Value.GetProperty("open").GetString();
    }

    [Fact]
    public async Task Nothing_leads_past_what_is_to_be_pressed_on_a_page_of_the_lab()
    {
        var seat = await OpenAsync("71-press-first", WithText.Replace("::: do news/ Read the news", "::: do lab/switches#cookies Clear the cookies", StringComparison.Ordinal)
            .Replace("    hit from metrics on news", "    clearing\n      else: Press it.\n    hit from metrics on news after clearing", StringComparison.Ordinal));
        await NoteAsync(seat, new { task = "press-first/2" });
        var step = (await AskAsync(seat, "lab/switches"))!.Value;
        Assert.Equal("Press it.", step.GetProperty("open").GetString());
        Assert.False(step.TryGetProperty("way", out _));
    }

    [Fact]
    public async Task Whether_the_dock_shows_it_whole_is_remembered()
    {
        var seat = await OpenTwoTasksAsync();
        foreach (var (whole, fold) in new[] { (true, "whole"), (false, "line") })
        {
            await NoteAsync(seat, new { whole });
            Assert.Contains($"fold=\"{fold}\"", await lab.Server.Http.GetStringAsync(lab.Server.Url("shop", $"/~{seat.Name}/shoes"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_way_back_leads_onto_the_path_on_which_the_lesson_is_read()
    {
        lab.Write("78-on-a-path.md", TwoTasks.Replace("level: further", "level: core\npaths: [45]", StringComparison.Ordinal));
        var seat = await Seat.NewAsync(lab.Server);
        await lab.PageUntilAsync($"/~{seat.Name}/lessons/on-a-path?path=45", page => page.Contains("Now visit the clinic.", StringComparison.Ordinal));
        Assert.Contains("/lessons/on-a-path?path=45#", await BackAsync(), StringComparison.Ordinal);
        await lab.PageAsync($"/~{seat.Name}/lessons/on-a-path");
        Assert.Contains("/lessons/on-a-path#", await BackAsync(), StringComparison.Ordinal);

        async Task<string?> BackAsync() => (await AskAsync(seat, "shop/shoes"))!.Value.GetProperty("back").GetString();
    }

    [Fact]
    public async Task A_seat_that_has_no_lesson_open_has_no_step() => Assert.Null(await AskAsync(await Seat.NewAsync(lab.Server), "shop/shoes"));

    private async Task<Seat> OpenTwoTasksAsync(Seat? of = null)
    {
        lab.Write("77-two-tasks.md", TwoTasks);
        var seat = of ?? await Seat.NewAsync(lab.Server);
        await lab.PageUntilAsync($"/~{seat.Name}/lessons/two-tasks", page => page.Contains("Now visit the clinic.", StringComparison.Ordinal));
        return seat;
    }

    private async Task<Seat> OpenAsync(string file, string text)
    {
        lab.Write(file + ".md", text);
        var seat = await Seat.NewAsync(lab.Server);
        await lab.PageUntilAsync($"/~{seat.Name}/lessons/{file[3..]}", page => page.Contains("Now visit the clinic.", StringComparison.Ordinal));
        return seat;
    }

    private async Task NoteAsync(Seat seat, object note)
    {
        using var reply = await lab.Server.Http.PostAsJsonAsync(lab.Server.Url("lab", $"/api/seats/{seat.Name}/step"), note, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
    }

    private Task TellAsync(Seat seat, string site) => seat.HitAsync("?en=page_view&dl=" + Uri.EscapeDataString(lab.Server.Url(site, "/")));

    private async Task<(string Says, string? Way)> StepAsync(Seat seat, string at)
    {
        var step = (await AskAsync(seat, at))!.Value;
        return (step.GetProperty("says").GetString()!, step.TryGetProperty("way", out var way) ? way.GetString() : null);
    }

    private async Task<JsonElement?> AskAsync(Seat seat, string at)
    {
        using var reply = await lab.Server.Http.GetAsync(
            lab.Server.Url("lab", $"/api/seats/{seat.Name}/step?at={Uri.EscapeDataString(at)}"), TestContext.Current.CancellationToken);
        return reply.StatusCode == HttpStatusCode.NoContent ? null : await reply.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
