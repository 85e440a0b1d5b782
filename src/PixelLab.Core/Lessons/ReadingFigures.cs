namespace PixelLab.Core.Lessons;

/// <summary>How much there is to read, and how hard it is.</summary>
/// <param name="Words">All words of the text.</param>
/// <param name="Sentences">Sentences that end like one; headings and lists of words are none.</param>
/// <param name="SentenceWords">The words in those sentences.</param>
public sealed record ReadingFigures(int Words, int Sentences, int SentenceWords)
{
    /// <summary>How many words of such a text a reader of fourteen takes in a minute, with looking things up.</summary>
    public const int WordsAMinute = 130;

    private static readonly string[] Abbreviations = ["e.g", "i.e", "etc", "art", "vs", "st", "dr", "mr", "mrs", "ms", "inc", "ltd", "cf", "p"];

    /// <summary>Nothing.</summary>
    public static ReadingFigures None { get; } = new(0, 0, 0);

    /// <summary>The average length of a sentence in words; 0 where there is none.</summary>
    public double WordsPerSentence => Sentences == 0 ? 0 : (double)SentenceWords / Sentences;

    /// <summary>Both together.</summary>
    public static ReadingFigures operator +(ReadingFigures left, ReadingFigures right) =>
        new(left.Words + right.Words, left.Sentences + right.Sentences, left.SentenceWords + right.SentenceWords);

    /// <summary>The figures of both together.</summary>
    public static ReadingFigures Add(ReadingFigures left, ReadingFigures right) => left + right;

    /// <summary>The minutes that reading takes, with one for each task.</summary>
    public double Minutes(int tasks) => ((double)Words / WordsAMinute) + tasks;

    /// <summary>The figures of one paragraph: a text without markup.</summary>
    public static ReadingFigures Of(string paragraph)
    {
        var words = 0;
        var sentences = 0;
        var sentenceWords = 0;
        var open = 0;
        foreach (var part in paragraph.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!part.Any(char.IsLetterOrDigit))
            {
                continue;
            }

            words++;
            open++;
            if (EndsSentence(part))
            {
                sentences++;
                sentenceWords += open;
                open = 0;
            }
        }

        return new ReadingFigures(words, sentences, sentenceWords);
    }

    private static bool EndsSentence(string word)
    {
        var core = word.TrimEnd('"', '”', '’', ')', ']', '\'', '»', '*');
        return core.Length > 0 && core[^1] switch
        {
            '!' or '?' or '…' => true,
            '.' => !Abbreviations.Contains(core[..^1].TrimStart('(', '“', '"').ToLowerInvariant()),
            _ => false,
        };
    }
}
