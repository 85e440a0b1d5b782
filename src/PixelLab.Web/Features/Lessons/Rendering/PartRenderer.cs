using System.Globalization;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using PixelLab.Core.Events;
using PixelLab.Web.Addressing;
using PixelLab.Web.Features.Lessons.Reading;
using PixelLab.Web.Languages;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Features.Lessons.Rendering;

/// <summary>
/// Writes the containers of a lesson. Everything can be read without scripts; <c>lesson.ts</c> finds by the <c>data-</c> attributes what it
/// brings to life, and puts what has happened since in the place of what stood there when the page was asked for (<see cref="AnswerHtml"/>).
/// </summary>
internal sealed class PartRenderer(LessonView view) : HtmlObjectRenderer<CustomContainer>
{
    private readonly IReadOnlyDictionary<LessonPart, LessonPart>? _easy = view.IsEasy ? view.Lesson.Easy?.Parts(view.Lesson) : null;
    private int _part;

    /// <summary>The guess that stands above, once there is one.</summary>
    private PredictPart? _guess;

    private LanguageText Text => view.Text;

    /// <summary>The anchor of a part, by its place in the lesson, from 1.</summary>
    public static string IdOf(int part) => string.Create(CultureInfo.InvariantCulture, $"part-{part}");

    /// <summary>Writes a question once more in a later lesson, with the way back to its own.</summary>
    public void Recall(HtmlRenderer renderer, QuizPart part)
    {
        var name = $"{view.Lesson.Slug}-{part.Id}";
        renderer.Write($"<div class=\"task quiz\" role=\"group\" aria-labelledby=\"{name}-from\" data-recall=\"{view.Lesson.Slug}/{part.Id}\"><p class=\"kind\" id=\"{name}-from\"><a href=\"")
            .WriteText(view.Along("/lessons/" + view.Lesson.Slug)).Write("\">").WriteText(view.Lesson.Head.Title).Write("</a></p>");
        Ask(renderer, part, name, QuizOrder.OfRecall(view.Place.Seat, view.Lesson.Slug, part.Id, part.Options.Count));
        Close(renderer);
    }

    protected override void Write(HtmlRenderer renderer, CustomContainer obj)
    {
        renderer.EnsureLine();
        _part++;
        var read = LessonPart.Of(obj);
        switch (read is not null && _easy?.GetValueOrDefault(read) is { } easy ? easy : read)
        {
            case PredictPart part:
                _guess = part;
                Predict(renderer, part);
                break;
            case DoPart part:
                Do(renderer, part);
                break;
            case CheckPart part:
                Check(renderer, part);
                break;
            case QuizPart part:
                Quiz(renderer, part);
                break;
            case RevealPart part:
                renderer.Write("<details class=\"task reveal\"><summary>").WriteText(part.Button).Write("</summary><div>");
                renderer.WriteBlocks(part.Body);
                renderer.Write("</div></details>");
                break;
            case TeacherPart part:
                Teacher(renderer, part);
                break;
            case PanelPart part:
                Panel(renderer, part);
                break;
            case HitPart part:
                Hit(renderer, part);
                break;
            case ComparePart part:
                Open(renderer, "compare", "Compare");
                renderer.WriteBlocks(part.Body);
                CompareHtml.Write(renderer, view, part);
                Button(renderer, view.Place.Path("/compare"), Text["CompareLink"], isQuiet: true);
                Close(renderer);
                break;
            case FigurePart part:
                renderer.Write("<figure>");
                renderer.WriteLeafInline((LeafBlock)part.Picture);
                if (part.Body.Count > 0)
                {
                    renderer.Write("<figcaption>");
                    renderer.WriteBlocks(part.Body);
                    renderer.Write("</figcaption>");
                }

                renderer.Write("</figure>");
                break;
            default:
                renderer.Write("<p class=\"broken\">").WriteText(Text["PartBroken"]).Write("</p>");
                renderer.WriteChildren(obj);
                break;
        }

        renderer.EnsureLine();
    }

    private void Predict(HtmlRenderer renderer, PredictPart part)
    {
        Open(renderer, "predict", "Predict", $" data-predict=\"{part.Id}\"");
        Question(renderer, part.Id, part.Body);
        renderer.Write($"<div class=\"options\" role=\"radiogroup\" aria-labelledby=\"{part.Id}-question\">");
        for (var i = 0; i < part.Options.Count; i++)
        {
            renderer.Write($"<label><input type=\"radio\" name=\"{part.Id}\" value=\"{i}\"><span>");
            Inline(renderer, part.Options[i].Text);
            renderer.Write("</span></label>");
        }

        renderer.Write("</div><div class=\"said\" role=\"status\"></div>");
        if (part.IsAnswered)
        {
            var by = view.Answers.DeciderOf(view.Lesson, part);
            renderer.Write($"<details class=\"answers\"{(by is null ? " hidden" : "")}><summary>").WriteText(Text["QuizAnswers"]).Write("</summary>");
            Answers(renderer, part.Options);
            renderer.Write("</details><div class=\"by\">");
            AnswerHtml.List(renderer, view, by is Hit hit ? [hit] : []);
            renderer.Write("</div>");
        }

        Close(renderer);
    }

    private void Do(HtmlRenderer renderer, DoPart part)
    {
        Open(renderer, "do", "Do");
        renderer.WriteBlocks(part.Body);
        var path = part.Host == Town.Lab.Name ? view.InLanguage(part.Path) : part.Path;
        Button(renderer, view.Place.Url(part.Host, path), part.Button, $" data-task=\"{view.Lesson.NameOf(_part)}\"");
        for (var i = 0; i < part.Hints.Count; i++)
        {
            renderer.Write("<details class=\"hint\"><summary>").WriteText(Text["Hint", i + 1]).Write("</summary><div>");
            renderer.WriteBlocks([.. part.Hints[i]]);
            renderer.Write("</div></details>");
        }

        Close(renderer);
    }

    private void Check(HtmlRenderer renderer, CheckPart part)
    {
        var answer = part.Index >= 0 ? view.Answers.Checks[part.Index] : null;
        var isMet = answer?.Outcome.IsMet == true;
        Open(renderer, isMet ? "check met" : "check", "Check", answer is null ? "" : $" data-check=\"{part.Id}\"", "<span class=\"tick\" aria-hidden=\"true\"></span>");
        // What a check looks for tells the answer of the guess above it. It is folded until the guess is decided; the script opens it once there is one.
        if (_guess is { } guess)
        {
            var isOpen = isMet || view.Answers.DeciderOf(view.Lesson, guess) is not null;
            renderer.Write($"<details class=\"after-guess\" data-guess=\"{guess.Id}\"{(isOpen ? " open" : "")}><summary>").WriteText(Text["CheckAfterGuess"]).Write("</summary>");
        }

        // What has happened is said once it has.
        renderer.Write($"<div class=\"happened\"{(isMet || answer is null ? "" : " hidden")}>");
        renderer.WriteBlocks(part.Body);
        renderer.Write("</div>");
        if (answer is null)
        {
            renderer.Write("<p class=\"state\">").WriteText(Text["CheckBroken"]).Write("</p>");
        }
        else
        {
            AnswerHtml.Outcome(renderer, Text, answer, view.Answers.IsWaiting(view.Lesson, part));
        }

        renderer.Write(_guess is null ? "" : "</details>");
        Close(renderer);
    }

    private void Quiz(HtmlRenderer renderer, QuizPart part)
    {
        Open(renderer, "quiz", "Quiz", $" data-quiz=\"{part.Id}\"");
        Ask(renderer, part, part.Id, QuizOrder.Of(view.Place.Seat, view.Lesson.Slug, part.Id, part.Options.Count));
        Close(renderer);
    }

    private void Ask(HtmlRenderer renderer, QuizPart part, string name, int[] order)
    {
        Question(renderer, name, part.Body);
        renderer.Write("<p class=\"small\">").WriteText(Text[part.Several ? "QuizSeveral" : "QuizOne"]).Write("</p>");
        var (role, type) = part.Several ? ("group", "checkbox") : ("radiogroup", "radio");
        renderer.Write($"<div class=\"options\" role=\"{role}\" aria-labelledby=\"{name}-question\">");
        foreach (var place in order)
        {
            renderer.Write($"<label><input type=\"{type}\" name=\"{name}\" value=\"{place}\"><span>");
            Inline(renderer, part.Options[place].Text);
            renderer.Write("</span></label>");
        }

        renderer.Write("</div><details class=\"answers\"><summary>").WriteText(Text["QuizAnswers"]).Write("</summary>");
        Answers(renderer, [.. order.Select(place => part.Options[place])]);
        renderer.Write("<div class=\"why\">");
        renderer.WriteBlocks(part.Why);
        renderer.Write("</div></details>");
    }

    /// <summary>What is told to whoever chose each answer; where none is right, nobody is told that it is.</summary>
    private void Answers(HtmlRenderer renderer, IReadOnlyList<LessonOption> options)
    {
        var hasRight = options.Any(option => option.IsRight);
        renderer.Write("<ul>");
        foreach (var option in options)
        {
            renderer.Write("<li");
            renderer.Write(hasRight ? $" data-right=\"{(option.IsRight ? "yes" : "no")}\"><p><b>" : "><p><b>");
            renderer.WriteText(hasRight ? Text[option.IsRight ? "QuizRight" : "QuizWrong"] : "").Write("</b> ");
            Inline(renderer, option.Text);
            renderer.Write("</p><div class=\"feedback\">");
            renderer.WriteBlocks(option.Feedback);
            renderer.Write("</div></li>");
        }

        renderer.Write("</ul>");
    }

    private void Teacher(HtmlRenderer renderer, TeacherPart part)
    {
        if (!view.IsTeacher)
        {
            return;
        }

        renderer.Write($"<div class=\"task teacher\" role=\"note\" aria-labelledby=\"{IdOf(_part)}\">").Write($"<p class=\"kind\" id=\"{IdOf(_part)}\">").WriteText(Text["Teacher"]).Write("</p>");
        renderer.WriteBlocks(part.Body);
        renderer.Write("</div>");
    }

    private void Panel(HtmlRenderer renderer, PanelPart part)
    {
        Open(renderer, "live", "LivePanel", $" data-panel=\"{part.Watch}\"");
        renderer.WriteBlocks(part.Body);
        AnswerHtml.Rows(renderer, view, part.Watch);
        Close(renderer);
    }

    private void Hit(HtmlRenderer renderer, HitPart part)
    {
        Open(renderer, "one-hit", "OneHit", $" data-hit=\"{part.Watch}\"");
        renderer.WriteBlocks(part.Body);
        AnswerHtml.Whole(renderer, view, part.Watch);
        Close(renderer);
    }

    private void Open(HtmlRenderer renderer, string kind, string title, string attributes = "", string before = "")
    {
        renderer.Write($"<div class=\"task {kind}\" role=\"group\" aria-labelledby=\"{IdOf(_part)}\"{attributes}><p class=\"kind\" id=\"{IdOf(_part)}\">")
            .Write(before).WriteText(Text[title]).Write("</p>");
    }

    private static void Close(HtmlRenderer renderer) => renderer.Write("</div>");

    private void Button(HtmlRenderer renderer, string address, string words, string attributes = "", bool isQuiet = false) =>
        renderer.Write($"<p><a class=\"button{(isQuiet ? " quiet" : "")}\"{attributes} target=\"{Tabs.Town}\" href=\"").WriteText(address).Write("\">").WriteText(words)
            .Write("<span class=\"unseen\"> ").WriteText(Text["NewTab"]).Write("</span></a></p>");

    private static void Question(HtmlRenderer renderer, string id, IReadOnlyList<Block> body)
    {
        renderer.Write($"<div class=\"question\" id=\"{id}-question\">");
        renderer.WriteBlocks(body);
        renderer.Write("</div>");
    }

    /// <summary>Writes blocks where only words may stand: paragraphs without their element.</summary>
    private static void Inline(HtmlRenderer renderer, IReadOnlyList<Block> blocks)
    {
        foreach (var leaf in blocks.OfType<LeafBlock>().Where(leaf => leaf.Inline is not null))
        {
            renderer.WriteLeafInline(leaf);
            renderer.Write(" ");
        }
    }
}
