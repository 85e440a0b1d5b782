using PixelLab.Core.Readings;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Broker;

namespace PixelLab.Core.Tests.Ads;

public sealed class MatchTableTests
{
    private readonly AdTown _town = new();

    [Fact]
    public void Each_company_learns_the_others_number()
    {
        _town.MatchesAtBroker("adnet", "aaaa", "brid=bbbb");
        _town.Hits("/match?partner=broker&id=bbbb", "anid=aaaa");

        var table = Table();

        Assert.Equal("aaaa", table.Find(BrokerWire.VendorName, "bbbb", AdnetWire.VendorName));
        Assert.Equal("bbbb", table.Find(AdnetWire.VendorName, "aaaa", BrokerWire.VendorName));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("broker")]
    [InlineData("")]
    public void Nobody_but_the_partner_is_matched_with(string partner)
    {
        _town.MatchesAtBroker(partner, "aaaa", "brid=bbbb");

        Assert.Empty(Table().All);
    }

    private MatchTable Table() => new MatchTable().AddAll(_town.Events);
}
