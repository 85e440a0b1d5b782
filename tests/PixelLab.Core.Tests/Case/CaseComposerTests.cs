using PixelLab.Core.Case;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Vendors.Invented;

namespace PixelLab.Core.Tests.Case;

public sealed class CaseComposerTests
{
    private static readonly List<CasePlan> All = [.. Enumerable.Range(1, CaseComposer.Most).Select(CaseComposer.Of)];

    [Fact]
    public void Every_number_makes_a_whole_case() => Assert.All(All, plan =>
    {
        Assert.Equal(InventedWire.All.Select(wire => wire.Name).Order(), plan.Companies.Select(company => company.Wire.Name).Order());
        Assert.Equal(Enum.GetValues<CaseRole>(), plan.Companies.Select(company => company.Role).Order());
        Assert.Equal(Enum.GetValues<TiedBy>(), plan.Ties.Order());
        Assert.Equal([0, 1, 2, 3], plan.Goods.Select(good => good.Place).Order());
        Assert.Distinct(plan.Goods.Select(good => good.Slug));
        Assert.All(plan.Goods, good => Assert.Same(good, plan.Find(good.Slug)));
        Assert.InRange(plan.Colours, 0, CaseComposer.Palettes - 1);
        Assert.NotNull(CaseText.Words.English($"Shop.{plan.Trade}.{plan.Name}"));
    });

    [Fact]
    public void A_number_makes_the_same_case_each_time() =>
        Assert.Equal(Told(CaseComposer.Of(4711)), Told(CaseComposer.Of(4711)));

    [Fact]
    public void Cases_differ_in_who_is_told_what_and_not_in_names_alone() => Assert.True(All.Select(Told).Distinct().Count() > 1000);

    /// <summary>A name, a place in the list or a place among the options would else be a hint.</summary>
    [Fact]
    public void No_name_and_no_place_gives_a_role_or_a_tie_away()
    {
        var share = All.Count / 4;
        foreach (var role in Enum.GetValues<CaseRole>())
        {
            Assert.All(InventedWire.All, wire => Assert.InRange(All.Count(plan => plan.Of(role).Wire == wire), share * 0.8, share * 1.2));
            Assert.All(Enumerable.Range(0, 4), place => Assert.InRange(All.Count(plan => plan.Companies[place].Role == role), share * 0.8, share * 1.2));
        }

        foreach (var tie in Enum.GetValues<TiedBy>())
        {
            Assert.All(Enumerable.Range(0, 4), place => Assert.InRange(All.Count(plan => plan.Ties[place] == tie), share * 0.8, share * 1.2));
        }
    }

    [Fact]
    public void Nothing_that_can_be_chosen_is_much_longer_than_the_rest()
    {
        var lengths = Enum.GetValues<TiedBy>().Select(tie => CaseText.Words.English($"Tie.{tie}")!.Length).ToList();
        Assert.True(lengths.Max() < 1.5 * lengths.Average(), string.Join(' ', lengths));
        Assert.All(Enum.GetValues<CaseFact>(), fact => Assert.NotNull(CaseText.Words.English($"Fact.{fact}")));
    }

    [Fact]
    public void Seats_have_cases_of_their_own()
    {
        var numbers = Enumerable.Range(0, 300).Select(seat => CaseComposer.NumberOf(SeatId.TryParse($"seat{seat}", out var id) ? id : SeatId.Default)).ToList();
        Assert.All(numbers, number => Assert.InRange(number, 1, CaseComposer.Most));
        Assert.True(numbers.Distinct().Count() > 280);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("9999", 9999)]
    [InlineData("0", null)]
    [InlineData("10000", null)]
    [InlineData("-5", null)]
    [InlineData("", null)]
    [InlineData("<b>", null)]
    public void A_number_is_read_and_nothing_else(string text, int? number) => Assert.Equal(number, CaseComposer.Parse(text));

    private static string Told(CasePlan plan) => string.Join(' ', plan.Companies.OrderBy(company => company.Wire.Name, StringComparer.Ordinal)
        .Select(company => $"{company.Role}{company.UsesScript}{company.KeepsCookie}{company.TellsGood}{company.TellsCost}{company.TellsCode}"));
}
