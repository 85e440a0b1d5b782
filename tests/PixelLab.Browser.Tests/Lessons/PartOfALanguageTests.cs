using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PixelLab.Browser.Tests.Lessons;

/// <summary>A language in which a lesson and a few words of explanations are written, and no more.</summary>
public sealed class PartOfALanguageTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    /// <summary>Its tag: Volapük, which axe takes for a language and nobody has put the lab into.</summary>
    private const string Tag = "vo";

    [Fact]
    public async Task A_hit_is_explained_in_the_words_that_a_language_has_and_for_the_rest_in_English()
    {
        await OpenAsync();
        await Shop.OpenAsync(ShopSite.Product);
        await ArrivedAsync("metrics heard", one => one.GetProperty("kind").GetString() == "hit" && one.GetProperty("vendor").GetString() == "metrics");
        await Page.GotoAsync(Lab.Url("lab", Seat, $"/lessons/part-of-it?lang={Tag}"));
        var detail = Page.Locator("hit-detail");
        await Expect(detail.Locator(".sentence")).ToHaveTextAsync(
            new Regex(@"^Ж \d\d:\d\d:\d\d: Metrics жжж жж жжжж “.+” ж shop\. With it came .+\.$"));
        await Expect(detail).ToContainTextAsync("Жж жжж.");
        await Expect(detail).ToContainTextAsync("The reply will be used as an image: this is a pixel in a page.");
    }

    /// <summary>Writes its words and its lesson into a folder of lessons.</summary>
    internal static void WriteTo(string folder)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, Tag)).FullName;
        Write(own, "AccountText", ("Told", "Ж {0}: {1} жжж {2}."), ("Told.That.Person", "жж {0}"));
        Write(own, "ExplainingText", ("Event.page_view.Title", "жжжж {0}"), ("DidOn", "{0} ж {1}"));
        Write(own, "HeaderText", ("Host", "Жжж {0}."), ("Host.Control", "Жж жжж."));
        File.WriteAllText(Path.Combine(own, "95-part-of-it.md"), $"""
            ---
            title: Жжж
            summary: Жжж.
            minutes: 6
            level: core
            language: {Tag}
            objectives: [Жжж]
            ---
            # Жжж

            ::: hit from metrics where event = page_view
            Жжж.
            :::
            """);
    }

    private static void Write(string folder, string book, params (string Name, string Word)[] words) =>
        new XElement("root", words.Select(word => new XElement("data", new XAttribute("name", word.Name), new XElement("value", word.Word))))
            .Save(Path.Combine(folder, book + ".resx"));
}
