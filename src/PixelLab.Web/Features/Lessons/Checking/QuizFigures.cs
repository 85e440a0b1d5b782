using System.Text.RegularExpressions;
using Markdig.Syntax;
using PixelLab.Web.Features.Lessons.Reading;

namespace PixelLab.Web.Features.Lessons.Checking;

/// <summary>What the form of questions with one right answer tells whoever knows nothing.</summary>
/// <param name="Longest">In how many of them the right answer is the longest.</param>
/// <param name="Shortest">In how many of them it is the shortest.</param>
/// <param name="Places">In how many of them the right answer stands at each place, in the order of the file.</param>
public sealed partial record QuizFigures(int Longest, int Shortest, IReadOnlyList<int> Places)
{
    /// <summary>Of fewer questions no share says anything.</summary>
    public const int Fewest = 3;

    /// <summary>In which share of the questions one form of the right answer is chance.</summary>
    public const double MostShare = 0.4;

    /// <summary>So many times as long as the wrong answers on average, a right one tells by its length that it is right.</summary>
    public const double TooLong = 1.5;

    /// <summary>How many questions there are.</summary>
    public int Questions => Places.Sum();

    /// <summary>Whether the right answer is the longest too often.</summary>
    public bool TellsByLength => IsTooMany(Longest);

    /// <summary>Whether the right answer is the shortest too often, as it gets where the wrong ones are made longer.</summary>
    public bool TellsByShortness => IsTooMany(Shortest);

    /// <summary>The place, from 0, at which the right answer stands too often; null for none.</summary>
    public int? TellingPlace => Places.ToList().FindIndex(IsTooMany) is >= 0 and var place ? place : null;

    /// <summary>The figures of some questions; those with several right answers count in none.</summary>
    public static QuizFigures Of(IEnumerable<QuizPart> quizzes)
    {
        var single = quizzes.Where(quiz => !quiz.Several && quiz.Options.Count(option => option.IsRight) == 1).ToList();
        var places = single.Select(quiz => quiz.Options.TakeWhile(option => !option.IsRight).Count()).ToList();
        return new QuizFigures(
            single.Count(quiz => quiz.Options.All(option => option.IsRight || LengthOf(option) < LengthOf(RightOf(quiz)))),
            single.Count(quiz => quiz.Options.All(option => option.IsRight || LengthOf(option) > LengthOf(RightOf(quiz)))),
            [.. Enumerable.Range(0, places.Count == 0 ? 0 : places.Max() + 1).Select(place => places.Count(one => one == place))]);
    }

    /// <summary>How many times as long as its wrong answers on average the longest right answer of a question is; 0 where it has none of either.</summary>
    public static double LengthOfRight(QuizPart quiz)
    {
        var (right, wrong) = (quiz.Options.Where(option => option.IsRight).ToList(), quiz.Options.Where(option => !option.IsRight).ToList());
        return right.Count == 0 || wrong.Count == 0 ? 0 : right.Max(LengthOf) / Math.Max(1, wrong.Average(LengthOf));
    }

    /// <summary>
    /// Whether every wrong answer of a question, and no right one, has a word in it that bears no exception: whoever knows nothing crosses those out.
    /// The words are English.
    /// </summary>
    public static bool TellsByAbsolutes(QuizPart quiz) =>
        quiz.Options.Any(option => option.IsRight) && quiz.Options.Count(option => !option.IsRight) > 1
        && quiz.Options.All(option => Absolute.IsMatch(TextOf(option)) != option.IsRight);

    [GeneratedRegex(@"\b(always|never|only|all|every|every(body|one|thing|where)|no(body|thing|ne|where)|forbidden)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Absolute { get; }

    private static LessonOption RightOf(QuizPart quiz) => quiz.Options.First(option => option.IsRight);

    private static int LengthOf(LessonOption option) => TextOf(option).Length;

    private static string TextOf(LessonOption option) =>
        string.Concat(option.Text.OfType<LeafBlock>().Select(leaf => LessonMarkdown.PlainText(leaf.Inline)));

    private bool IsTooMany(int some) => Questions >= Fewest && some > MostShare * Questions;
}
