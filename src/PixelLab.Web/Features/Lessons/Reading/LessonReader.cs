using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Yaml;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PixelLab.Core.Lessons;

namespace PixelLab.Web.Features.Lessons.Reading;

/// <summary>Reads a lesson's file. Any text gives a lesson; what is wrong in it is told with its line.</summary>
public static partial class LessonReader
{
    /// <summary>The most characters of a lesson.</summary>
    public const int MostCharacters = 100_000;

    /// <summary>The most tasks and other parts of a lesson.</summary>
    public const int MostParts = 60;

    /// <summary>What a source without a link ends with, and then the reason.</summary>
    public const string NoLink = "No link: ";

    /// <summary>Reads a lesson.</summary>
    /// <param name="file">The file, as a path from the folder of lessons.</param>
    /// <param name="number">Its number.</param>
    /// <param name="slug">Its slug.</param>
    /// <param name="language">The language of its folder.</param>
    /// <param name="text">Its text.</param>
    public static Lesson Read(string file, int number, string slug, string language, string text)
    {
        var problems = new List<LessonProblem>();
        void Tell(int line, string words) => problems.Add(new LessonProblem(file, line, words));
        text = Bounded(text, Tell);
        var document = Parse(text, Tell);
        var yaml = document.OfType<YamlFrontMatterBlock>().FirstOrDefault();
        var head = FrontMatter.Read(yaml?.Lines.ToString(), (yaml?.Line ?? 0) + 2, slug, language, Tell);
        var parts = new PartReader(text, Tell);
        foreach (var container in document.Descendants<CustomContainer>().ToList())
        {
            parts.Add(container);
        }

        if (parts.Parts.OfType<PredictPart>().FirstOrDefault(part => part is { IsAnswered: true, Index: < 0 }) is { } waiting && !parts.Parts.OfType<CheckPart>().Any())
        {
            Tell(waiting.Line, AuthorText.Text["Predict.Undecided"]);
        }

        TellHeadings(document, head, Tell);
        foreach (var step in head.Paths.Where(step => step.Until.Length > 0 && !Headings(document, 2).Any(heading => heading.GetAttributes().Id == step.Until)))
        {
            Tell(1, AuthorText.Text["Path.Until", step.Path, step.Until]);
        }

        TellFootnotes(document, text, Tell);
        TellMarkup(document, Tell);
        return new Lesson
        {
            File = file,
            Number = number,
            Slug = slug,
            Language = language,
            Head = head,
            Document = document,
            Sections = [.. Headings(document, 2).Select(heading => new LessonSection(
                heading.GetAttributes().Id ?? "", LessonMarkdown.PlainText(heading.Inline)))],
            Parts = parts.Parts,
            Links = Links(document, Tell),
            Sources = [.. document.Descendants<Footnote>().OrderBy(note => note.Order).Select(Source)],
            Questions = new LessonQuestions(slug, parts.Conditions, parts.Watches),
            Figures = Prose.FiguresOf(document),
            Problems = [.. problems.OrderBy(problem => problem.Line)],
        };
    }

    /// <summary>As much of a text as is read; what is left out is told.</summary>
    internal static string Bounded(string text, Action<int, string> tell)
    {
        if (text.Length <= MostCharacters)
        {
            return text;
        }

        tell(1, AuthorText.Text["Text.Large", MostCharacters]);
        return text[..MostCharacters];
    }

    /// <summary>Parses a text; of one that can't be, that is told.</summary>
    internal static MarkdownDocument Parse(string text, Action<int, string> tell)
    {
        try
        {
            return Markdown.Parse(text, LessonMarkdown.Pipeline);
        }
        catch (ArgumentException tooDeep)
        {
            tell(1, AuthorText.Text["Text.Unreadable", tooDeep.Message]);
            return [];
        }
    }

    private static IEnumerable<HeadingBlock> Headings(MarkdownDocument document, int level) =>
        document.OfType<HeadingBlock>().Where(heading => heading.Level == level);

    private static void TellHeadings(MarkdownDocument document, LessonHead head, Action<int, string> tell)
    {
        var titles = Headings(document, 1).ToList();
        if (titles.Count != 1 || LessonMarkdown.PlainText(titles[0].Inline) != head.Title)
        {
            tell((titles.FirstOrDefault()?.Line ?? 0) + 1, AuthorText.Text["Text.Title", head.Title]);
        }

        var above = 1;
        foreach (var heading in document.OfType<HeadingBlock>())
        {
            if (heading.Level > above + 1)
            {
                tell(heading.Line + 1, AuthorText.Text["Text.Heading", above, above + 1, heading.Level]);
            }

            above = heading.Level;
        }
    }

    private static void TellFootnotes(MarkdownDocument document, string text, Action<int, string> tell)
    {
        var used = document.Descendants<Footnote>().Select(note => (note.Label ?? "").TrimStart('^')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var code = document.Descendants<CodeBlock>().SelectMany(LessonMarkdown.LinesOf).Select(line => line.Line).ToHashSet();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (!code.Contains(number) && line.StartsWith("[^") && line.IndexOf("]:", StringComparison.Ordinal) is > 2 and var end && !used.Contains(line[2..end].ToString()))
            {
                tell(number, AuthorText.Text["Footnote.Unused", line[2..end].ToString()]);
            }
        }

        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            if (LessonMarkdown.PlainText(leaf.Inline, withCode: false).Contains("[^", StringComparison.Ordinal))
            {
                tell(leaf.Line + 1, AuthorText.Text["Footnote.None"]);
            }
        }
    }

    /// <summary>Tells of HTML in the text: a lesson has none (it could bring scripts), so readers would see the tag itself.</summary>
    internal static void TellMarkup(MarkdownDocument document, Action<int, string> tell)
    {
        foreach (var leaf in document.Descendants<LeafBlock>().Where(leaf => leaf.Inline is not null))
        {
            var written = string.Concat(leaf.Inline!.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));
            if (HtmlTag().Match(written) is { Success: true } tag)
            {
                tell(leaf.Line + 1, AuthorText.Text["Text.Html", tag.Value]);
            }
        }
    }

    [GeneratedRegex("</?[a-zA-Z][a-zA-Z0-9-]{0,20}(?:\\s[^<>]{0,200})?/?>")]
    private static partial Regex HtmlTag();

    private static LessonSource Source(Footnote note)
    {
        var words = string.Join(' ', note.Descendants<LeafBlock>().Select(leaf => LessonMarkdown.PlainText(leaf.Inline)));
        return new LessonSource(
            note.Line + 1,
            note.Descendants<LinkInline>().Any(link => LessonLink.Read(link.Url, 0).Kind == LessonLinkKind.Outside) || note.Descendants<AutolinkInline>().Any(),
            words.IndexOf(NoLink, StringComparison.Ordinal) is >= 0 and var at && words.Length > at + NoLink.Length && words.EndsWith('.'));
    }

    /// <summary>Where a text links to, in order; what leads nowhere is told.</summary>
    internal static List<LessonLink> Links(MarkdownDocument document, Action<int, string> tell)
    {
        var links = new List<LessonLink>();
        foreach (var inline in document.Descendants<Inline>())
        {
            var link = inline switch
            {
                LinkInline written => LessonLink.Read(written.Url, written.Line + 1),
                AutolinkInline { IsEmail: false } written => LessonLink.Read(written.Url, written.Line + 1),
                _ => null,
            };
            if (link is null)
            {
                continue;
            }

            var isImage = inline is LinkInline { IsImage: true };
            if (link.Kind == LessonLinkKind.Wrong || isImage != (link.Kind == LessonLinkKind.Picture))
            {
                tell(link.Line, isImage
                    ? AuthorText.Text["Link.Picture", link.Target]
                    : AuthorText.Text["Link.Nothing", link.Target]);
            }
            else if (isImage && LessonMarkdown.PlainText((LinkInline)inline).Length == 0 && ((LinkInline)inline).FirstChild is null)
            {
                tell(link.Line, AuthorText.Text["Picture.NoText"]);
            }

            links.Add(link);
        }

        return links;
    }
}
