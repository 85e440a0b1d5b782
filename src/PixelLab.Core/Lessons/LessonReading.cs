using PixelLab.Core.Events;
using PixelLab.Core.Lessons.Conditions;
using PixelLab.Core.Readings;

namespace PixelLab.Core.Lessons;

/// <summary>What of a seat's events a lesson asks for.</summary>
/// <param name="Checks">The conditions of its checks, in order.</param>
/// <param name="Watches">The events that its live panels and explained hits show, in order.</param>
public sealed record LessonQuestions(IReadOnlyList<Condition> Checks, IReadOnlyList<Watch> Watches);

/// <summary>The newest events of a sort.</summary>
/// <param name="Selector">Which events.</param>
/// <param name="Most">How many are kept.</param>
public sealed record Watch(Selector Selector, int Most);

/// <summary>How a lesson's questions stand.</summary>
/// <param name="Checks">Each check's outcome, in order.</param>
/// <param name="Watches">Each watch's events, oldest first, in order.</param>
public sealed record LessonAnswers(IReadOnlyList<ConditionOutcome> Checks, IReadOnlyList<IReadOnlyList<LabEvent>> Watches);

/// <summary>Answers a lesson's questions from a seat's events.</summary>
public sealed class LessonReading(LessonQuestions questions) : Reading
{
    private readonly ConditionState[] _checks = [.. questions.Checks.Select(check => new ConditionState(check))];
    private readonly Queue<LabEvent>[] _newest = [.. questions.Watches.Select(_ => new Queue<LabEvent>())];

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        foreach (var check in _checks)
        {
            check.Add(labEvent);
        }

        for (var i = 0; i < _newest.Length; i++)
        {
            var watch = questions.Watches[i];
            if (!Selectors.Fits(watch.Selector, labEvent))
            {
                continue;
            }

            _newest[i].Enqueue(labEvent);
            if (_newest[i].Count > watch.Most)
            {
                _newest[i].Dequeue();
            }
        }
    }

    /// <summary>How things stand now; it stays as it is.</summary>
    public LessonAnswers Answers() => new(
        [.. _checks.Select(check => check.Outcome())], [.. _newest.Select(newest => newest.ToArray())]);
}
