using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Yaml;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using PixelLab.Core.Lessons;

namespace PixelLab.Web.Features.Lessons.Reading;

/// <summary>
/// A lesson's prose in easy words, from the file of the same name in the folder <c>easy</c>. It takes the place of the lesson's own below each
/// heading that it has; what the lesson asks for, shows and checks stays as it is, and is said in easy words where the file has them
/// (<see cref="Parts"/>).
/// </summary>
/// <param name="File">The file, as a path from the folder of lessons.</param>
/// <param name="Document">Its text.</param>
/// <param name="Links">Where it links to, in order.</param>
/// <param name="Problems">The mistakes found while reading.</param>
public sealed record EasyText(string File, MarkdownDocument Document, IReadOnlyList<LessonLink> Links, IReadOnlyList<LessonProblem> Problems)
{
    /// <summary>The folder of such files, beside the lessons.</summary>
    public const string Folder = "easy";

    /// <summary>A sentence of more words is better made two.</summary>
    public const int LongSentence = 12;

    /// <summary>The most words of a sentence.</summary>
    public const int LongestSentence = 15;

    private readonly Dictionary<string, List<Block>> _below = BelowHeadings(Document);

    /// <summary>How much there is to read.</summary>
    public ReadingFigures Figures { get; } = Prose.FiguresOf(Document);

    /// <summary>Reads the file: no head, the lesson's headings of the second level, and below them prose and the words of tasks and checks.</summary>
    public static EasyText Read(string file, string text)
    {
        var problems = new List<LessonProblem>();
        void Tell(int line, string words) => problems.Add(new LessonProblem(file, line, words));
        var document = LessonReader.Parse(LessonReader.Bounded(text, Tell), Tell);
        foreach (var block in document)
        {
            if (block is CustomContainer { Info: Do or Check } container)
            {
                if (!IsSaid(container))
                {
                    Tell(block.Line + 1, AuthorText.Text["Easy.Parts"]);
                }
            }
            else if (block is CustomContainer or FootnoteGroup or YamlFrontMatterBlock or HeadingBlock { Level: not 2 })
            {
                Tell(block.Line + 1, AuthorText.Text["Easy.Prose"]);
            }
        }

        LessonReader.TellMarkup(document, Tell);
        return new EasyText(file, document, LessonReader.Links(document, Tell), problems);
    }

    /// <summary>The lesson's text with this prose in the place of its own.</summary>
    public IEnumerable<Block> Over(MarkdownDocument lesson)
    {
        List<Block>? easy = null;
        foreach (var block in lesson)
        {
            if (block is HeadingBlock { Level: 1 or 2 } heading)
            {
                yield return heading;
                easy = _below.GetValueOrDefault(heading.Level == 1 ? "" : IdOf(heading));
                foreach (var said in easy ?? [])
                {
                    yield return said;
                }
            }
            else if (easy is null || block is CustomContainer or FootnoteGroup)
            {
                yield return block;
            }
        }
    }

    /// <summary>The lesson's tasks and checks that are said in easy words: each with these in the place of its own.</summary>
    public IReadOnlyDictionary<LessonPart, LessonPart> Parts(Lesson lesson)
    {
        var said = Containers(Document).Where(one => IsSaid(one.Container)).ToLookup(one => one.Name, one => one.Container);
        var parts = new Dictionary<LessonPart, LessonPart>(ReferenceEqualityComparer.Instance);
        foreach (var (name, container) in Containers(lesson.Document))
        {
            if (said[name].FirstOrDefault() is { } easy)
            {
                switch (LessonPart.Of(container))
                {
                    case DoPart task:
                        parts[task] = task with { Body = [.. easy.SkipLast(1)], Hints = [.. ((ListBlock)easy.LastChild!).Cast<ListItemBlock>()] };
                        break;
                    case CheckPart check:
                        parts[check] = check with { Body = [.. easy] };
                        break;
                }
            }
        }

        return parts;
    }

    /// <summary>The mistakes that only the lesson tells: headings, tasks and checks that it has not, or in another order.</summary>
    public IEnumerable<LessonProblem> Beside(Lesson lesson)
    {
        var named = Containers(lesson.Document).Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, container) in Containers(Document).Where(one => !named.Contains(one.Name)))
        {
            yield return new LessonProblem(File, container.Line + 1, AuthorText.Text["Easy.NoPart", container.Info]);
        }

        var sections = lesson.Sections.ToList();
        var next = 0;
        foreach (var heading in Document.OfType<HeadingBlock>().Where(heading => heading.Level == 2))
        {
            if (sections.FindIndex(next, section => section.Id == IdOf(heading)) is >= 0 and var found)
            {
                next = found + 1;
            }
            else
            {
                yield return new LessonProblem(
                    File, heading.Line + 1, AuthorText.Text["Easy.NoHeading", LessonMarkdown.PlainText(heading.Inline)]);
            }
        }
    }

    private const string Do = "do";
    private const string Check = "check";

    private static bool IsSaid(CustomContainer container) => container.ClosingFencedCharCount > 0 && container switch
    {
        { Info: Do } => container is { Count: > 1, LastChild: ListBlock { IsOrdered: true, Count: PartReader.Hints } } && string.IsNullOrWhiteSpace(container.Arguments),
        _ => container.Count > 0 && !container.OfType<CodeBlock>().Any(),
    };

    /// <summary>The tasks and checks of a text, each by what it is called in both: the heading above and the place below it, or the check's name.</summary>
    private static IEnumerable<(string Name, CustomContainer Container)> Containers(MarkdownDocument document)
    {
        var (here, tasks) = ("", 0);
        foreach (var block in document)
        {
            switch (block)
            {
                case HeadingBlock { Level: 2 } heading:
                    (here, tasks) = (IdOf(heading), 0);
                    break;
                case CustomContainer { Info: Do } task:
                    yield return ($"{here} {++tasks}", task);
                    break;
                case CustomContainer { Info: Check } check:
                    yield return ($"{Check} {(check.Arguments ?? "").Split(' ')[0]}", check);
                    break;
            }
        }
    }

    private static Dictionary<string, List<Block>> BelowHeadings(MarkdownDocument document)
    {
        var below = new Dictionary<string, List<Block>>(StringComparer.Ordinal);
        var here = "";
        foreach (var block in document)
        {
            switch (block)
            {
                case HeadingBlock { Level: 2 } heading:
                    here = IdOf(heading);
                    break;
                case not (CustomContainer or FootnoteGroup or YamlFrontMatterBlock):
                    below.TryAdd(here, []);
                    below[here].Add(block);
                    break;
            }
        }

        return below;
    }

    private static string IdOf(HeadingBlock heading) => heading.GetAttributes().Id ?? "";
}
