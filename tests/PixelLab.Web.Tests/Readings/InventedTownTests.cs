using PixelLab.Core.Reports;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Tests.Readings;

public sealed class InventedTownTests
{
    [Fact]
    public async Task However_many_ask_the_town_is_walked_once_for_each_reading()
    {
        var town = new InventedTown();

        var asked = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => town.ReadAsync<CampaignReport>()));

        Assert.Single(asked.Distinct());
    }
}
