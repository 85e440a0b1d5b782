using PixelLab.Core.Explaining;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Tests.Languages;

/// <summary>A language that brings some words along says those, and everything else in English.</summary>
public sealed class LanguageTests
{
    private static readonly WordFile File = ExplainingText.Words;

    [Fact]
    public void A_word_takes_the_place_of_the_English_one_and_the_others_stay()
    {
        var words = Of("de", ("Note.url_cut", "Abgeschnitten."))[File];
        Assert.Equal("Abgeschnitten.", words["Note.url_cut"]);
        Assert.StartsWith("The body was longer", words["Note.body_cut"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_may_have_its_values_in_another_order() => Assert.Equal(
        "b: a",
        Of("de", ("DidIn", "{1}: {0}"))[File]["DidIn", "a", "b"]);

    [Theory]
    [InlineData("{7}")]
    [InlineData("{")]
    [InlineData("{0")]
    public void A_translation_that_asks_for_a_value_there_is_not_stands_in_English(string sentence)
    {
        var words = Of("de", ("DidIn", sentence), ("Body.other", sentence))[File];
        Assert.Equal("a in b", words["DidIn", "a", "b"]);
        Assert.StartsWith("What a script sent besides the address, 2 characters", words.Count("Body", 2), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_takes_the_form_that_the_language_has_for_it()
    {
        var words = Of("pl", ("Body.one", "{0} a"), ("Body.few", "{0} b"), ("Body.many", "{0} c"), ("Body.other", "{0} d"))[File];
        Assert.Equal(["1 a", "3 b", "5 c", "22 b"], new long[] { 1, 3, 5, 22 }.Select(number => words.Count("Body", number)));
    }

    [Fact]
    public void A_form_that_a_translation_lacks_is_its_general_one_and_without_that_the_English_one()
    {
        Assert.Equal("3 d", Of("pl", ("Body.other", "{0} d"))[File].Count("Body", 3));
        Assert.Contains("1 character long", Of("fr")[File].Count("Body", 1), StringComparison.Ordinal);
        Assert.Contains("0 characters long", Of("fr")[File].Count("Body", 0), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_times_lists_and_quotations_are_written_as_the_language_does()
    {
        var german = Writing(
            ("ThousandsSeparator", "."), ("Quoted", "„{0}“"), ("List", "{0} + {1}"), ("TimeOfDay", "H.mm"), ("Days.other", "{0} Tage"));
        Assert.Equal("12.345", german.Number(12_345));
        Assert.Equal("„x“", german.Quoted("x"));
        Assert.Equal("a + b + c", german.List(["a", "b", "c"]));
        Assert.Equal("9.05", german.TimeOfDay(new DateTimeOffset(2026, 11, 23, 10, 5, 0, TimeSpan.FromHours(1))));
        Assert.Equal("1.000 Tage", german.Days(1000));
        Assert.Equal("3 hours", german.Hours(3));
    }

    [Fact]
    public void A_time_that_is_written_wrongly_is_written_as_in_English() =>
        Assert.Equal("10:05:00", Writing(("TimeOfDay", "%")).TimeOfDay(new DateTimeOffset(2026, 11, 23, 10, 5, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("")]
    [InlineData("not a language at all")]
    [InlineData("qaa")]
    public void Whatever_the_tag_is_it_speaks(string tag) => Assert.Equal("1,000", new Language(tag).Number(1000));

    [Fact]
    public void A_whole_hit_is_explained_in_the_words_that_there_are()
    {
        var german = new Language("de", file => file switch
        {
            "ExplainingText" => Words(
                ("Event.page_view.Title", "{0} geöffnet"),
                ("DidOn", "auf {1} {0}")),
            "AccountText" => Words(
                ("Told", "Um {0} erfuhr {1}, {2}."), ("Told.That.Person", "dass du {0} hast"), ("Came", "Dabei kam {0}."), ("Came.Language", "eine Sprache ({0})")),
            "LanguageNames" => Words(("en", "Englisch")),
            "MetricsText" => Words(("dt", "Der Titel der Seite")),
            _ => null,
        });
        var explained = HitExplainer.Explain(BuiltHit.OfMetrics("en=page_view&dt=Schuhe"), german);
        Assert.Equal("Um 14:03:07 erfuhr Metrics, dass du auf shop “Schuhe” geöffnet hast. Dabei kam the address 127.0.0.1, the browser’s name (Chrome 156 on Linux), eine Sprache (Englisch).", explained.Sentence);
        Assert.Equal("Der Titel der Seite: “Schuhe”.", Assert.Single(explained.Fields, field => field.Field == "dt").Meaning);
        Assert.StartsWith("The host that is asked", Assert.Single(explained.Fields, field => field.Field == "Host").Meaning, StringComparison.Ordinal);
    }

    private static Language Of(string tag, params (string Name, string Word)[] own) => new(tag, file => file == File.Name ? Words(own) : null);

    private static Language Writing(params (string Name, string Word)[] own) => new("de", file => file == WritingText.Words.Name ? Words(own) : null);

    private static Dictionary<string, string> Words(params (string Name, string Word)[] words) => words.ToDictionary(word => word.Name, word => word.Word);
}
