using PixelLab.Core.Yours.Known;

namespace PixelLab.Core.Tests.Yours;

/// <summary>Whose name a host has, by the Public Suffix List.</summary>
public sealed class RegistrableDomainTests
{
    [Theory]
    [InlineData("px.ads.example.com", "example.com")]
    [InlineData("example.com", "example.com")]
    [InlineData("shop.example.co.uk", "example.co.uk")]
    [InlineData("A.B.Example.CO.UK", "example.co.uk")]
    [InlineData("somebody.github.io", "somebody.github.io")]
    [InlineData("x.somebody.github.io", "somebody.github.io")]
    [InlineData("a.b.c.kawasaki.jp", "b.c.kawasaki.jp")]
    [InlineData("a.city.kawasaki.jp", "city.kawasaki.jp")]
    [InlineData("www.食狮.公司.cn", "xn--85x722f.xn--55qx5d.cn")]
    [InlineData("www.xn--85x722f.xn--55qx5d.cn", "xn--85x722f.xn--55qx5d.cn")]
    [InlineData("a.shop.nobodys-suffix", "shop.nobodys-suffix")]
    public void A_host_belongs_to_the_name_that_somebody_registered(string host, string domain) => Assert.Equal(domain, RegistrableDomain.Of(host));

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("co.uk")]
    [InlineData("203.0.113.7")]
    [InlineData("[2001:db8::1]")]
    [InlineData("2001:db8::1")]
    [InlineData("a..b")]
    [InlineData(".")]
    public void What_nobody_can_register_is_what_it_is(string host) => Assert.Equal(host, RegistrableDomain.Of(host));
}
