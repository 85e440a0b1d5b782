using CsCheck;
using PixelLab.Core.Events;
using PixelLab.Core.Lessons.Conditions;

namespace PixelLab.Core.Tests.Lessons;

/// <summary>What holds of every condition and every list of events.</summary>
public sealed class ConditionProperties
{
    private static readonly Gen<string> Word = OneOf(
        "hit", "visit", "consent", "missing", "no", "or", "2", "0", "from", "on", "to", "of", "adnet", "metrics", "shop", "nobody", "where", "and",
        "before", "after", "event", "cookie", "sent", "none", "query.x", "header.", "=", "!=", ">=", "contains", "present", "\"", "\"a b\"", "view_item",
        "else:", "\u0000", "🦊", "<script>", "{0}", "\t");

    private static readonly Gen<string> Line =
        Gen.OneOf(Word.Array[0, 12].Select(words => string.Join(' ', words)), Gen.String[0, 600]);

    private static readonly Gen<string> Comparison = OneOf(
        "event = page_view", "cookie sent", "cookie none", "query.x present", "query.x absent", "method != GET", "query.x >= 3", "page contains s");

    private static readonly Gen<string> HitLine = Gen.Select(
        OneOf("", "2 ", "no "), OneOf("", " from adnet", " from metrics", " on shop"), Comparison.Array[0, 3],
        OneOf("", " before consent", " after consent", " after visit on shop"),
        (how, place, where, bound) => $"{how}hit{place}{(where.Length > 0 ? " where " + string.Join(" and ", where) : "")}{bound}");

    private static readonly Gen<LabEvent> Event = Gen.OneOf(
        Gen.Int[0, 5].Select(x => (LabEvent)BuiltHit.OfMetrics($"en=page_view&x={x}")),
        Gen.Int[0, 5].Select(x => (LabEvent)BuiltHit.OfAdnet($"x={x}").WithHeader("Cookie", "uid=1")),
        Gen.Const((LabEvent)BuiltHit.OfAdnet()),
        Gen.Const((LabEvent)Told.Visit()),
        Gen.Const((LabEvent)Told.Consent()),
        Gen.Const((LabEvent)Told.Consent("advertising")),
        Gen.Const((LabEvent)Told.Missing(MissingReason.Blocked)),
        Gen.Const((LabEvent)Told.Setting("blocker", "on")));

    [Fact]
    public void Any_text_is_a_condition_or_has_problems_with_a_place_in_it() => Line.Array[0, 30].Sample(lines =>
    {
        var parsed = Told.Parse(lines);
        Assert.Equal(parsed.Value is null, parsed.Problems.Count > 0);
        Assert.All(parsed.Problems, problem =>
        {
            Assert.InRange(problem.Line, 1, Math.Max(1, lines.Length));
            Assert.InRange(problem.Column, 1, 1 + (lines.Length == 0 ? 0 : lines.Max(line => line.Length)));
            Assert.NotEmpty(problem.Text);
        });
        if (parsed.Value is { } condition)
        {
            Assert.All(condition.Lines, line => Assert.NotEmpty(line.Alternatives));
        }
    });

    [Fact]
    public void What_is_met_has_nothing_open_and_what_is_open_is_told() => Gen.Select(HitLine.Array[1, 5], Event.Array[0, 30]).Sample((lines, events) =>
    {
        var outcome = Told.Outcome(Told.Condition(lines), events);
        Assert.Equal(outcome.IsMet, outcome.Open.Count == 0);
        Assert.All(outcome.Open, open => Assert.InRange(open.Index, 0, outcome.Lines - 1));
    });

    [Fact]
    public void A_condition_of_many_lines_holds_exactly_when_each_line_does() => Gen.Select(HitLine.Array[1, 5], Event.Array[0, 30]).Sample((lines, events) =>
        Assert.Equal(lines.All(line => Told.IsMet(line, events)), Told.Outcome(Told.Condition(lines), events).IsMet));

    [Fact]
    public void A_line_with_alternatives_holds_exactly_when_one_does() => Gen.Select(HitLine.Array[1, 5], Event.Array[0, 30]).Sample((lines, events) =>
        Assert.Equal(
            lines.Any(line => Told.IsMet(line, events)),
            Told.Outcome(Told.Condition([lines[0], .. lines[1..].Select(line => "or " + line)]), events).IsMet));

    [Fact]
    public void What_was_met_without_a_no_stays_met() => Gen.Select(HitLine, Event.Array[0, 20], Event.Array[0, 20]).Sample((line, events, more) =>
        Assert.True(line.StartsWith("no", StringComparison.Ordinal) || !Told.IsMet(line, events) || Told.IsMet(line, [.. events, .. more])));

    [Fact]
    public void It_agrees_with_counting_by_hand() => Gen.Select(Gen.Int[1, 6], Event.Array[0, 30]).Sample((times, events) =>
        Assert.Equal(
            events.OfType<Hit>().Count(hit => hit.Vendor == "adnet" && hit.Request.Cookies.Count > 0) >= times,
            Told.IsMet($"{times} hit from adnet where cookie sent", events)));

    [Fact]
    public void What_a_comparison_prints_reads_back_as_the_same() =>
        Gen.String[Gen.Char.AlphaNumeric, 0, 20].Sample(value =>
        {
            var comparison = new Comparison("event", ComparisonOperator.Is, value + " and " + value);
            Assert.Equal(comparison, Told.Condition($"hit where {comparison}").Lines[0].Alternatives[0].Selector.Where[0]);
        });

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
