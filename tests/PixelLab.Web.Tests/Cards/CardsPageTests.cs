namespace PixelLab.Web.Tests.Cards;

/// <summary>The page of what each company was told, as a browser without scripts has it.</summary>
public sealed class CardsPageTests(SharedLab lab) : IClassFixture<SharedLab>
{
    [Fact]
    public async Task Each_thing_stands_with_the_request_that_told_it_and_says_nothing_of_its_own()
    {
        var seat = await Seat.NewAsync(lab.Server);
        Assert.Contains("No company has been told anything yet.", await PageAsync(seat), StringComparison.Ordinal);

        await seat.HitAsync("?en=page_view&dt=" + Uri.EscapeDataString("<img src=x onerror=alert(1)>") + "&dl=" + Uri.EscapeDataString(lab.Server.Url("shop", "/shoes/3")));
        var page = await PageAsync(seat);
        var hit = (await seat.EventsAsync())[^1].GetProperty("id").GetInt64();
        Assert.Contains("What Metrics was told", page, StringComparison.Ordinal);
        Assert.Contains($"/panel?hit={hit}\"", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.Contains("data-tied=\"Nothing\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_seats_page_tells_nothing_of_another_seat()
    {
        var seat = await Seat.NewAsync(lab.Server);
        await seat.HitAsync("?en=page_view&dt=Mine");
        Assert.DoesNotContain("Mine", await PageAsync(await Seat.NewAsync(lab.Server)), StringComparison.Ordinal);
    }

    private Task<string> PageAsync(Seat seat) =>
        lab.Server.Http.GetStringAsync(lab.Server.Url("lab", $"/~{seat.Name}/known"), TestContext.Current.CancellationToken);
}
