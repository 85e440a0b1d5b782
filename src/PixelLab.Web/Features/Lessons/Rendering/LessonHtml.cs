using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using PixelLab.Web.Features.Lessons.Reading;

namespace PixelLab.Web.Features.Lessons.Rendering;

/// <summary>Writes a lesson's text as HTML. All that comes from the file is encoded; HTML in it is shown as text.</summary>
public static class LessonHtml
{
    /// <summary>The text of a lesson below its title.</summary>
    public static string Write(LessonView view)
    {
        using var writer = new StringWriter();
        var renderer = Renderer(view, new PartRenderer(view), writer);
        foreach (var block in view.IsEasy && view.Lesson.Easy is { } easy ? easy.Over(view.Lesson.Document) : view.Lesson.Document)
        {
            if (view.Step is { Until.Length: > 0 } step && block is HeadingBlock heading && heading.GetAttributes().Id == step.Until)
            {
                if (view.Lesson.Head.Level == LessonLevel.Questions)
                {
                    break;
                }

                WriteLeaving(renderer, view);
            }

            renderer.Render(block);
        }

        writer.Flush();
        return writer.ToString();
    }

    /// <summary>Questions of an earlier lesson, to be asked once more in another.</summary>
    /// <param name="view">The earlier lesson.</param>
    /// <param name="questions">Which of its questions.</param>
    public static string WriteAgain(LessonView view, IEnumerable<QuizPart> questions)
    {
        using var writer = new StringWriter();
        var parts = new PartRenderer(view);
        var renderer = Renderer(view, parts, writer);
        // The sources stand in their own lesson.
        renderer.ObjectRenderers.RemoveAll(one => one is FootnoteLinkRenderer);
        renderer.ObjectRenderers.Insert(0, new NoFootnoteRenderer());
        foreach (var question in questions)
        {
            parts.Recall(renderer, question);
        }

        writer.Flush();
        return writer.ToString();
    }

    private static HtmlRenderer Renderer(LessonView view, PartRenderer parts, StringWriter writer)
    {
        var renderer = new HtmlRenderer(writer);
        Reading.LessonMarkdown.Pipeline.Setup(renderer);
        renderer.ObjectRenderers.RemoveAll(one => one is HeadingRenderer or HtmlTableRenderer or CodeBlockRenderer or CodeInlineRenderer);
        renderer.ObjectRenderers.InsertRange(0,
        [
            parts,
            new LinkRenderer(view),
            new AutolinkRenderer(view),
            new FootnoteLinkRenderer(view),
            new FootnotesRenderer(view),
            new TaskMarkRenderer(),
            new CodeRenderer(),
            new LessonHeadingRenderer(),
            new ScrolledTableRenderer(),
            new ScrolledCodeRenderer(),
        ]);
        return renderer;
    }

    /// <summary>Where a path leaves the lesson: the way to its end, and that the rest may be read all the same.</summary>
    private static void WriteLeaving(HtmlRenderer renderer, LessonView view) =>
        renderer.Write("<div class=\"leaving\" role=\"note\"><p>").WriteText(view.Text["PathLeaves", view.Text[$"Path{view.OnPath}"]])
            .Write("</p><p><a class=\"button\" href=\"#after\">").WriteText(view.Text["PathGoOn"]).Write("</a></p></div>").EnsureLine();

    /// <summary>Writes blocks one after the other.</summary>
    internal static void WriteBlocks(this HtmlRenderer renderer, IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            renderer.Render(block);
        }
    }

    /// <summary>Writes a text encoded.</summary>
    internal static HtmlRenderer WriteText(this HtmlRenderer renderer, string text)
    {
        renderer.WriteEscape(text);
        return renderer;
    }

    private sealed class NoFootnoteRenderer : HtmlObjectRenderer<FootnoteLink>
    {
        protected override void Write(HtmlRenderer renderer, FootnoteLink obj)
        {
        }
    }

    /// <summary>The page shows the title itself; the other headings keep their anchors.</summary>
    private sealed class LessonHeadingRenderer : HtmlObjectRenderer<HeadingBlock>
    {
        protected override void Write(HtmlRenderer renderer, HeadingBlock obj)
        {
            if (obj.Level == 1)
            {
                return;
            }

            var level = Math.Min(obj.Level, 6);
            renderer.EnsureLine();
            renderer.Write($"<h{level} id=\"").WriteText(obj.GetAttributes().Id ?? "").Write("\" tabindex=\"-1\">");
            renderer.WriteLeafInline(obj);
            renderer.Write($"</h{level}>").EnsureLine();
        }
    }

    /// <summary>Long lines of a file scroll in themselves, also by keyboard; nothing is broken that somebody copies.</summary>
    private sealed class ScrolledCodeRenderer : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock obj)
        {
            // To the parser the head is code as well; the page tells what stands in it.
            if (obj is YamlFrontMatterBlock)
            {
                return;
            }

            renderer.EnsureLine();
            renderer.Write("<pre tabindex=\"0\"><code>");
            renderer.WriteLeafRawLines(obj, writeEndOfLines: true, escape: true);
            renderer.Write("</code></pre>").EnsureLine();
        }
    }

    /// <summary>A wide table scrolls in itself, also by keyboard.</summary>
    private sealed class ScrolledTableRenderer : HtmlObjectRenderer<Table>
    {
        private readonly HtmlTableRenderer _table = new();

        protected override void Write(HtmlRenderer renderer, Table obj)
        {
            renderer.Write("<div class=\"wide\" tabindex=\"0\">");
            _table.Write((RendererBase)renderer, obj);
            renderer.Write("</div>").EnsureLine();
        }
    }
}
