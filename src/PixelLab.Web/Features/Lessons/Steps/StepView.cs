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
/// <param name="Step">Which step it is, from 1, counted in checks.</param>
/// <param name="Met">How many checks up to it are ticked, its own with them.</param>
/// <param name="Of">How many checks the lesson has.</param>
/// <param name="Done">What the check ticked last was about; left out where none is.</param>
/// <param name="Says">What to do now.</param>
/// <param name="IsDone">Whether it is ticked, and the lesson goes on with something to read.</param>
/// <param name="IsRead">Whether the way back to the lesson comes before the way on: it leads over what is to be read between.</param>
/// <param name="Open">What is still missing, in the lesson's words; left out where nothing is.</param>
/// <param name="Way">What the way to do it is called; left out where one is there.</param>
/// <param name="WayUrl">Where that leads.</param>
/// <param name="WayTask">The task of the lesson to which it leads, as it is noted when it is followed; left out where it is none.</param>
public sealed record StepView(
    string Lesson, string Back, int Step, int Met, int Of, string? Done, string Says, bool IsDone = false, bool IsRead = false, string? Open = null, string? Way = null, string? WayUrl = null,
    string? WayTask = null)
{
    /// <summary>The most words of the lesson that stand in a strip, in characters.</summary>
    private const int MostText = 240;

    /// <summary>Whether the lesson asks for nothing more.</summary>
    [JsonIgnore]
    public bool IsLast => IsDone && Way is null;

    /// <summary>Whether the tick before still has to be told: it has not where somebody is at another task already, nor after the last step.</summary>
    [JsonIgnore]
    public bool IsTold { get; init; }

    /// <summary>
    /// The step at a page: of the tasks to which somebody went last, or else of the first that are not ticked. Tasks that no check asks about are not
    /// passed over. Until something is done, it stands on no site but those of its tasks.
    /// </summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="answers">How its checks stand.</param>
    /// <param name="seat">How somebody reads it.</param>
    /// <param name="here">The page: the host's name, and the path there.</param>
    /// <param name="place">Whose seat it is.</param>
    /// <param name="text">The words around lessons.</param>
    public static StepView? At(Lesson lesson, LessonAnswers answers, LessonPlace seat, string here, TownRequest place, LanguageText text)
    {
        var groups = StepGroup.Of(lesson);
        return groups.Any(group => group.Checks.Count > 0) ? new Finder(lesson, answers, seat, here, place, text, groups).Find() : null;
    }

    private sealed class Finder(
        Lesson lesson, LessonAnswers answers, LessonPlace seat, string here, TownRequest place, LanguageText text, IReadOnlyList<StepGroup> groups)
    {
        private readonly List<CheckPart> _checks = [.. groups.SelectMany(group => group.Checks)];
        private readonly DoPart? _gone = lesson.TaskOf(seat.Task);

        public StepView? Find()
        {
            var at = GroupAt();
            if (OpenOf(at) is { } check)
            {
                return Doing(at, check);
            }

            // With nothing to read between, one step leads on to the next.
            return groups[at].Checks.Count == 0 ? Doing(at, null)
                : at + 1 < groups.Count && !groups[at + 1].IsAfterText && OpenOf(at + 1) is { } next ? Doing(at + 1, next)
                : Reading(at);
        }

        /// <summary>The group that somebody is at.</summary>
        private int GroupAt()
        {
            var places = Enumerable.Range(0, groups.Count).ToList();
            var gone = places.FindIndex(at => _gone is not null && groups[at].Tasks.Contains(_gone));
            var open = places.FindIndex(at => OpenOf(at) is not null);
            var last = gone >= 0 ? gone : places.FindLastIndex(at => groups[at].Checks.Count > 0 && (open < 0 || at < open));
            if (gone >= 0 && OpenOf(gone) is not null)
            {
                return gone;
            }

            // Where no script runs, nobody notes that the way on was followed; the page tells.
            var end = gone >= 0 ? gone + 1 : open < 0 ? groups.Count - 1 : open;
            var isAtLast = last >= 0 && groups[last].TaskAt(here, 0) >= 0;
            return places.Find(at => at > last && at <= end && !isAtLast && groups[at].TaskAt(here, 0) >= 0) is > 0 and var next ? next
                : last >= 0 ? last
                : groups.Take(open).ToList().FindIndex(group => group.TaskAt(here, 0) >= 0) is >= 0 and var first ? first
                : 0;
        }

        /// <summary>A step of which something is still to do; without a check where only the reader knows.</summary>
        private StepView? Doing(int at, CheckPart? check)
        {
            var tasks = groups[at].Tasks;
            var gone = _gone is null ? -1 : tasks.ToList().IndexOf(_gone);
            var task = groups[at].TaskAt(here, gone);
            var said = Math.Max(task, Math.Max(gone, 0));
            var answer = check is null ? null : answers.Checks[check.Index];
            var open = answer?.Outcome.Open[0];

            // Where a part of it is done, the first task was gone to, and is not offered again.
            var isBegun = open is not null && (open.Index > 0 || open.Nearest.Kind == MissKind.TooFew);
            var next = tasks.ElementAtOrDefault(said + (task >= 0 || isBegun ? 1 : 0));

            // Who only looked at a lesson, and went elsewhere, has not begun it.
            var before = groups.Take(at).SelectMany(group => group.Checks).ToList();
            var own = groups[at].Checks.TakeWhile(one => one != check).ToList();
            var met = before.Count + own.Count;
            if (_gone is null && met == 0 && open is not { Index: > 0 } && tasks.Count > 0 && !groups[at].IsOn(HostOf(here)) && HostOf(here) != Town.Lab.Name)
            {
                return null;
            }

            // Of several tasks, the first may only be to read something: no switch that the last one asks for is missing there.
            var isOfThis = said >= tasks.Count - 1 || open is { Index: > 0 } || open?.Nearest.Wanted.Kind is not (EventKind.Setting or EventKind.Experiment);
            var isRead = check is null && task >= 0 && next is null;
            var step = new StepView(
                lesson.Head.Title, BackTo(own.Count > 0 ? own[^1] : gone < 0 && before.Count > 0 ? before[^1] : tasks.Count > 0 ? tasks[said] : check!),
                Math.Min(met + 1, _checks.Count), met, _checks.Count, (own.Count > 0 ? own[^1] : gone < 0 ? before.FindLast(IsMet) : null) is { } done ? WordsOf(done.Body) : null,
                WordsOf(tasks.Count == 0 ? check!.Body : tasks[said].Body), IsDone: false, isRead,
                open is null || !isOfThis ? null : PlainText.Shown(answer!.WasMet ? text["ScriptEarlier"] : MissText.Told(open, text), MostText))
            {
                IsTold = own.Count > 0 || (gone < 0 && task < 0),
            };
            return next is not null ? On(step, next)
                : isRead ? at + 1 < groups.Count && groups[at + 1].Tasks.Count > 0 ? On(step, groups[at + 1].Tasks[0]) : step
                // After the last task it is done where what is missing will happen.
                : open?.Nearest is { Kind: not MissKind.ForbiddenCame, Wanted.Site: { } site } && site != HostOf(here)
                    ? step with { Way = text["StepGo", Town.Get(site).Title], WayUrl = place.Url(site, "/") }
                : step;
        }

        /// <summary>A step that is done: what comes next is told in the lesson.</summary>
        private StepView Reading(int at)
        {
            var check = groups[at].Checks[^1];
            var met = _checks.IndexOf(check) + 1;
            var isLast = at + 1 == groups.Count && _checks.TrueForAll(IsMet);
            var step = new StepView(lesson.Head.Title, BackTo(check), met, met, _checks.Count, WordsOf(check.Body), text[isLast ? "StepLast" : "StepRead"], IsDone: true, IsRead: true)
            {
                IsTold = !isLast,
            };
            return at + 1 < groups.Count ? On(step, groups[at + 1].Tasks[0]) : step;
        }

        private StepView On(StepView step, DoPart task) => step with
        {
            Way = PlainText.Shown(task.Button, MostText),
            WayUrl = place.Url(task.Host, task.Path),
            WayTask = lesson.NameOf(PlaceOf(task)),
        };

        private CheckPart? OpenOf(int at) => groups[at].Checks.FirstOrDefault(check => !IsMet(check));

        private bool IsMet(CheckPart check) => answers.Checks[check.Index].Outcome.IsMet;

        private int PlaceOf(LessonPart part) => 1 + lesson.Parts.TakeWhile(one => one != part).Count();

        private string BackTo(LessonPart part) =>
            place.LabUrl($"/lessons/{lesson.Slug}{(seat.Path.Length > 0 ? $"?path={seat.Path}" : "")}#{PartRenderer.IdOf(PlaceOf(part))}");
    }

    private static string HostOf(string page) => page.Split('/')[0];

    private static string WordsOf(IReadOnlyList<Block> blocks) => PlainText.Shown(
        string.Join(' ', blocks.OfType<ParagraphBlock>().Take(1).Select(block => LessonMarkdown.PlainText(block.Inline))), MostText);
}

/// <summary>How somebody reads a lesson.</summary>
/// <param name="Path">The path on which it is read, in minutes; empty for the whole course.</param>
/// <param name="Task">The task to which they went last; empty for none.</param>
public sealed record LessonPlace(string Path, string Task);
