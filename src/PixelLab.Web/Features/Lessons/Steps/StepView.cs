using System.Text.Json.Serialization;
using Markdig.Syntax;
using PixelLab.Core.Explaining;
using PixelLab.Core.Lessons;
using PixelLab.Core.Lessons.Conditions;
using PixelLab.Web.Addressing;
using PixelLab.Web.Features.Lessons.Reading;
using PixelLab.Web.Features.Lessons.Rendering;
using PixelLab.Web.Languages;

namespace PixelLab.Web.Features.Lessons.Steps;

/// <summary>The step of a lesson that is open, as it goes along on the pages of the town.</summary>
/// <param name="Lesson">The lesson's title.</param>
/// <param name="Back">Where the step stands in it.</param>
/// <param name="Met">How many checks before this step's are ticked.</param>
/// <param name="Of">How many checks the lesson has.</param>
/// <param name="Done">What the check ticked last was about; left out where none is.</param>
/// <param name="Says">What to do now.</param>
/// <param name="Open">What is still missing, in the lesson's words; left out where nothing is.</param>
/// <param name="Way">What the way to do it is called; left out where one is there.</param>
/// <param name="WayUrl">Where that leads.</param>
public sealed record StepView(
    string Lesson, string Back, int Met, int Of, string? Done, string Says, string? Open, string? Way, string? WayUrl)
{
    /// <summary>The most words of the lesson that stand in a strip, in characters.</summary>
    private const int MostText = 240;

    /// <summary>Whether every check is ticked.</summary>
    [JsonIgnore]
    public bool IsLast => Met == Of;

    /// <summary>Whether the tick before still has to be told: it has not where the page belongs to another task already, nor after the last step.</summary>
    [JsonIgnore]
    public bool IsTold { get; init; }

    /// <summary>
    /// The step at a page: the first check that is open, and of the tasks before it the one that is done here, or else the first. A task
    /// that no check asks about is only read in the lesson. Until something that the first check asks for is done, it stands on no site but those of its tasks.
    /// </summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="answers">How its checks stand.</param>
    /// <param name="path">The path on which it is read, in minutes; empty for the whole course.</param>
    /// <param name="here">The page: the host's name, and the path there.</param>
    /// <param name="place">Whose seat it is.</param>
    /// <param name="text">The words around lessons.</param>
    public static StepView? At(Lesson lesson, LessonAnswers answers, string path, string here, TownRequest place, LanguageText text)
    {
        var checks = lesson.Checks.Where(check => check.Index >= 0).ToList();
        if (checks.Count == 0)
        {
            return null;
        }

        var met = checks.TakeWhile(check => answers.Checks[check.Index].Outcome.IsMet).Count();
        var done = met > 0 ? WordsOf(checks[met - 1].Body) : null;
        string BackTo(LessonPart part) =>
            place.LabUrl($"/lessons/{lesson.Slug}{(path.Length > 0 ? $"?path={path}" : "")}#{PartRenderer.IdOf(1 + lesson.Parts.TakeWhile(one => one != part).Count())}");
        if (met == checks.Count)
        {
            return new StepView(lesson.Head.Title, BackTo(checks[^1]), met, met, done, text["StepLast"], null, null, null);
        }

        var check = checks[met];
        var tasks = TasksBefore(lesson, check);
        var at = tasks.FindLastIndex(task => here == task.Host + PathOf(task.Path));
        var isNewTask = at >= 0 && met > 0 && !TasksBefore(lesson, checks[met - 1]).SequenceEqual(tasks);
        var answer = answers.Checks[check.Index];
        var open = answer.Outcome.Open[0];
        // Where a part of it is done, the first task was gone to, and is not offered again.
        var isBegun = open.Index > 0 || open.Nearest.Kind == MissKind.TooFew;
        var next = tasks.ElementAtOrDefault((isBegun ? Math.Max(at, 0) : at) + 1);

        // Of several tasks, the first may only be to read something: no switch that the last one asks for is missing there.
        var said = Math.Max(at, 0);
        var isOfThis = said >= tasks.Count - 1 || open.Index > 0 || open.Nearest.Wanted.Kind is not (EventKind.Setting or EventKind.Experiment);

        // After the last task it is done where what is missing will happen.
        (string Name, string Url)? way = next is not null ? (PlainText.Shown(next.Button, MostText), place.Url(next.Host, next.Path))
            : open.Nearest is { Kind: not MissKind.ForbiddenCame, Wanted.Site: { } site } && site != HostOf(here) ? (text["StepGo", Town.Get(site).Title], place.Url(site, "/"))
            : null;

        // Who only looked at a lesson, and went elsewhere, has not begun it.
        if (met == 0 && open.Index == 0 && tasks.Count > 0 && !tasks.Exists(task => task.Host == HostOf(here)) && HostOf(here) != Town.Lab.Name)
        {
            return null;
        }

        return new StepView(
            // To where the reading went on from: what is told after the tick has not been read.
            lesson.Head.Title, BackTo(met > 0 ? checks[met - 1] : tasks.Count > 0 ? tasks[0] : check), met, checks.Count, done,
            WordsOf(tasks.Count == 0 ? check.Body : tasks[said].Body),
            !isOfThis ? null : answer.WasMet ? text["ScriptEarlier"] : PlainText.Shown(open.Else ?? MissText.Of(open.Nearest, text), MostText),
            way?.Name, way?.Url)
        {
            IsTold = !isNewTask,
        };
    }

    /// <summary>The tasks that a check is about: those after the check before it, or the same as that one's.</summary>
    private static List<DoPart> TasksBefore(Lesson lesson, CheckPart check)
    {
        var tasks = new List<DoPart>();
        LessonPart? last = null;
        foreach (var part in lesson.Parts.TakeWhile(part => part != check).Where(part => part is DoPart or CheckPart))
        {
            if (part is DoPart task)
            {
                if (last is CheckPart)
                {
                    tasks.Clear();
                }

                tasks.Add(task);
            }

            last = part;
        }

        return tasks;
    }

    private static string HostOf(string page) => page.Split('/')[0];

    private static string PathOf(string address) => address.Split('?', '#')[0];

    private static string WordsOf(IReadOnlyList<Block> blocks) => PlainText.Shown(
        string.Join(' ', blocks.OfType<ParagraphBlock>().Take(1).Select(block => LessonMarkdown.PlainText(block.Inline))), MostText);
}
