using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PixelLab.Core.Compare;
using PixelLab.Core.Lessons;
using PixelLab.Core.Lessons.Conditions;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Features.Lessons.Reading;

/// <summary>Reads the containers of one lesson, in order.</summary>
/// <param name="text">The text that they were parsed from.</param>
/// <param name="tell">Takes a mistake: its line and its words.</param>
internal sealed class PartReader(string text, Action<int, string> tell)
{
    /// <summary>How many rows a live panel shows.</summary>
    private const int PanelRows = 6;

    /// <summary>How many hints a task has.</summary>
    internal const int Hints = 3;

    private const int MostOptions = 10;
    private const int MostConditions = 20;
    private const int MostWatches = 10;

    private static readonly ConditionParser Conditioned = new([.. Town.Sites.Select(site => site.Name)]);

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public List<LessonPart> Parts { get; } = [];

    public List<Condition> Conditions { get; } = [];

    public List<Watch> Watches { get; } = [];

    public void Add(CustomContainer container)
    {
        var line = container.Line + 1;
        if (container.Parent is CustomContainer)
        {
            // Told where the other one opens, for most often that was never closed.
            return;
        }

        if (container.Parent is not MarkdownDocument)
        {
            tell(line, AuthorText.Text["Part.InList"]);
            return;
        }

        if (container.OfType<CustomContainer>().FirstOrDefault() is { } inner)
        {
            tell(line, AuthorText.Text["Part.Within", container.Info, inner.Info, inner.Line + 1]);
            return;
        }

        if (container.ClosingFencedCharCount == 0)
        {
            tell(line, AuthorText.Text["Part.Open", container.Info]);
            return;
        }

        if (Parts.Count >= LessonReader.MostParts)
        {
            tell(line, AuthorText.Text["Parts", LessonReader.MostParts]);
            return;
        }

        var arguments = (container.Arguments ?? "").Trim();
        LessonPart? part = container.Info switch
        {
            "predict" => Predict(container, line),
            "do" => Do(container, line, arguments),
            "check" => Check(container, line, arguments),
            "quiz" => Quiz(container, line, arguments),
            "reveal" => arguments.Length > 0
                ? new RevealPart(line, [.. container], arguments)
                : Wrong(AuthorText.Text["Reveal"], line),
            "teacher" => new TeacherPart(line, [.. container]),
            "panel" => Watching(line, arguments, PanelRows) is { } watch ? new PanelPart(line, [.. container], watch) : null,
            "hit" => Watching(line, arguments, 1) is { } watch ? new HitPart(line, [.. container], watch) : null,
            "compare" => Compare(container, line, arguments),
            "figure" => Figure(container, line),
            var other => Wrong(
                AuthorText.Text["Part.None", other], line),
        };
        if (part is not null)
        {
            part.KeepAt(container);
            Parts.Add(part);
        }
    }

    private PredictPart? Predict(CustomContainer container, int line)
    {
        var condition = TakeCondition(container);
        if (container.LastChild is not ListBlock { IsOrdered: false, Count: >= 2 and <= MostOptions } list || container.Count < 2)
        {
            return Wrong<PredictPart>(AuthorText.Text["Predict", MostOptions], line);
        }

        var marked = list.Cast<ListItemBlock>().Count(item => MarkOf(item) is not null);
        if (marked > 0 && marked < list.Count)
        {
            return Wrong<PredictPart>(AuthorText.Text["Predict.Right"], line);
        }

        var options = list.Cast<ListItemBlock>().Select(Option).ToList();
        if (options.Exists(option => option.Feedback.Count > 0) && options.FindIndex(option => option.Feedback.Count == 0) is >= 0 and var silent)
        {
            tell(list[silent].Line + 1, AuthorText.Text["Predict.Line"]);
        }
        else if (condition.Length > 0 && options[0].Feedback.Count == 0)
        {
            tell(line, AuthorText.Text["Predict.Lines"]);
        }

        return new PredictPart(line, Before(container, list), NextId("predict"), options, condition.Length > 0 ? Conditioning(condition, line, mayTell: false) : -1);
    }

    /// <summary>
    /// Takes the condition of a guess out of its container. Four spaces set it off for whoever writes, but to Markdown they are only a
    /// further paragraph of the last answer, whose text is read from the file again, since it may hold marks of Markdown.
    /// </summary>
    private SourceLine[] TakeCondition(CustomContainer container)
    {
        var holder = container.LastChild is ListBlock { LastChild: ListItemBlock last } ? last : (ContainerBlock)container;
        switch (holder.LastChild)
        {
            case CodeBlock code:
                holder.Remove(code);
                return LinesOf(code);
            case ParagraphBlock { Column: >= 4 } paragraph when holder is ListItemBlock && holder.Count > 1:
                holder.Remove(paragraph);
                return [.. text.Substring(paragraph.Span.Start, paragraph.Span.Length).Split('\n')
                    .Select((written, index) => new SourceLine(paragraph.Line + 1 + index, written.Trim()))];
            default:
                return [];
        }
    }

    private DoPart? Do(CustomContainer container, int line, string arguments)
    {
        var form = AuthorText.Text["Do"];
        if (arguments.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is not [var place, var button])
        {
            return Wrong<DoPart>(form, line);
        }

        var (host, path) = place.Split('/', 2) is [var before, var after] ? (before, "/" + after) : (place, "/");
        if (Town.Find(host) is not { } town || town.Name != host || path.StartsWith("//", StringComparison.Ordinal) || path.StartsWith("/~", StringComparison.Ordinal))
        {
            return Wrong<DoPart>(AuthorText.Text["Do.NoPlace", place, form, string.Join(", ", Town.Hosts.Select(one => one.Name))], line);
        }

        if (container.LastChild is not ListBlock { IsOrdered: true, Count: Hints } list)
        {
            return Wrong<DoPart>(AuthorText.Text["Do.Hints", Hints], line);
        }

        return new DoPart(line, Before(container, list), host, path, button, [.. list.Cast<ListItemBlock>()]);
    }

    private CheckPart? Check(CustomContainer container, int line, string arguments)
    {
        var (id, ever) = arguments.Split(' ', 2, StringSplitOptions.TrimEntries) is [var name, var word] ? (name, word) : (arguments, "");
        if (!LessonFileName.IsSlug(id) || ever is not ("" or "ever"))
        {
            return Wrong<CheckPart>(
                AuthorText.Text["Check"],
                line);
        }

        if (!_ids.Add("check:" + id))
        {
            return Wrong<CheckPart>(AuthorText.Text["Check.Twice", id], line);
        }

        if (container.OfType<CodeBlock>().ToList() is not [var code])
        {
            return Wrong<CheckPart>(AuthorText.Text["Check.Condition"], line);
        }

        return new CheckPart(line, [.. container.Where(block => block != code)], id, Conditioning(LinesOf(code), line, countsFromTheBeginning: ever.Length > 0));
    }

    /// <summary>Reads a condition, and gives its place among the lesson's; -1 where it could not be read.</summary>
    private int Conditioning(IReadOnlyList<SourceLine> lines, int line, bool mayTell = true, bool countsFromTheBeginning = false)
    {
        var parsed = Conditioned.Parse(lines);
        foreach (var problem in parsed.Problems)
        {
            tell(problem.Line, AuthorText.Text["Condition.At", problem.Column, problem.Text]);
        }

        if (parsed.Value is not { } condition)
        {
            return -1;
        }

        if (!mayTell && condition.Lines.Any(one => one.Alternatives.Any(requirement => requirement.Else is not null)))
        {
            tell(line, AuthorText.Text["Predict.Else"]);
        }

        if (Conditions.Count >= MostConditions)
        {
            tell(line, AuthorText.Text["Conditions", MostConditions]);
            return -1;
        }

        Conditions.Add(condition with { CountsFromTheBeginning = countsFromTheBeginning });
        return Conditions.Count - 1;
    }

    private static SourceLine[] LinesOf(CodeBlock code) => [.. LessonMarkdown.LinesOf(code).Select(source => new SourceLine(source.Line, source.Text))];

    private QuizPart? Quiz(CustomContainer container, int line, string arguments)
    {
        if (arguments is not ("one" or "several"))
        {
            return Wrong<QuizPart>(AuthorText.Text["Quiz"], line);
        }

        if (container.OfType<ListBlock>().FirstOrDefault() is not { IsOrdered: false, Count: >= 2 and <= MostOptions } list || container[0] == list)
        {
            return Wrong<QuizPart>(AuthorText.Text["Quiz.Answers", MostOptions], line);
        }

        var options = new List<LessonOption>();
        foreach (var item in list.Cast<ListItemBlock>())
        {
            if (MarkOf(item) is null)
            {
                return Wrong<QuizPart>(AuthorText.Text["Quiz.Right"], item.Line + 1);
            }

            options.Add(Option(item));
            if (options[^1].Feedback.Count == 0)
            {
                tell(item.Line + 1, AuthorText.Text["Quiz.Feedback"]);
            }
        }

        var right = options.Count(option => option.IsRight);
        if (arguments == "one" ? right != 1 : right == 0)
        {
            tell(line, AuthorText.Text[arguments == "one" ? "Quiz.One" : "Quiz.Several"]);
        }

        return new QuizPart(
            line, Before(container, list), NextId("quiz"), arguments == "several", options, [.. container.Skip(container.IndexOf(list) + 1)]);
    }

    private static TaskList? MarkOf(ListItemBlock item) => item is [ParagraphBlock { Inline.FirstChild: TaskList mark }, ..] ? mark : null;

    /// <summary>Reads an answer. Its mark goes from the text: what is right shows when it is asked for.</summary>
    private static LessonOption Option(ListItemBlock item)
    {
        var mark = MarkOf(item);
        mark?.Remove();
        return new LessonOption(
            mark is { Checked: true }, [.. item.Where(block => block is not QuoteBlock)], [.. item.OfType<QuoteBlock>().SelectMany(quote => quote)]);
    }

    private int? Watching(int line, string arguments, int most)
    {
        const string Kind = "hit ";
        var parsed = Conditioned.ParseSelector(new SourceLine(line, Kind + arguments));
        foreach (var problem in parsed.Problems)
        {
            tell(line, AuthorText.Text["Filter.At", problem.Text]);
        }

        if (parsed.Value is not { } selector)
        {
            return null;
        }

        if (Watches.Count >= MostWatches)
        {
            tell(line, AuthorText.Text["Watches", MostWatches]);
            return null;
        }

        Watches.Add(new Watch(selector, most));
        return Watches.Count - 1;
    }

    private ComparePart? Compare(CustomContainer container, int line, string arguments)
    {
        var words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var shown = words.TakeWhile(ComparePart.All.Contains).ToArray();
        var experiments = words.Skip(shown.Length).ToArray();
        if (shown.Length == 0 || shown.Contains(ComparePart.Evidence) != (experiments.Length > 0))
        {
            return Wrong<ComparePart>(
                AuthorText.Text["Compare", string.Join(", ", ComparePart.All)], line);
        }

        if (experiments.FirstOrDefault(name => Experiments.Find(name) is null) is { } unknown)
        {
            return Wrong<ComparePart>(
                AuthorText.Text["Compare.Row", unknown, string.Join(", ", Experiments.All.Select(one => one.Name))], line);
        }

        return new ComparePart(line, [.. container], shown, experiments);
    }

    private FigurePart? Figure(CustomContainer container, int line) =>
        container is [ParagraphBlock { Inline.FirstChild: LinkInline { IsImage: true } } picture, ..]
            ? new FigurePart(line, [.. container.Skip(1)], picture)
            : Wrong<FigurePart>(AuthorText.Text["Figure"], line);

    private static Block[] Before(CustomContainer container, Block end) => [.. container.TakeWhile(block => block != end)];

    private string NextId(string kind)
    {
        for (var i = 1; ; i++)
        {
            if (_ids.Add($"{kind}:{i}"))
            {
                return $"{kind}-{i}";
            }
        }
    }

    private LessonPart? Wrong(string words, int line) => Wrong<LessonPart>(words, line);

    private T? Wrong<T>(string words, int line)
        where T : LessonPart
    {
        tell(line, words);
        return null;
    }
}
