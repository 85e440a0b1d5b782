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
/// <param name="tell">Takes a mistake: its line and its words.</param>
internal sealed class PartReader(Action<int, string> tell)
{
    /// <summary>How many rows a live panel shows.</summary>
    private const int PanelRows = 6;

    private const int Hints = 3;
    private const int MostOptions = 10;
    private const int MostChecks = 20;
    private const int MostWatches = 10;

    private static readonly ConditionParser Conditioned = new([.. Town.Sites.Select(site => site.Name)]);

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public List<LessonPart> Parts { get; } = [];

    public List<Condition> Conditions { get; } = [];

    public List<Watch> Watches { get; } = [];

    public void Add(CustomContainer container)
    {
        var line = container.Line + 1;
        if (container.Parent is not MarkdownDocument)
        {
            tell(line, "Containers stand in no list and in no other container.");
            return;
        }

        if (Parts.Count >= LessonReader.MostParts)
        {
            tell(line, $"A lesson has at most {LessonReader.MostParts} containers.");
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
                : Wrong("After ‘reveal’ come the words to open it with: ::: reveal Show the answer", line),
            "teacher" => new TeacherPart(line, [.. container]),
            "panel" => Watching(line, arguments, PanelRows) is { } watch ? new PanelPart(line, [.. container], watch) : null,
            "hit" => Watching(line, arguments, 1) is { } watch ? new HitPart(line, [.. container], watch) : null,
            "compare" => Compare(container, line, arguments),
            "figure" => Figure(container, line),
            var other => Wrong(
                $"‘{other}’ is no container. There are: predict, do, check, quiz, reveal, teacher, panel, hit, compare, figure.", line),
        };
        if (part is not null)
        {
            part.KeepAt(container);
            Parts.Add(part);
        }
    }

    private PredictPart? Predict(CustomContainer container, int line)
    {
        if (container.LastChild is not ListBlock { IsOrdered: false, Count: >= 2 and <= MostOptions } list || container.Count < 2)
        {
            return Wrong<PredictPart>($"‘predict’ holds a question and then a list of 2 to {MostOptions} answers.", line);
        }

        return new PredictPart(line, Before(container, list), NextId("predict"), [.. list.Cast<ListItemBlock>()]);
    }

    private DoPart? Do(CustomContainer container, int line, string arguments)
    {
        const string Form = "‘do’ is followed by where it happens and the button's words: ::: do shop/c/shoes Open the shoes";
        if (arguments.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is not [var place, var button])
        {
            return Wrong<DoPart>(Form, line);
        }

        var (host, path) = place.Split('/', 2) is [var before, var after] ? (before, "/" + after) : (place, "/");
        if (Town.Find(host) is not { } town || town.Name != host || path.StartsWith("//", StringComparison.Ordinal) || path.StartsWith("/~", StringComparison.Ordinal))
        {
            return Wrong<DoPart>($"‘{place}’ is no place of the town. {Form} The hosts are: {string.Join(", ", Town.Hosts.Select(one => one.Name))}.", line);
        }

        if (container.LastChild is not ListBlock { IsOrdered: true, Count: Hints } list)
        {
            return Wrong<DoPart>($"‘do’ ends with exactly {Hints} hints, as a numbered list; the last tells exactly what to do.", line);
        }

        return new DoPart(line, Before(container, list), host, path, button, [.. list.Cast<ListItemBlock>()]);
    }

    private CheckPart? Check(CustomContainer container, int line, string id)
    {
        if (!LessonFileName.IsSlug(id))
        {
            return Wrong<CheckPart>("‘check’ is followed by its name, of small letters, digits and hyphens: ::: check saw-a-product", line);
        }

        if (!_ids.Add("check:" + id))
        {
            return Wrong<CheckPart>($"There is another check with the name ‘{id}’ in this lesson.", line);
        }

        if (container.OfType<CodeBlock>().ToList() is not [var code])
        {
            return Wrong<CheckPart>("‘check’ holds its condition: lines that are indented by four spaces, with an empty line above.", line);
        }

        var index = -1;
        var parsed = Conditioned.Parse([.. LessonMarkdown.LinesOf(code).Select(source => new SourceLine(source.Line, source.Text))]);
        foreach (var problem in parsed.Problems)
        {
            tell(problem.Line, $"column {problem.Column} of the condition: {problem.Text}");
        }

        if (parsed.Value is { } condition && Conditions.Count < MostChecks)
        {
            index = Conditions.Count;
            Conditions.Add(condition);
        }
        else if (parsed.Value is not null)
        {
            tell(line, $"A lesson has at most {MostChecks} checks.");
        }

        return new CheckPart(line, [.. container.Where(block => block != code)], id, index);
    }

    private QuizPart? Quiz(CustomContainer container, int line, string arguments)
    {
        if (arguments is not ("one" or "several"))
        {
            return Wrong<QuizPart>("‘quiz’ is followed by ‘one’ or ‘several’: how many answers are right.", line);
        }

        if (container.OfType<ListBlock>().FirstOrDefault() is not { IsOrdered: false, Count: >= 2 and <= MostOptions } list || container[0] == list)
        {
            return Wrong<QuizPart>($"‘quiz’ holds a question and then a list of 2 to {MostOptions} answers: - [x] for a right one, - [ ] for a wrong one.", line);
        }

        var options = new List<QuizOption>();
        foreach (var item in list.Cast<ListItemBlock>())
        {
            if (item is not [ParagraphBlock { Inline.FirstChild: TaskList mark }, ..])
            {
                return Wrong<QuizPart>("Each answer of a quiz begins with [x] or [ ].", item.Line + 1);
            }

            options.Add(new QuizOption(
                mark.Checked, [.. item.Where(block => block is not QuoteBlock)], [.. item.OfType<QuoteBlock>().SelectMany(quote => quote)]));
            if (options[^1].Feedback.Count == 0)
            {
                tell(item.Line + 1, "Each answer of a quiz has its feedback below it: > Yes, because …");
            }
        }

        var right = options.Count(option => option.IsRight);
        if (arguments == "one" ? right != 1 : right == 0)
        {
            tell(line, arguments == "one" ? "Of ‘quiz one’ exactly one answer is right." : "Of ‘quiz several’ at least one answer is right.");
        }

        return new QuizPart(
            line, Before(container, list), NextId("quiz"), arguments == "several", options, [.. container.Skip(container.IndexOf(list) + 1)]);
    }

    private int? Watching(int line, string arguments, int most)
    {
        const string Kind = "hit ";
        var parsed = Conditioned.ParseSelector(new SourceLine(line, Kind + arguments));
        foreach (var problem in parsed.Problems)
        {
            tell(line, $"after the container's name: {problem.Text}");
        }

        if (parsed.Value is not { } selector)
        {
            return null;
        }

        if (Watches.Count >= MostWatches)
        {
            tell(line, $"A lesson has at most {MostWatches} live panels and explained hits.");
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
                $"‘compare’ is followed by what it shows: {string.Join(", ", ComparePart.All)}. Where ‘evidence’ is among them, the names of its "
                + "rows come last: ::: compare profiles evidence clear_cookies", line);
        }

        if (experiments.FirstOrDefault(name => Experiments.Find(name) is null) is { } unknown)
        {
            return Wrong<ComparePart>(
                $"‘{unknown}’ is no row of the evidence. There are: {string.Join(", ", Experiments.All.Select(one => one.Name))}.", line);
        }

        return new ComparePart(line, [.. container], shown, experiments);
    }

    private FigurePart? Figure(CustomContainer container, int line) =>
        container is [ParagraphBlock { Inline.FirstChild: LinkInline { IsImage: true } } picture, ..]
            ? new FigurePart(line, [.. container.Skip(1)], picture)
            : Wrong<FigurePart>("‘figure’ begins with its picture: ![what it shows](pictures/name.svg)", line);

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
