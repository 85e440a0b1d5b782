namespace PixelLab.Core.Lessons;

/// <summary>How much there is to read, and how hard it is.</summary>
/// <param name="Words">All words of the text.</param>
/// <param name="Sentences">Sentences that end like one; headings and lists of words are none.</param>
/// <param name="SentenceWords">The words in those sentences.</param>
/// <param name="LongSentences">Those of over <see cref="LongSentence"/> words.</param>
/// <param name="TooLongSentences">Those of over <see cref="LongestSentence"/> words.</param>
public sealed record ReadingFigures(int Words, int Sentences, int SentenceWords, int LongSentences, int TooLongSentences)
{
    /// <summary>A sentence of more words is long for a reader of fourteen.</summary>
    public const int LongSentence = 20;

    /// <summary>A sentence of more words has to be read twice.</summary>
    public const int LongestSentence = 25;

    /// <summary>How many words of such a text a reader of fourteen takes in a minute, with looking things up.</summary>
    public const int WordsAMinute = 130;

    /// <summary>By how many words a sentence is found again.</summary>
    private const int FirstWords = 5;

    private static readonly string[] Abbreviations = ["e.g", "i.e", "etc", "art", "vs", "st", "dr", "mr", "mrs", "ms", "inc", "ltd", "cf", "p"];

    /// <summary>Nothing.</summary>
    public static ReadingFigures None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>The average length of a sentence in words; 0 where there is none.</summary>
    public double WordsPerSentence => Sentences == 0 ? 0 : (double)SentenceWords / Sentences;

    /// <summary>Both together.</summary>
    public static ReadingFigures operator +(ReadingFigures left, ReadingFigures right) =>
        new(
            left.Words + right.Words, left.Sentences + right.Sentences, left.SentenceWords + right.SentenceWords, left.LongSentences + right.LongSentences,
            left.TooLongSentences + right.TooLongSentences);

    /// <summary>The figures of both together.</summary>
    public static ReadingFigures Add(ReadingFigures left, ReadingFigures right) => left + right;

    /// <summary>The minutes that reading takes, with one for each task.</summary>
    public double Minutes(int tasks) => ((double)Words / WordsAMinute) + tasks;

    /// <summary>The figures of one paragraph: a text without markup.</summary>
    public static ReadingFigures Of(string paragraph)
    {
        var sentences = SentencesOf(paragraph).ToList();
        var ended = sentences.Where(sentence => sentence.IsEnded).ToList();
        return new ReadingFigures(
            sentences.Sum(sentence => sentence.Words), ended.Count, ended.Sum(sentence => sentence.Words), ended.Count(sentence => sentence.Words > LongSentence),
            ended.Count(sentence => sentence.Words > LongestSentence));
    }

    /// <summary>The sentences of a paragraph: how each begins, how many words it has, and whether it ends like one.</summary>
    public static IEnumerable<(string Beginning, int Words, bool IsEnded)> SentencesOf(string paragraph)
    {
        var open = new List<string>();
        foreach (var part in paragraph.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(part => part.Any(char.IsLetterOrDigit)))
        {
            open.Add(part);
            if (EndsSentence(part))
            {
                yield return (Beginning(), open.Count, true);
                open.Clear();
            }
        }

        if (open.Count > 0)
        {
            yield return (Beginning(), open.Count, false);
        }

        string Beginning() => string.Join(' ', open.Take(FirstWords));
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
