using System.Text.RegularExpressions;
using PixelLab.Core.Languages;
using PixelLab.Core.Rules.Blocking;
using PixelLab.Core.Town;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Invented;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Tests.Vendors;

/// <summary>What a vendor or a site on the lists may not leave out. Words for its parameters and cookies are asked for in <c>WordFileTests</c>.</summary>
public sealed partial class VendorListTests
{
    public static TheoryData<string> Names => [.. VendorList.All.Select(vendor => vendor.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_vendor_says_in_a_sentence_what_it_does(string name)
    {
        var does = Vendor(name).Does(Language.English);
        Assert.True(does is [.., '.'] && does != "Does" && char.IsLower(does[0]), $"{name} has no words ‘Does’ that go on after its name: {does}");
        Assert.NotEmpty(Vendor(name).Title);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_vendor_can_be_drawn_and_told_from_the_others(string name)
    {
        var mark = Vendor(name).Mark;
        Assert.Matches(Colour(), mark.Light);
        Assert.Matches(Colour(), mark.Dark);
        Assert.Matches(Shape(), mark.Shape);
        Assert.All(VendorList.All.Where(other => other.Name != name), other =>
        {
            Assert.NotEqual(mark.Light, other.Mark.Light);
            Assert.NotEqual(mark.Dark, other.Mark.Dark);
            Assert.NotEqual(mark.Shape, other.Mark.Shape);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_vendor_discloses_what_it_is_for_and_each_of_its_cookies(string name)
    {
        var vendor = Vendor(name);
        Assert.Contains(vendor.Disclosure.Purpose, Purposes.All);
        Assert.EndsWith(".", vendor.Disclosure.WhatFor(Language.English), StringComparison.Ordinal);
        Assert.NotEmpty(vendor.Disclosure.Sends);
        Assert.All(vendor.Disclosure.Sends, name => Assert.NotNull(vendor.Words.English($"Policy.Sent.{name}")));
        Assert.All(vendor.Disclosure.Cookies, cookie => Assert.NotNull(vendor.Words.English($"Policy.Cookie.{cookie.Word}")));
        Assert.All(vendor.Disclosure.Cookies, cookie => Assert.NotNull(vendor.Words.English($"Policy.ReadBy.{cookie.Word}")));
        Assert.All(vendor.Cookies, cookie => Assert.Contains(vendor.Disclosure.Cookies, disclosed => disclosed.Name == cookie.Name));
    }

    /// <summary>But for those of the case, which each case gives another part.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_vendor_is_declared_by_a_site(string name) => Assert.True(Vendor(name) is InventedWire || TownSites.All.Any(site => site.Carries.Contains(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_vendor_is_stopped_by_rules_that_the_blocker_can_read(string name) =>
        Assert.All(Vendor(name).BlockRules, rule => Assert.NotNull(BlockRule.Parse(rule)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_vendor_that_matches_cookies_names_a_partner_that_names_it_too(string name)
    {
        if (Vendor(name).Match is { } match)
        {
            var partners = VendorList.Find(match.Partner)?.Match;
            Assert.Equal(name, partners?.Partner);
            Assert.NotEqual(match.Starts, partners?.Starts);
        }
    }

    [Fact]
    public void Nobody_has_a_name_or_a_place_of_another()
    {
        (string Name, int Place)[] hosts =
            [.. TownSites.All.Select(site => (site.Name, site.Place)), .. VendorList.All.Select(vendor => (vendor.Name, vendor.Place))];
        Assert.Distinct(hosts.Select(host => host.Name));
        Assert.Distinct(hosts.Select(host => host.Place));
    }

    [Fact]
    public void A_site_says_what_there_is_to_see_and_carries_vendors_of_the_list() => Assert.All(TownSites.All, site =>
    {
        Assert.EndsWith(".", site.About, StringComparison.Ordinal);
        Assert.All(site.Carries, vendor => Assert.NotNull(VendorList.Find(vendor)));
    });

    private static IVendorWire Vendor(string name) => VendorList.Find(name)!;

    [GeneratedRegex("^#[0-9a-f]{6}$")]
    private static partial Regex Colour();

    [GeneratedRegex("^M[-MmLlHhVvAaZz0-9 .]+$")]
    private static partial Regex Shape();
}
