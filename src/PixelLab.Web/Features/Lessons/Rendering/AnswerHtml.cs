using Markdig.Renderers;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Lessons;
using PixelLab.Core.Lessons.Conditions;
using PixelLab.Web.Languages;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Features.Lessons.Rendering;

/// <summary>Writes what the seat's events answered to a lesson, as things stood when the page was asked for.</summary>
internal static class AnswerHtml
{
    /// <summary>Whether a check is met, and what is missing.</summary>
    public static void Outcome(HtmlRenderer renderer, LanguageText text, CheckAnswer answer, bool isWaiting)
    {
        var outcome = answer.Outcome;
        renderer.Write("<div role=\"status\">");
        if (answer.WasMet)
        {
            renderer.Write("<p class=\"earlier\">").WriteText(text["ScriptEarlier"]).Write("</p>");
        }

        renderer.Write("<p class=\"state\">").WriteText(text[outcome.IsMet ? "CheckMet" : isWaiting ? "ScriptWaits" : "CheckOpen"]).Write("</p>");
        StillOpen(renderer, text, isWaiting ? [] : outcome.Open);
        if (!outcome.IsMet)
        {
            renderer.Write("<p class=\"small\">").WriteText(text["CheckReload"]).Write("</p>");
        }

        renderer.Write("</div>");
    }

    /// <summary>The hits that a part watches for, the latest first.</summary>
    public static void Rows(HtmlRenderer renderer, LessonView view, int watch)
    {
        var text = view.Text;
        var hits = view.Answers.Watches[watch].OfType<Hit>().Reverse().ToList();
        renderer.Write($"<p class=\"none\"{(hits.Count > 0 ? " hidden" : "")}>").WriteText(text["LivePanelNone"]).Write("</p><div class=\"rows\">");
        if (hits.Count > 0)
        {
            renderer.Write("<p class=\"small\">").WriteText(text["LivePanelNeedsScripts"]).Write("</p>");
            List(renderer, view, hits);
        }

        renderer.Write("</div>");
    }

    /// <summary>Hits as lines of a list; nothing for none.</summary>
    public static void List(HtmlRenderer renderer, LessonView view, IReadOnlyList<Hit> hits)
    {
        if (hits.Count == 0)
        {
            return;
        }

        renderer.Write("<ul>");
        foreach (var hit in hits)
        {
            renderer.Write("<li>").WriteText(HitRow.Of(hit, view.Language).Line(hit.Vendor, view.Language)).Write(", ").Write(TimeText.Html(hit.At, TimeForm.Second, view.Language)).Write("</li>");
        }

        renderer.Write("</ul>");
    }

    /// <summary>The latest hit that a part watches for, whole.</summary>
    public static void Whole(HtmlRenderer renderer, LessonView view, int watch)
    {
        var hit = view.Answers.Watches[watch].OfType<Hit>().LastOrDefault();
        renderer.Write($"<p class=\"none\"{(hit is null ? "" : " hidden")}>").WriteText(view.Text["OneHitNone"]).Write("</p><div class=\"whole\">");
        if (hit is not null)
        {
            var explained = HitExplainer.Explain(hit, view.Language);
            renderer.Write("<p>").Write(TimeText.SentenceHtml(explained.Sentence, hit.At, view.Language)).Write("</p><dl>");
            foreach (var field in explained.Fields)
            {
                renderer.Write("<dt>").WriteText(field.Field).Write(" <code>").WriteText(field.Value).Write("</code></dt><dd>").WriteText(field.Meaning).Write("</dd>");
            }

            renderer.Write("</dl>");
        }

        renderer.Write("</div>");
    }

    /// <summary>The first step that is open, in the lesson's words; later ones presume it, so they and what was seen exactly are there for who asks.</summary>
    private static void StillOpen(HtmlRenderer renderer, LanguageText text, IReadOnlyList<OpenRequirement> open)
    {
        if (open.Count == 0)
        {
            return;
        }

        renderer.Write("<ul class=\"open\"><li>").WriteText(MissText.Told(open[0], text)).Write("</li></ul>");
        List<(string? Told, string? Nearest)> further =
        [
            (null, MissText.Beside(open[0], text)),
            .. open.Skip(1).Select(later => (MissText.Told(later, text), MissText.Beside(later, text))),
        ];
        further.RemoveAll(one => one is (null, null));
        if (further.Count == 0)
        {
            return;
        }

        renderer.Write("<details class=\"further\"><summary>").WriteText(text["ScriptOpenFurther"]).Write("</summary><ul>");
        foreach (var (told, nearest) in further)
        {
            renderer.Write("<li>");
            if (told is not null)
            {
                renderer.Write("<span class=\"told\">").WriteText(told).Write("</span> ");
            }

            if (nearest is not null)
            {
                renderer.Write("<span class=\"nearest\">").WriteText(nearest).Write("</span>");
            }

            renderer.Write("</li>");
        }

        renderer.Write("</ul></details>");
    }
}
