using PixelLab.Core.Events;
using PixelLab.Core.Lessons.Conditions;
using PixelLab.Core.Readings;
using PixelLab.Core.Rules;

namespace PixelLab.Core.Lessons;

/// <summary>What of a seat's events a lesson asks for.</summary>
/// <param name="Lesson">The lesson's slug, by which the seat's events tell when it was opened.</param>
/// <param name="Checks">The conditions of its checks and guesses, in order.</param>
/// <param name="Watches">The events that its live panels and explained hits show, in order.</param>
public sealed record LessonQuestions(string Lesson, IReadOnlyList<Condition> Checks, IReadOnlyList<Watch> Watches);

/// <summary>The newest events of a sort.</summary>
/// <param name="Selector">Which events.</param>
/// <param name="Most">How many are kept.</param>
public sealed record Watch(Selector Selector, int Most);

/// <summary>How a lesson's questions stand.</summary>
/// <param name="Checks">How each condition stands, in order.</param>
/// <param name="Watches">Each watch's events, oldest first, in order.</param>
public sealed record LessonAnswers(IReadOnlyList<CheckAnswer> Checks, IReadOnlyList<IReadOnlyList<LabEvent>> Watches);

/// <summary>How a condition of a lesson stands.</summary>
/// <param name="Outcome">How it stands since the lesson was opened, or from the first event on where it counts from there.</param>
/// <param name="WasMet">Whether the whole of it held before the lesson was opened, which does not count, and nothing of it has come since.</param>
/// <param name="MetBy">The event with which it was met; null while it is open.</param>
public sealed record CheckAnswer(ConditionOutcome Outcome, bool WasMet, LabEvent? MetBy);

/// <summary>
/// Answers a lesson's questions from a seat's events. What is asked to be done counts from when the lesson was opened, so that nothing is ticked by
/// what an earlier lesson asked for; how the switches stood then counts, for nobody turns a switch to where it stands. In a seat that never
/// opened the lesson, everything counts.
/// </summary>
public sealed class LessonReading(LessonQuestions questions) : Reading
{
    private readonly Check[] _checks = [.. questions.Checks.Select(check => new Check(check))];
    private readonly Queue<LabEvent>[] _newest = [.. questions.Watches.Select(_ => new Queue<LabEvent>())];
    private readonly List<SettingChanged> _switches = [];
    private bool _isOpened;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        if (labEvent is SettingChanged changed)
        {
            if (changed.Value == questions.Lesson && (changed.Name == SettingNames.LessonAnew || (changed.Name == SettingNames.Lesson && !_isOpened)))
            {
                Open();
            }

            _switches.RemoveAll(one => one.Name == changed.Name);
            if (changed.Value.Length > 0 && Switches.Has(changed.Name))
            {
                _switches.Add(changed);
            }
        }

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
        [.. _checks.Select(check => check.Answer())], [.. _newest.Select(newest => newest.ToArray())]);

    private void Open()
    {
        _isOpened = true;
        foreach (var check in _checks)
        {
            check.BeginAnew(_switches);
        }
    }

    private sealed class Check(Condition condition)
    {
        private ConditionState _state = new(condition);
        private bool _wasMet;
        private (int Open, int Came) _atOpening;
        private LabEvent? _metBy;

        public void Add(LabEvent labEvent)
        {
            _state.Add(labEvent);
            _metBy = _state.IsMet ? _metBy ?? labEvent : null;
        }

        public void BeginAnew(IEnumerable<SettingChanged> switches)
        {
            if (condition.CountsFromTheBeginning)
            {
                return;
            }

            _wasMet |= _state.IsMet;
            _state = new ConditionState(condition);
            _metBy = null;
            foreach (var changed in switches)
            {
                Add(changed);
            }

            _atOpening = ProgressOf(_state.Outcome());
        }

        public CheckAnswer Answer()
        {
            var outcome = _state.Outcome();
            return new(outcome, _wasMet && !outcome.IsMet && ProgressOf(outcome) == _atOpening, _metBy);
        }

        private static (int Open, int Came) ProgressOf(ConditionOutcome outcome) => (outcome.Open.Count, outcome.Open.Sum(line => line.Nearest.Came));
    }
}
