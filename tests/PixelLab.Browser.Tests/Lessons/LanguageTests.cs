namespace PixelLab.Browser.Tests.Lessons;

/// <summary>The lab in a language that was added by files alone.</summary>
public sealed class LanguageTests(LabServer lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    /// <summary>All that a person sees or is read out, the shadow trees included.</summary>
    private const string Words = """
        () => {
          const found = [];
          const read = (node) => {
            if (node.nodeType === Node.TEXT_NODE) found.push(node.data.trim().replace(/\s+/g, ' '));
            if (node.nodeType === Node.ELEMENT_NODE) {
              if (['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEXTAREA', 'ROOM-STRIP'].includes(node.tagName)) return;
              // What was sent is nobody's to translate.
              if (node.matches('.value, .name, pre, code')) return;
              // What says itself that it is in English is a lesson that nobody has translated.
              if (node.lang && node.lang !== document.documentElement.lang) return;
              for (const name of ['aria-label', 'title', 'placeholder', 'alt']) if (node.hasAttribute(name)) found.push(node.getAttribute(name));
              if (node.shadowRoot) node.shadowRoot.childNodes.forEach(read);
            }
            node.childNodes.forEach(read);
          };
          read(document.body);
          return found.filter((text) => /[a-z]/i.test(text));
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
        await Page.Locator(".quiz button").ClickAsync();
        await Page.Locator(".predict input").First.CheckAsync();
        await Expect(Page.Locator("[data-check]")).ToContainTextAsync(MadeUpLanguage.Of("Not yet."));
        await Expect(Page.Locator("hit-detail").First).ToContainTextAsync(MadeUpLanguage.Of("What was sent, field by field"));
        await AssertTranslatedAsync();

        var editor = await Page.Context.RunAndWaitForPageAsync(() => Page.Locator(".do .button").ClickAsync());
        await editor.Locator("main form button").ClickAsync();
        await Expect(editor.Locator("iframe")).ToBeVisibleAsync();
        await Expect(editor.Locator("your-hits").GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await Expect(editor.Locator("h1")).ToHaveTextAsync(MadeUpLanguage.Of("Write your own pixel"));
        AssertTranslated(await editor.EvaluateAsync<string[]>(Words), "the editor");
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
        var english = MadeUpLanguage.EnglishOf(LabServer.LabFolder);
        var left = words.Where(text => english.Any(word => word.IsMatch(text))).Distinct().ToList();
        Assert.True(left.Count == 0, $"{where} still says: {string.Join(" | ", left)}");
    }
}
