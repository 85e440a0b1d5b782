using System.Net.Http.Json;
using System.Text.Json;

namespace PixelLab.Browser.Tests.Lessons;

/// <summary>The lab in a language that was added by files alone.</summary>
public sealed class LanguageTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private static readonly string[] Answers = ["Жжж", "Жж"];

    /// <summary>All that a person sees or is read out, the shadow trees included.</summary>
    private const string Words = """
        () => {
          const found = [];
          const read = (node) => {
            if (node.nodeType === Node.TEXT_NODE) found.push(node.data.trim().replace(/\s+/g, ' '));
            if (node.nodeType === Node.ELEMENT_NODE) {
              if (['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEXTAREA'].includes(node.tagName)) return;
              // What was sent is nobody's to translate.
              if (node.matches('.value, .name, pre, code')) return;
              // What says itself that it is in English is a lesson that nobody has translated.
              if (node.lang && node.lang !== document.documentElement.lang) return;
              for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt', 'data-title']) if (node.hasAttribute(name)) found.push(node.getAttribute(name));
              if (node.shadowRoot) node.shadowRoot.childNodes.forEach(read);
            }
            node.childNodes.forEach(read);
          };
          read(document.body);
          // A length of time is written by the browser, which has no words of a language that nobody speaks.
          return found.map((text) => text.replace(/\d+ (second|minute)s?/, '')).filter((text) => /[a-z]/i.test(text));
        }
        """;

    [Fact]
    public async Task No_word_of_the_interface_stays_in_English_where_a_language_has_one()
    {
        await OpenAsync();
        await Shop.OpenAsync(ShopSite.Product);
        await ArrivedAsync("metrics heard", one => one.GetProperty("kind").GetString() == "hit" && one.GetProperty("vendor").GetString() == "metrics");
        await AssertTranslatedAsync("/lessons");
        await AssertTranslatedAsync("/lessons/glossary");
        await Page.GotoAsync(Lab.Url("lab", Seat, $"/lessons/{MadeUpLanguage.Lesson}?lang={MadeUpLanguage.Tag}"));
        await Page.GetByRole(AriaRole.Option).First.ClickAsync();
        await Expect(Page.Locator("hit-detail")).ToHaveCountAsync(2);
        await Page.Locator("lesson-compare tr[data-experiment=clear_cookies] summary").ClickAsync();
        await Page.Locator("lesson-compare tr[data-experiment=clear_cookies] button").ClickAsync();
        await Expect(Page.Locator("lesson-compare tr[data-trying]")).ToContainTextAsync(MadeUpLanguage.Of("The lab is watching: what you do now fills this row."));
        await Page.Locator(".quiz button").ClickAsync();
        await Page.Locator(".predict input").First.CheckAsync();
        await Expect(Page.Locator("[data-check]")).ToContainTextAsync(MadeUpLanguage.Of("Not yet."));
        await Expect(Page.Locator("hit-detail").First).ToContainTextAsync(MadeUpLanguage.Of("What was sent, field by field"));
        await AssertTranslatedAsync();

        var editor = await Page.Context.RunAndWaitForPageAsync(() => Page.Locator(".task.do .button").ClickAsync());
        await editor.Locator("main form button").ClickAsync();
        await Expect(editor.Locator("iframe")).ToBeVisibleAsync();
        await Expect(editor.Locator("your-hits").GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await Expect(editor.Locator("h1")).ToHaveTextAsync(MadeUpLanguage.Of("Write your own pixel"));
        AssertTranslated(await editor.EvaluateAsync<string[]>(Words), "the editor");
    }

    [Fact]
    public async Task What_a_language_has_no_word_for_is_said_in_English()
    {
        await OpenAsync();
        await Shop.OpenAsync(ShopSite.Product);
        await ArrivedAsync("metrics heard", one => one.GetProperty("kind").GetString() == "hit" && one.GetProperty("vendor").GetString() == "metrics");
        var lesson = await NewPageAsync();
        await lesson.GotoAsync(Lab.Url("lab", Seat, $"/lessons/{MadeUpLanguage.Lesson}?lang={MadeUpLanguage.Dialect}"));

        var pixel = lesson.GetByRole(AriaRole.Article).Filter(new() { Has = lesson.GetByRole(AriaRole.Heading, new() { Name = MadeUpLanguage.Of("Pixel alone"), Exact = true }) }).Last;
        await Expect(pixel).ToContainTextAsync("1 " + MadeUpLanguage.Of("visitor"));
        await Expect(pixel).ToContainTextAsync("Mixes address, browser and language");
        await Expect(lesson.GetByRole(AriaRole.Heading, new() { Name = "Cookie alone", Exact = true })).ToBeVisibleAsync();
        await Expect(lesson.GetByRole(AriaRole.Listbox, new() { Name = MadeUpLanguage.Of("Pixels, newest first") })).ToBeVisibleAsync();
        await Expect(lesson.GetByRole(AriaRole.Heading, new() { Name = "What was sent, field by field" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_a_student_in_a_room_reads_on_a_page_of_lessons_is_in_the_pages_language()
    {
        await OpenAsync();
        var room = await PostAsync("/api/rooms", new { });
        var code = room.GetProperty("code").GetString()!;
        var student = (await PostAsync($"/api/rooms/{code}/students", new { })).GetProperty("seat").GetString()!;
        await Lab.Http.GetByteArrayAsync(Lab.Url("metrics", student, "/px/PL-SHOP-1.gif?v=2&en=page_view"), TestContext.Current.CancellationToken);
        var hit = (await Lab.EventsAsync(student)).Single().GetProperty("id").GetInt64();
        Task ActAsync(object action) => PostAsync($"/api/rooms/{code}/actions", action, room.GetProperty("key").GetString());

        await ActAsync(new { @do = "switch", name = "regime.all", value = "notice" });
        await ActAsync(new { @do = "ask", question = "Жж?", options = Answers });
        await ActAsync(new { @do = "ask_again" });
        await ActAsync(new { @do = "show_answers" });
        await Page.GotoAsync(Lab.Url("lab", student, $"/lessons?lang={MadeUpLanguage.Tag}"));
        var strip = Page.GetByRole(AriaRole.Complementary, new() { Name = MadeUpLanguage.Of("Your room") });
        await Expect(strip).ToContainTextAsync(MadeUpLanguage.Of("You are"));
        await Expect(strip).ToContainTextAsync(MadeUpLanguage.Of("Your instructor has switched for everyone: Banner on every site: Notice only"));
        await Expect(strip.GetByRole(AriaRole.Button, new() { Name = MadeUpLanguage.Of("before") + " 0" }).First).ToBeVisibleAsync();
        AssertTranslated(await Page.EvaluateAsync<string[]>(Words), "the strip");

        // The page of lessons itself shows no hit; the one on all screens brings its words along.
        await ActAsync(new { @do = "spotlight", seat = student, @event = hit, field = "path" });
        var spot = Page.GetByRole(AriaRole.Dialog, new() { Name = MadeUpLanguage.Of("On all screens") });
        await Expect(spot).ToContainTextAsync(MadeUpLanguage.Of("Your instructor shows this hit to everyone, and talks about"));
        await Expect(spot.GetByRole(AriaRole.Heading, new() { Name = MadeUpLanguage.Of("What was sent, field by field") })).ToBeVisibleAsync();
        AssertTranslated(await Page.EvaluateAsync<string[]>(Words), "the hit on all screens");

        await ActAsync(new { @do = "remove", seat = student });
        await Expect(strip).ToContainTextAsync(MadeUpLanguage.Of("The room has ended, or you are no longer in it."));
        AssertTranslated(await Page.EvaluateAsync<string[]>(Words), "the strip at the end");
    }

    [Theory]
    [InlineData($"/lessons?lang={MadeUpLanguage.Tag}", "")]
    [InlineData($"/lessons/{MadeUpLanguage.PlainLesson}?lang={MadeUpLanguage.Tag}", "")]
    [InlineData($"/lessons/{MadeUpLanguage.Lesson}?lang={MadeUpLanguage.Tag}", "compare detail rows")]
    [InlineData("/lessons/a-whole-lesson", "")]
    [InlineData($"/your-pixel?lang={MadeUpLanguage.Tag}", "detail rows")]
    public async Task A_page_brings_along_only_the_words_of_the_parts_that_it_has(string path, string subjects)
    {
        await OpenAsync();
        await Page.GotoAsync(Lab.Url("lab", Seat, path));
        var brought = await Page.EvaluateAsync<string[]>(
            "() => Object.keys(JSON.parse(document.getElementById('lab-words')?.textContent ?? '{}')).map((name) => name.split('.')[0])");
        Assert.Equal(subjects, string.Join(' ', brought.Distinct().Order(StringComparer.Ordinal)));
    }

    private async Task<JsonElement> PostAsync(string path, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://localhost:{Lab.Port}{path}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("X-Room-Key", key);
        using var reply = await Lab.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var said = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(reply.IsSuccessStatusCode, said);
        return said.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(said);
    }

    private async Task AssertTranslatedAsync(string? path = null)
    {
        if (path is not null)
        {
            await Page.GotoAsync(Lab.Url("lab", Seat, $"{path}?lang={MadeUpLanguage.Tag}"));
        }

        AssertTranslated(await Page.EvaluateAsync<string[]>(Words), path ?? "the lesson");
    }

    private static void AssertTranslated(string[] words, string where)
    {
        var english = MadeUpLanguage.EnglishOf(Checkout.Lab);
        var left = words.Where(text => english.Any(word => word.IsMatch(text))).Distinct().ToList();
        Assert.True(left.Count == 0, $"{where} still says: {string.Join(" | ", left)}");
    }
}
