using PixelLab.Core.Events;
using PixelLab.Core.Lessons;
using PixelLab.Core.Readings;
using PixelLab.Core.Rules;

namespace PixelLab.Core.Tests.Lessons;

/// <summary>From when on what a lesson asks for counts.</summary>
public sealed class LessonReadingTests
{
    private const string Slug = "website-pixels";

    [Fact]
    public void What_was_done_before_a_lesson_was_opened_is_told_and_does_not_count()
    {
        var before = Answer("hit from metrics", Hit(1), Opened(2));
        Assert.False(before.Outcome.IsMet);
        Assert.True(before.WasMet);
        Assert.Null(before.MetBy);
        var after = Answer("hit from metrics", Hit(1), Opened(2), Hit(3), Hit(4));
        Assert.True(after.Outcome.IsMet);
        Assert.Equal(3, after.MetBy?.Id);
    }

    [Fact]
    public void Where_only_a_part_was_done_before_that_is_not_said_of_the_whole() =>
        Assert.False(Answer("hit from metrics\nhit from adnet", Hit(1), Opened(2)).WasMet);

    [Fact]
    public void That_it_was_done_before_is_said_of_the_whole_alone_and_until_something_of_it_comes_again()
    {
        Assert.True(Answer("2 hit from metrics", Hit(1), Hit(2), Opened(3)).WasMet);
        Assert.False(Answer("2 hit from metrics", Hit(1), Hit(2), Opened(3), Hit(4)).WasMet);
        Assert.False(Answer("hit from metrics\nhit from adnet", Hit(1), Opened(2), BuiltHit.OfAdnet("x=7") with { Id = 3 }).WasMet);
    }

    [Fact]
    public void In_a_seat_that_never_opened_it_everything_counts() =>
        Assert.Equal(1, Answer("hit from metrics", Hit(1), Set(2, SettingNames.Lesson, "another")).MetBy?.Id);

    [Fact]
    public void A_lesson_that_is_opened_again_goes_on_where_it_was()
    {
        var answer = Answer("hit from metrics", Opened(1), Hit(2), Set(3, SettingNames.Lesson, "another"), Opened(4));
        Assert.Equal(2, answer.MetBy?.Id);
        Assert.False(answer.WasMet);
    }

    [Fact]
    public void A_lesson_that_is_begun_anew_counts_from_then_on()
    {
        Assert.False(Answer("hit from metrics", Opened(1), Hit(2), Set(3, SettingNames.LessonAnew, Slug)).Outcome.IsMet);
        Assert.True(Answer("hit from metrics", Opened(1), Hit(2), Set(3, SettingNames.LessonAnew, "another")).Outcome.IsMet);
    }

    [Fact]
    public void How_the_switches_stood_at_the_opening_counts()
    {
        const string Condition = "setting where name = blocker and value = on";
        Assert.True(Answer(Condition, Set(1, SettingNames.Blocker, "on"), Opened(2)).Outcome.IsMet);
        Assert.False(Answer(Condition, Set(1, SettingNames.Blocker, "on"), Set(2, SettingNames.Blocker, ""), Opened(3)).Outcome.IsMet);
        Assert.True(Answer("hit after setting where name = blocker", Set(1, SettingNames.Blocker, "on"), Opened(2), Hit(3)).Outcome.IsMet);
    }

    [Fact]
    public void A_check_may_count_from_the_beginning()
    {
        var condition = Told.Condition("hit from metrics") with { CountsFromTheBeginning = true };
        var reading = new LessonReading(new LessonQuestions(Slug, [condition], []));
        reading.AddAll([Hit(1), Opened(2)]);
        Assert.True(reading.Answers().Checks[0].Outcome.IsMet);
        Assert.False(reading.Answers().Checks[0].WasMet);
    }

    [Fact]
    public void A_check_that_something_undid_is_met_by_nothing()
    {
        var answer = Answer("no hit from metrics", Opened(1), Told.Visit() with { Id = 2 }, Hit(3));
        Assert.False(answer.Outcome.IsMet);
        Assert.Null(answer.MetBy);
    }

    private static CheckAnswer Answer(string condition, params LabEvent[] events)
    {
        var reading = new LessonReading(new LessonQuestions(Slug, [Told.Condition(condition.Split('\n'))], []));
        reading.AddAll(events);
        return reading.Answers().Checks[0];
    }

    private static Hit Hit(long id) => BuiltHit.OfMetrics("x=7") with { Id = id };

    private static SettingChanged Opened(long id) => Set(id, SettingNames.Lesson, Slug);

    private static SettingChanged Set(long id, string name, string value) => new() { Id = id, At = BuiltHit.Noon, Name = name, Value = value };
}
