using Markdig.Renderers;
using PixelLab.Core.Compare;
using PixelLab.Core.Explaining;
using PixelLab.Core.Lenses;
using PixelLab.Web.Features.Lessons.Reading;
using PixelLab.Web.Languages;

namespace PixelLab.Web.Features.Lessons.Rendering;

/// <summary>
/// Writes the comparison inside a lesson: an element that <c>lesson-compare.ts</c> brings to life, and in it, for readers without scripts, how things
/// stood when the page was asked for.
/// </summary>
internal static class CompareHtml
{
    public static void Write(HtmlRenderer renderer, LessonView view, ComparePart part)
    {
        var place = view.Place;
        renderer.Write("<lesson-compare");
        Attribute(renderer, "shown", string.Join(' ', part.Shown));
        Attribute(renderer, "experiments", string.Join(' ', part.Experiments));
        Attribute(renderer, "api", place.Shared($"/api/seats/{place.Seat.Value}"));
        Attribute(renderer, "panel", place.Path("/panel"));
        Attribute(renderer, "shop-url", place.Url("shop", "/"));
        Attribute(renderer, "gif", GifAnatomy.Bytes);
        renderer.Write(">");
        Still(renderer, view, part);
        renderer.Write("</lesson-compare>");
    }

    private static void Still(HtmlRenderer renderer, LessonView view, ComparePart part)
    {
        var text = view.Text;
        if (view.Comparison is not { Hits: > 0 } comparison)
        {
            renderer.Write("<p class=\"none\">").WriteText(text["CompareNone"]).Write("</p>");
        }
        else
        {
            renderer.Write("<p class=\"small\">").WriteText(text["CompareNeedsScripts"]).Write("</p><ul>");
            foreach (var lens in comparison.Lenses)
            {
                Item(renderer, text.Count("CompareVisitors", lens.Count, Name(lens.Lens, text), lens.Count));
            }

            renderer.Write("</ul>");
        }

        foreach (var experiment in part.Experiments.Select(Experiments.Find).OfType<Experiment>())
        {
            renderer.Write("<p><b>").WriteText(experiment.Title(view.Language)).Write("</b> ").WriteText(experiment.Steps(view.Language)).Write("</p><ul>");
            if (view.Comparison?.Evidence.FirstOrDefault(row => row.Experiment == experiment.Name) is { } row)
            {
                foreach (var (lens, cell) in new EachLens<EvidenceCell>(row.Pixel, row.Cookie, row.Both).Pairs)
                {
                    Item(renderer, text["CompareEvidence", Name(lens, text), text["Evidence" + cell.Evidence]]);
                }
            }

            renderer.Write("</ul>");
        }
    }

    private static string Name(Lens lens, LanguageText text) => text["Lens" + lens];

    private static void Item(HtmlRenderer renderer, string words) => renderer.Write("<li>").WriteText(words).Write("</li>");

    private static void Attribute(HtmlRenderer renderer, string name, string value) =>
        renderer.Write($" {name}=\"").WriteText(value).Write("\"");
}
