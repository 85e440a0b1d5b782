using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using PixelLab.Web.Features.Lessons.Reading;

namespace PixelLab.Web.Features.Lessons.Steps;

/// <summary>Tasks of a lesson that are done one after the other with nothing to read between, and the checks that ask about them.</summary>
/// <param name="Tasks">The tasks; none where a lesson begins with a check.</param>
/// <param name="Checks">The checks; none where nobody but the reader knows whether it was done.</param>
/// <param name="IsAfterText">Whether there is something to read before it.</param>
public sealed record StepGroup(IReadOnlyList<DoPart> Tasks, IReadOnlyList<CheckPart> Checks, bool IsAfterText)
{
    /// <summary>The groups of a lesson, in order.</summary>
    public static IReadOnlyList<StepGroup> Of(Lesson lesson)
    {
        var groups = new List<StepGroup>();
        var hasText = false;
        LessonPart? last = null;
        foreach (var block in lesson.Document)
        {
            switch (block is CustomContainer container ? LessonPart.Of(container) : null)
            {
                case DoPart task when last is CheckPart || hasText || groups.Count == 0:
                    groups.Add(new StepGroup([task], [], hasText));
                    (last, hasText) = (task, false);
                    break;
                case DoPart task:
                    groups[^1] = groups[^1] with { Tasks = [.. groups[^1].Tasks, task] };
                    last = task;
                    break;
                case CheckPart { Index: >= 0 } check:
                    groups = groups.Count == 0 ? [new StepGroup([], [], hasText)] : groups;
                    groups[^1] = groups[^1] with { Checks = [.. groups[^1].Checks, check] };
                    (last, hasText) = (check, false);
                    break;
                case PredictPart or TeacherPart or CheckPart:
                    break;
                default:
                    hasText |= block is not HeadingBlock;
                    break;
            }
        }

        return groups;
    }

    /// <summary>The place among its tasks of the one that is done at a page; of several, the one to which somebody went, or the first after it; -1 for none.</summary>
    /// <param name="here">The page: the host's name, and the path there.</param>
    /// <param name="gone">The place of the task to which somebody went last; -1 where that is none of these.</param>
    public int TaskAt(string here, int gone)
    {
        var at = Enumerable.Range(0, Tasks.Count).Where(place => here == PageOf(Tasks[place])).ToList();
        return at.Count == 0 ? -1 : at.Exists(place => place >= gone) ? at.First(place => place >= gone) : at[^1];
    }

    /// <summary>Whether one of its tasks is done on a host.</summary>
    public bool IsOn(string host) => Tasks.Any(task => task.Host == host);

    private static string PageOf(DoPart task) => task.Host + task.Path.Split('?', '#')[0];
}
