using PixelLab.Core.Lessons;

namespace PixelLab.Core.Tests.Lessons;

public sealed class ReadingFiguresTests
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("A pixel is a picture. Nobody sees it!", 8, 2)]
    [InlineData("Look at e.g. a pair of shoes.", 7, 1)]
    [InlineData("It says “hello.” Then it goes (at once).", 8, 2)]
    [InlineData("Is it? Yes … and no.", 5, 2)]
    [InlineData("Three words only", 3, 0)]
    [InlineData("Version 1.5 is out.", 4, 1)]
    [InlineData("— · —", 0, 0)]
    public void Words_and_sentences_are_counted(string text, int words, int sentences)
    {
        var figures = ReadingFigures.Of(text);
        Assert.Equal((words, sentences), (figures.Words, figures.Sentences));
    }

    [Fact]
    public void What_is_no_sentence_does_not_count_for_the_average() =>
        Assert.Equal(4, (ReadingFigures.Of("One two three four.") + ReadingFigures.Of("A heading of many words")).WordsPerSentence);

    [Theory]
    [InlineData(20, 0, 0)]
    [InlineData(21, 1, 0)]
    [InlineData(25, 1, 0)]
    [InlineData(26, 1, 1)]
    public void Long_sentences_are_counted(int words, int over20, int over25)
    {
        var figures = ReadingFigures.Of(string.Join(' ', Enumerable.Repeat("word", words)) + ". A short one. And one that is open");
        Assert.Equal((over20, over25), (figures.LongSentences, figures.TooLongSentences));
    }

    [Fact]
    public void Tasks_take_a_minute_each() => Assert.Equal(5, new ReadingFigures(260, 20, 260, 0, 0).Minutes(3));
}
