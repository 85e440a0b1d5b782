using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using PixelLab.Core.Lessons;

namespace PixelLab.Web.Features.Lessons.Reading;

/// <summary>A paragraph that a reader reads.</summary>
/// <param name="Line">The file's line, from 1.</param>
/// <param name="Text">Its text without markup and code.</param>
/// <param name="HasSource">Whether a footnote stands in it.</param>
/// <param name="IsClaim">Whether it says how things are; questions, their answers and instructions do not.</param>
public sealed record ProseParagraph(int Line, string Text, bool HasSource, bool IsClaim);

/// <summary>What of a lesson is read as prose: paragraphs and lists, but no headings, tables, code, footnotes or notes to instructors.</summary>
public static class Prose
{
    /// <summary>The paragraphs of a text or of one part of it, in order.</summary>
    public static IEnumerable<ProseParagraph> Of(ContainerBlock blocks) => In(blocks, blocks is CustomContainer container ? LessonPart.Of(container) : null);

    /// <summary>How much there is to read.</summary>
    public static ReadingFigures FiguresOf(MarkdownDocument document) =>
        Of(document).Aggregate(ReadingFigures.None, (sum, paragraph) => sum + ReadingFigures.Of(paragraph.Text));

    private static IEnumerable<ProseParagraph> In(ContainerBlock blocks, LessonPart? part)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case FootnoteGroup or Table:
                    break;
                case CustomContainer container when LessonPart.Of(container) is not TeacherPart:
                    foreach (var paragraph in In(container, LessonPart.Of(container)))
                    {
                        yield return paragraph;
                    }

                    break;
                case CustomContainer:
                    break;
                case ContainerBlock inner:
                    foreach (var paragraph in In(inner, part))
                    {
                        yield return paragraph;
                    }

                    break;
                case ParagraphBlock { Inline: { } inline } paragraph:
                    yield return new ProseParagraph(
                        paragraph.Line + 1, LessonMarkdown.PlainText(inline, withCode: false), inline.Descendants<FootnoteLink>().Any(), IsClaim(paragraph, part));
                    break;
            }
        }
    }

    private static bool IsClaim(ParagraphBlock paragraph, LessonPart? part) => part switch
    {
        DoPart or PredictPart => false,
        QuizPart quiz => paragraph.Parent is not ListItemBlock && !quiz.Body.Contains(paragraph),
        _ => true,
    };
}
