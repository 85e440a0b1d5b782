using System.Text;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PixelLab.Web.Features.Lessons.Reading;

/// <summary>The Markdown of lessons: CommonMark with containers, footnotes, tables and task lists, and without HTML.</summary>
public static class LessonMarkdown
{
    /// <summary>How deep blocks may lie in each other.</summary>
    private const int MostDepth = 32;

    /// <summary>How the files are read and written.</summary>
    public static MarkdownPipeline Pipeline { get; } = Build();

    /// <summary>The text of inlines without markup. Code is left out where it is no prose, as in the reading figures.</summary>
    public static string PlainText(ContainerInline? inlines, bool withCode = true)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            Collect(inline, text, withCode);
        }

        return text.ToString().Trim();
    }

    /// <summary>What a span of code shows: in a table the bar between two cells is escaped also within code.</summary>
    public static string CodeOf(CodeInline code)
    {
        var root = code.Parent;
        while (root?.Parent is { } above)
        {
            root = above;
        }

        return root?.ParentBlock?.Parent is TableCell ? code.Content.Replace("\\|", "|", StringComparison.Ordinal) : code.Content;
    }

    /// <summary>The lines of a code block as they stand in the file.</summary>
    public static IEnumerable<(int Line, string Text)> LinesOf(CodeBlock code)
    {
        for (var i = 0; i < code.Lines.Count; i++)
        {
            var line = code.Lines.Lines[i];
            yield return (line.Line + 1, line.Slice.ToString());
        }
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MostDepth }
            .UseYamlFrontMatter()
            .UseFootnotes()
            .UsePipeTables()
            .UseTaskLists()
            .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
            .DisableHtml();
        // The extension would also read ‘::’ within a sentence as a container.
        builder.BlockParsers.Insert(0, new CustomContainerParser());
        return builder.Build();
    }

    private static void Collect(Inline? inline, StringBuilder text, bool withCode)
    {
        switch (inline)
        {
            case LinkInline { IsImage: true } or FootnoteLink or TaskList:
                break;
            case ContainerInline container:
                foreach (var child in container)
                {
                    Collect(child, text, withCode);
                }

                break;
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(withCode ? CodeOf(code) : "x");
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                text.Append(withCode ? link.Url : "x");
                break;
        }
    }
}
