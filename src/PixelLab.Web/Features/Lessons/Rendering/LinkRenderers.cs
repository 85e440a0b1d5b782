using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using PixelLab.Web.Features.Lessons.Reading;
using PixelLab.Web.Languages;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Features.Lessons.Rendering;

/// <summary>Writes links and pictures; an address that a lesson may not link to is left out, and its text stays.</summary>
internal sealed class LinkRenderer(LessonView view) : HtmlObjectRenderer<LinkInline>
{
    private int _terms;

    protected override void Write(HtmlRenderer renderer, LinkInline obj)
    {
        var link = LessonLink.Read(obj.Url, obj.Line + 1);
        if (obj.IsImage)
        {
            WritePicture(renderer, obj, link);
            return;
        }

        switch (link.Kind)
        {
            case LessonLinkKind.Term:
                WriteTerm(renderer, obj, link);
                break;
            case LessonLinkKind.Outside:
                Outside.Write(renderer, link.Target, view.Text, () => renderer.WriteChildren(obj));
                break;
            case LessonLinkKind.Wrong or LessonLinkKind.Picture:
                renderer.WriteChildren(obj);
                break;
            default:
                renderer.Write("<a href=\"").WriteText(Address(link)).Write(link.Kind == LessonLinkKind.Lab ? $"\" target=\"{Tabs.Town}\">" : "\">");
                renderer.WriteChildren(obj);
                renderer.Write("</a>");
                break;
        }
    }

    private string Address(LessonLink link) => link.Kind switch
    {
        LessonLinkKind.Lesson => view.Path("/lessons/" + link.Target, link.Anchor),
        LessonLinkKind.Lab => view.Place.Path(link.Target) + (link.Anchor.Length > 0 ? "#" + Uri.EscapeDataString(link.Anchor) : ""),
        _ => "#" + Uri.EscapeDataString(link.Anchor),
    };

    private void WritePicture(HtmlRenderer renderer, LinkInline image, LessonLink link)
    {
        var words = LessonMarkdown.PlainText(image);
        if (link.Kind != LessonLinkKind.Picture || !view.Course.Pictures.ContainsKey(link.Target))
        {
            renderer.Write("<em>").WriteText(words).Write("</em>");
            return;
        }

        // A drawing may have a second one for narrow windows beside it, in which its words are as large as the text around it.
        var narrow = $"{Path.GetFileNameWithoutExtension(link.Target)}-narrow{Path.GetExtension(link.Target)}";
        var hasNarrow = view.Course.Pictures.ContainsKey(narrow);
        if (hasNarrow)
        {
            renderer.Write("<picture><source media=\"(max-width: 40rem)\" srcset=\"").WriteText(Address(narrow)).Write("\">");
        }

        renderer.Write("<img src=\"").WriteText(Address(link.Target))
            .Write("\" alt=\"").WriteText(words).Write("\" loading=\"lazy\" decoding=\"async\">");
        if (hasNarrow)
        {
            renderer.Write("</picture>");
        }
    }

    private string Address(string picture) => view.Place.Shared("/lessons/pictures/" + picture);

    /// <summary>A term with its meaning, which shows on hover and on focus (WCAG 2.2, 1.4.13).</summary>
    private void WriteTerm(HtmlRenderer renderer, LinkInline obj, LessonLink link)
    {
        var address = view.Path("/lessons/glossary", link.Anchor);
        if (view.Glossary.Find(link.Target) is not { } term)
        {
            renderer.Write("<a href=\"").WriteText(address).Write("\">");
            renderer.WriteChildren(obj);
            renderer.Write("</a>");
            return;
        }

        var id = $"{view.Lesson.Slug}-term-{++_terms}";
        renderer.Write("<span class=\"term\"><a href=\"").WriteText(address).Write($"\" aria-describedby=\"{id}\">");
        renderer.WriteChildren(obj);
        renderer.Write($"</a><span class=\"meaning\" role=\"tooltip\" id=\"{id}\">").WriteText(term.Text).Write("</span></span>");
    }
}

/// <summary>Writes addresses in angle brackets.</summary>
internal sealed class AutolinkRenderer(LessonView view) : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
    {
        if (!obj.IsEmail && LessonLink.Read(obj.Url, obj.Line + 1) is { Kind: LessonLinkKind.Outside } link)
        {
            Outside.Write(renderer, link.Target, view.Text, () => renderer.WriteText(obj.Url));
        }
        else
        {
            renderer.WriteText(obj.Url);
        }
    }
}

/// <summary>Writes links that lead out of the lab: followed only on a click, and telling the other page nothing of this one.</summary>
internal static class Outside
{
    public static void Write(HtmlRenderer renderer, string address, LanguageText text, Action words)
    {
        renderer.Write("<a class=\"outside\" rel=\"external noreferrer\" href=\"").WriteText(address).Write("\">");
        words();
        renderer.Write("<span class=\"unseen\"> ").WriteText(text["OutsideLink"]).Write("</span></a>");
    }
}

/// <summary>Writes the small number that leads to a source, and the way back from it.</summary>
internal sealed class FootnoteLinkRenderer(LessonView view) : HtmlObjectRenderer<FootnoteLink>
{
    private readonly HashSet<int> _shown = [];

    protected override void Write(HtmlRenderer renderer, FootnoteLink obj)
    {
        var order = obj.Footnote.Order;
        if (obj.IsBackLink)
        {
            // One way back is enough, also where a source is named several times; easy words name none.
            if (obj.Footnote.Links.FirstOrDefault(link => !link.IsBackLink && _shown.Contains(link.Index))?.Index == obj.Index)
            {
                renderer.Write($" <a class=\"back\" href=\"#source-at-{obj.Index}\" aria-label=\"").WriteText(view.Text["BackToText"]).Write("\">↩</a>");
            }

            return;
        }

        _shown.Add(obj.Index);
        renderer.Write($"<sup><a id=\"source-at-{obj.Index}\" href=\"#source-{order}\" aria-label=\"")
            .WriteText(view.Text["SourceNumber", order]).Write($"\">{order}</a></sup>");
    }
}

/// <summary>Writes the sources at the end.</summary>
internal sealed class FootnotesRenderer(LessonView view) : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup obj)
    {
        renderer.EnsureLine();
        renderer.Write("<section class=\"sources\" aria-labelledby=\"lesson-sources\"><h2 id=\"lesson-sources\">").WriteText(view.Text["Sources"]).Write("</h2><ol>");
        foreach (var note in obj.OfType<Footnote>())
        {
            renderer.Write($"<li id=\"source-{note.Order}\">");
            renderer.WriteChildren(note);
            renderer.Write("</li>");
        }

        renderer.Write("</ol></section>").EnsureLine();
    }
}

/// <summary>Writes the boxes of a list to tick. Those of questions are read and taken out of the text.</summary>
internal sealed class TaskMarkRenderer : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList obj) => renderer.Write(obj.Checked ? "☑" : "☐");
}

/// <summary>Writes code in a sentence.</summary>
internal sealed class CodeRenderer : HtmlObjectRenderer<CodeInline>
{
    protected override void Write(HtmlRenderer renderer, CodeInline obj) =>
        renderer.Write("<code>").WriteText(LessonMarkdown.CodeOf(obj)).Write("</code>");
}
