using PixelLab.Core.Lessons.Conditions;

namespace PixelLab.Core.Tests.Lessons;

/// <summary>What a mistake in a condition says, and where.</summary>
public sealed class ConditionGrammarTests
{
    public static TheoryData<string, int, string> Mistakes => new()
    {
        { "hitting adnet", 1, "a kind of event" },
        { "no", 3, "a kind of event" },
        { "hit from nobody", 10, "a vendor: " },
        { "hit on adnet", 8, "a site: shop, news, mail" },
        { "visit from adnet", 7, "has no vendor" },
        { "setting on shop", 9, "has no site" },
        { "hit where", 10, "a field" },
        { "hit where colour = red", 11, "‘colour’ is no field of ‘hit’" },
        { "visit where event = x", 13, "Its fields are: site, page, title" },
        { "hit where event view_item", 17, "=, !=, >=" },
        { "hit where event =", 18, "a value" },
        { "hit where query. = 1", 11, "is no field" },
        { "hit where cookie eaten", 18, "‘sent’, ‘set’ or ‘none’" },
        { "hit where query.x >= many", 22, "‘many’ is none" },
        { "hit where event = \"open", 19, "never closed" },
        { "hit from adnet please", 16, "the end of the line" },
        { "hit where event = a and", 24, "a field" },
        { "hit where event = a b", 21, "the end of the line" },
        { "hit before", 11, "a kind of event" },
        { "hit before consent before visit", 20, "the end of the line" },
        { "hit during setting", 12, "‘experiment’ after ‘during’" },
        { "2 hit differing page", 17, "‘differing in page’" },
        { "2 hit differing in title", 20, "‘differing in page’" },
        { "hit differing in page", 5, "after a number ‘differing’" },
        { "0 hit", 1, "from 1 to 1000" },
        { "99999999999 hit", 1, "from 1 to 1000" },
        { "or hit", 1, "on the line before it" },
        { "else: do", 1, "below the requirement" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_says_where_it_is_and_what_would_be_right(string line, int column, string words)
    {
        var parsed = Told.Parse(line);
        Assert.Null(parsed.Value);
        var problem = Assert.Single(parsed.Problems);
        Assert.Contains(words, problem.Text, StringComparison.Ordinal);
        Assert.Equal((1, column), (problem.Line, problem.Column));
    }

    [Fact]
    public void Every_mistake_is_told_with_its_line() =>
        Assert.Equal([1, 3], Told.Parse("hit from nobody", "hit from adnet", "hit on nowhere").Problems.Select(problem => problem.Line));

    [Fact]
    public void A_mistake_is_told_once_also_where_its_else_follows() =>
        Assert.Equal(2, Assert.Single(Told.Parse("hit", "or hit from nobody", "else: x", "else: y").Problems).Line);

    [Fact]
    public void Kinds_may_stand_in_the_plural() =>
        Assert.Equal(2, Told.Condition("2 hits from adnet").Lines[0].Alternatives[0].Times);

    [Fact]
    public void A_condition_with_nothing_in_it_is_a_mistake()
    {
        Assert.Single(Told.Parse().Problems);
        Assert.Single(Told.Parse("", "   ").Problems);
    }

    [Fact]
    public void Signs_need_no_spaces_and_values_may_stand_in_quotes()
    {
        var where = Told.Condition("hit where event=view_item and query.q=\"a and b\"").Lines[0].Alternatives[0].Selector.Where;
        Assert.Equal(["view_item", "a and b"], where.Select(one => one.Value));
    }

    [Fact]
    public void There_are_at_most_twenty_requirements()
    {
        string[] lines = [.. Enumerable.Repeat("hit from adnet", ConditionLimits.Requirements)];
        Assert.Empty(Told.Parse(lines).Problems);
        Assert.Contains("at most 20", Assert.Single(Told.Parse([.. lines, "or hit"]).Problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_at_most_two_hundred_comparisons()
    {
        var line = "hit where " + string.Join(" and ", Enumerable.Repeat("event = a", 21));
        Assert.Empty(Told.Parse(line).Problems);
        Assert.Contains("at most 200", Assert.Single(Told.Parse([.. Enumerable.Repeat(line, 10)]).Problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_are_bounded_in_length_and_number()
    {
        Assert.Contains("at most 500", Assert.Single(Told.Parse("hit where event = " + new string('a', 500)).Problems).Text, StringComparison.Ordinal);
        Assert.Contains("at most 100 lines", Assert.Single(Told.Parse([.. Enumerable.Repeat("else: x", 101)]).Problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_selector_alone_is_read_as_well()
    {
        var parser = new ConditionParser(Told.Sites);
        Assert.Equal("metrics", parser.ParseSelector(new SourceLine(1, "hit from metrics where event = page_view")).Value!.Vendor);
        Assert.Equal(18, Assert.Single(parser.ParseSelector(new SourceLine(1, "hit from metrics before consent")).Problems).Column);
    }
}
