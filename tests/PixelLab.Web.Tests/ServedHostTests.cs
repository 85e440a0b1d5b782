using System.Globalization;
using System.Net;
using PixelLab.Core.Town;
using PixelLab.Core.Vendors;
using PixelLab.Web.Addressing;
using PixelLab.Web.Sites;
using PixelLab.Web.Vendors;

namespace PixelLab.Web.Tests;

/// <summary>What the town's lists name is there: whoever serves it, and what pages show of it.</summary>
public sealed class ServedHostTests(SharedLab lab) : IClassFixture<SharedLab>
{
    public static TheoryData<string, string> Files => new(
    [
        .. TownSites.All.SelectMany(site => new (string, string)[]
        {
            (site.Name, $"/icons/{site.Name}.svg"), (site.Name, $"/css/{site.Name}.css"), ("lab", site.Picture),
        }),
    ]);

    [Fact]
    public void Every_site_and_every_vendor_on_the_lists_is_served_and_nobody_else()
    {
        Assert.Equal(TownSites.All.Select(site => site.Name).Order(), SiteHosts.All.Select(host => host.Name).Order());
        Assert.Equal(VendorList.All.Select(vendor => vendor.Name).Order(), VendorHosts.All.Select(host => host.Name).Order());
    }

    [Fact]
    public void No_two_hosts_of_the_town_have_one_port() => Assert.Distinct(Town.Hosts.Select(host => host.Place));

    [Theory]
    [InlineData("README.md", "`{0}")]
    [InlineData("lessons/deploying.md", "`{0}`")]
    public async Task The_guides_tell_of_every_site_and_every_vendor(string guide, string name)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Checkout.Folder, guide), TestContext.Current.CancellationToken);
        Assert.All(
            Town.Sites.Concat(Town.Vendors),
            host => Assert.Contains(string.Format(CultureInfo.InvariantCulture, name, host.Name), text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_site_has_its_sign_its_style_and_its_picture(string host, string path)
    {
        using var reply = await lab.Server.Http.GetAsync(lab.Server.Url(host, path), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    [Fact]
    public async Task Pages_bring_along_how_each_vendor_is_drawn()
    {
        foreach (var (host, path) in new[] { ("lab", "/panel"), ("shop", "/") })
        {
            var page = await lab.Server.Http.GetStringAsync(lab.Server.Url(host, path), TestContext.Current.CancellationToken);
            Assert.All(VendorList.All, vendor => Assert.Contains(vendor.Mark.Shape, page, StringComparison.Ordinal));
        }
    }
}
