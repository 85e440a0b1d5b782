using PixelLab.Web.Features.Lessons.Reading;
using PixelLab.Web.Languages;

namespace PixelLab.Web.Tests.Lessons;

/// <summary>Words that a language brings along, from whoever wrote them.</summary>
public sealed class WordsFileTests
{
    [Fact]
    public void A_word_takes_the_place_of_the_English_one_and_the_others_stay()
    {
        var file = Read("<data name=\"Hint\"><value>Tipp {0}</value></data>");
        Assert.Empty(file.Problems);
        var text = new LanguageText("de", WordList.Lessons, file.Words);
        Assert.Equal("Tipp 2", text["Hint", 2]);
        Assert.Equal("Guess first", text["Predict"]);
    }

    [Theory]
    [InlineData("{7}")]
    [InlineData("{")]
    [InlineData("{0")]
    public void A_translation_that_asks_for_a_value_there_is_not_stands_in_English(string word) =>
        Assert.Equal("Hint 2", new LanguageText("de", WordList.Lessons, Read($"<data name=\"Hint\"><value>{word}</value></data>").Words)["Hint", 2]);

    [Theory]
    [InlineData("<data name=\"Nothing\"><value>x</value></data>", "There is no word ‘Nothing’")]
    [InlineData("<data name=\"Hint\"><value></value></data>", "The word ‘Hint’ has 1 to")]
    [InlineData("<data", "The file is no resource file")]
    public void A_mistake_is_told_and_nothing_falls_over(string inside, string words)
    {
        var file = Read(inside);
        Assert.Contains(words, Assert.Single(file.Problems).Text, StringComparison.Ordinal);
        Assert.Empty(file.Words);
    }

    [Fact]
    public void Explanations_are_translated_by_files_of_the_same_kind()
    {
        var known = WordsFile.Read("lessons/de/HeaderText.resx", "HeaderText", "<root><data name=\"Sec-GPC.Control\"><value>x</value></data></root>");
        Assert.Empty(known.Problems);
        var form = WordsFile.Read("lessons/pl/WritingText.resx", "WritingText", "<root><data name=\"Days.few\"><value>{0} dni</value></data></root>");
        Assert.Empty(form.Problems);
        var unknown = WordsFile.Read("lessons/de/HeaderText.resx", "HeaderText", "<root>\n<data name=\"Sec-GPC.Few\"><value>x</value></data></root>");
        Assert.Equal("lessons/de/HeaderText.resx:2: There is no word ‘Sec-GPC.Few’ in HeaderText.", Assert.Single(unknown.Problems).ToString());
    }

    [Fact]
    public void A_file_can_not_name_other_files() =>
        Assert.Contains(
            "no resource file",
            Assert.Single(WordsFile.Read("x", "LessonText", "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><root><data name=\"Hint\"><value>&e;</value></data></root>").Problems).Text,
            StringComparison.Ordinal);

    [Fact]
    public void A_file_of_another_name_is_told_which_there_are() =>
        Assert.Contains("LessonText.resx", Assert.Single(WordsFile.Read("x", "Other", "<root/>").Problems).Text, StringComparison.Ordinal);

    private static WordsFile Read(string inside) => WordsFile.Read("lessons/de/LessonText.resx", "LessonText", $"<root>{inside}</root>");
}
