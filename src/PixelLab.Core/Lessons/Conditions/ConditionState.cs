using PixelLab.Core.Events;

namespace PixelLab.Core.Lessons.Conditions;

/// <summary>
/// A condition while events come in: a fold. Each event costs one look at each requirement, and what is kept of all
/// events is a few numbers a requirement.
/// </summary>
public sealed class ConditionState(Condition condition)
{
    private readonly RequirementState[][] _lines =
        [.. condition.Lines.Select(line => line.Alternatives.Select(requirement => new RequirementState(requirement)).ToArray())];

    /// <summary>Whether all lines hold.</summary>
    public bool IsMet => Array.TrueForAll(_lines, line => Array.Exists(line, requirement => requirement.Holds));

    /// <summary>Takes the next event.</summary>
    public void Add(LabEvent labEvent)
    {
        if (EventFacts.Of(labEvent) is not { } facts)
        {
            return;
        }

        foreach (var line in _lines)
        {
            foreach (var requirement in line)
            {
                requirement.Add(facts);
            }
        }
    }

    /// <summary>How things stand now.</summary>
    public ConditionOutcome Outcome()
    {
        var open = new List<OpenRequirement>();
        for (var i = 0; i < _lines.Length; i++)
        {
            if (!_lines[i].Any(requirement => requirement.Holds))
            {
                // Of alternatives, the one that came nearest says what to do; of equally near ones, the first.
                var nearest = _lines[i].MaxBy(requirement => requirement.Nearness)!;
                open.Add(new OpenRequirement(i, nearest.Requirement.Else ?? _lines[i][0].Requirement.Else, nearest.Miss()));
            }
        }

        return new ConditionOutcome(open.Count == 0, _lines.Length, open);
    }

    /// <summary>One requirement while events come in.</summary>
    private sealed class RequirementState(Requirement requirement)
    {
        private readonly bool[] _held = new bool[requirement.Selector.Where.Count];
        private readonly HashSet<string> _values = [];
        private int _count;
        private bool _sawBefore;
        private bool _sawAfter;
        private bool _isDuring;
        private bool _sawVisit;
        private bool _sawOutOfTime;
        private int _best = -1;
        private Comparison? _firstMissed;

        public Requirement Requirement => requirement;

        public bool Holds => requirement.Forbids
            ? _count == 0 && (requirement.Before is null ? _sawVisit && (requirement.After is null || _sawAfter) : _sawBefore)
            : _count >= requirement.Times;

        /// <summary>How near it came: fitting events first, then events that nearly fit.</summary>
        public int Nearness => _count > 0 && !requirement.Forbids ? 1_000_000 + _count : _sawOutOfTime ? 999_999 : _best;

        public void Add(EventFacts facts)
        {
            // What is counted came before this event's own effect on the bounds: a choice is not before itself.
            if (facts.Kind == requirement.Selector.Kind && IsInPlace(facts, requirement.Selector) && (requirement.During is null || _isDuring))
            {
                Take(facts);
            }

            if (requirement.During is { } during && facts.Kind == during.Kind)
            {
                _isDuring = IsAnchor(facts, during);
            }

            _sawBefore |= requirement.Before is { } before && IsAnchor(facts, before);
            var isAfter = requirement.After is { } after && IsAnchor(facts, after);
            if (facts.Kind == EventKind.Visit && (requirement.After is null || _sawAfter))
            {
                _sawVisit = true;
            }

            _sawAfter |= isAfter;
        }

        public NearestMiss Miss()
        {
            var selector = requirement.Selector;
            var miss = new NearestMiss(MissKind.NothingYet, selector, null, _count, requirement.Times);
            if (requirement.Forbids)
            {
                return miss with
                {
                    Kind = _count > 0 ? MissKind.ForbiddenCame
                        : requirement.Before is not null ? MissKind.WaitsForEvent
                        : requirement.After is not null && !_sawAfter ? MissKind.WaitsForEvent
                        : MissKind.WaitsForVisit,
                    Anchor = requirement.Before ?? requirement.After,
                };
            }

            return _count > 0 ? miss with { Kind = MissKind.TooFew }
                : _sawOutOfTime ? miss with
                {
                    Kind = requirement.Before is not null && _sawBefore ? MissKind.TooLate : MissKind.TooEarly,
                    Anchor = requirement.Before is not null && _sawBefore ? requirement.Before : requirement.After,
                }
                : _firstMissed is not null ? miss with { Kind = MissKind.DoesNotHold, Missed = _firstMissed }
                : miss;
        }

        private void Take(EventFacts facts)
        {
            var where = requirement.Selector.Where;
            var held = 0;
            for (var i = 0; i < where.Count; i++)
            {
                _held[i] = facts.Holds(where[i]);
                held += _held[i] ? 1 : 0;
            }

            if (held < where.Count)
            {
                if (held > _best)
                {
                    _best = held;
                    _firstMissed = where[Array.IndexOf(_held, false)];
                }

                return;
            }

            var inTime = !(requirement.Before is not null && _sawBefore) && !(requirement.After is not null && !_sawAfter);
            if (!inTime)
            {
                _sawOutOfTime = true;
            }
            else if (requirement.DifferingIn is null)
            {
                _count = Math.Min(_count + 1, int.MaxValue - 1);
            }
            else if (_count < requirement.Times && _values.Add(facts.ValueOf(requirement.DifferingIn)))
            {
                _count++;
            }
        }

        private static bool IsInPlace(EventFacts facts, Selector selector) =>
            (selector.Vendor is null || facts.Vendor == selector.Vendor) && (selector.Site is null || facts.Site == selector.Site);

        private static bool IsAnchor(EventFacts facts, Selector anchor) =>
            facts.Kind == anchor.Kind && IsInPlace(facts, anchor)
            && (anchor.Kind != EventKind.Consent || anchor.Where.Count > 0 || facts.IsAgreement)
            && anchor.Where.All(facts.Holds);
    }
}
