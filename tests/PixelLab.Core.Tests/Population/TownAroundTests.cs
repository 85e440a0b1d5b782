using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Population;
using PixelLab.Core.Readings;
using PixelLab.Core.Reports;
using PixelLab.Core.Reports.Sheets;

namespace PixelLab.Core.Tests.Population;

/// <summary>Reports with invented people around one visitor.</summary>
public sealed class TownAroundTests
{
    private static readonly PopulationPlan Town = new() { People = 80, Days = 2, Seed = 5, CookiesBlocked = 0, LeavesCart = 0.2 };

    private static readonly Lazy<IReadOnlyList<Happening>> Walked = new(() => [.. new PopulationWalk(Town, Inhabitants.Of(Town)).Days()]);

    private static readonly Lazy<NaiveReports> Around = new(() => new NaiveReports().AddAll(TownAround.Events()));

    public static TheoryData<string> Reports => [.. ReportList.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Reports))]
    public void Two_halves_of_a_town_counted_together_are_the_whole(string name)
    {
        var entry = ReportList.Find(name)!;
        var (some, others, all) = (new NaiveReports(), new NaiveReports(), new NaiveReports());
        foreach (var happening in Walked.Value)
        {
            (happening.Person % 2 == 0 ? some : others).Add(happening.Event);
            all.Add(happening.Event);
        }

        var together = some.Sheet(entry, Lens.CookieOnly, others);
        var whole = all.Sheet(entry, Lens.CookieOnly);

        Assert.Equal(whole.Headline, together.Headline);
        Assert.Equal(whole.Tables.SelectMany(Values), together.Tables.SelectMany(Values));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Being_asked_for_beside_somebody_changes_nothing_in_the_others(string name)
    {
        var entry = ReportList.Find(name)!;
        var others = new NaiveReports();
        foreach (var happening in Walked.Value)
        {
            others.Add(happening.Event);
        }

        var before = others.Sheet(entry, Lens.Both).Tables.SelectMany(Values).ToList();
        new NaiveReports().Sheet(entry, Lens.Both, others);
        new NaiveReports().Sheet(entry, Lens.Both, others);

        Assert.Equal(before, others.Sheet(entry, Lens.Both).Tables.SelectMany(Values));
    }

    [Fact]
    public void The_visitors_part_of_a_number_is_said_and_nothing_but_it_can_be_opened()
    {
        var entry = ReportList.Find("pages")!;
        var (own, others) = (new NaiveReports(), new NaiveReports());
        var visitor = Walked.Value.First(happening => happening.Event is Hit { Vendor: "metrics", Site: "shop" }).Person;
        foreach (var happening in Walked.Value)
        {
            (happening.Person == visitor ? own : others).Add(happening.Event);
        }

        var mine = own.Sheet(entry, Lens.Both);
        var sheet = own.Sheet(entry, Lens.Both, others);

        Assert.Equal(mine.Summary, sheet.Yours);
        Assert.Contains(sheet.Tables[0].Rows, row => row.Cells[0].Yours is null && row.Cells[0].Value > 0 && row.Cells[0].Behind.Count == 0);
        var row = mine.Tables[0].Rows[0];
        var marked = sheet.Find("pages", row.Key, "views")!.Value.Cell;
        Assert.Equal(row.Cells[0].Value, marked.Yours);
        Assert.Equal(row.Cells[0].Behind.Events, marked.Behind.Events);
        Assert.True(marked.Value > marked.Yours);
    }

    [Fact]
    public void The_people_around_are_the_same_each_time_and_their_events_are_told_from_those_of_a_log()
    {
        var once = TownAround.Events().Take(2_000).ToList();

        Assert.All(once, one => Assert.True(TownAround.IsTheirs(one.Id)));
        Assert.False(TownAround.IsTheirs(int.MaxValue));
        Assert.Equal(once.Select(Written), TownAround.Events().Take(2_000).Select(Written));

        static string Written(LabEvent one) => $"{one.Id} {one.At:O} {(one as Hit)?.Request.Head}";
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Every_report_of_the_people_around_has_something_to_show(string name)
    {
        var sheet = Around.Value.Sheet(ReportList.Find(name)!, Lens.Both);

        Assert.True(sheet.HasAnything);
        Assert.NotNull(sheet.Headline.Value);
    }

    private static IEnumerable<string> Values(ReportTable table) => table.Rows
        .SelectMany(row => row.Cells.Select((cell, place) => $"{table.Key} {row.Key} {table.Columns[place].Key} {cell.Value}"))
        .Order(StringComparer.Ordinal);
}
