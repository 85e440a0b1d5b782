using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Core.Yours;
using PixelLab.Core.Yours.Known;

namespace PixelLab.Core.Tests.Yours;

/// <summary>The file of each vendor says what it has to, and reads the examples that it brings.</summary>
public sealed class KnownVendorTests
{
    public static TheoryData<string> Names => [.. KnownVendors.All.Select(vendor => vendor.Name)];

    [Fact]
    public void There_are_sixty_at_least_and_each_has_a_name_of_its_own()
    {
        Assert.InRange(KnownVendors.All.Count, 60, int.MaxValue);
        Assert.Distinct(KnownVendors.All.Select(vendor => vendor.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_vendor_says_whose_it_is_what_it_does_and_where_that_stands(string name)
    {
        var vendor = KnownVendors.Find(name)!;
        Assert.NotEmpty(vendor.Owner);
        Assert.Contains(vendor.Category, VendorCategories.All);
        Assert.EndsWith(".", vendor.About, StringComparison.Ordinal);
        Assert.True(Uri.TryCreate(vendor.Source, UriKind.Absolute, out var source) && source.Scheme == "https", vendor.Source);
        Assert.InRange(vendor.Read, new DateOnly(2026, 1, 1), new DateOnly(2040, 1, 1));
        Assert.NotEmpty(vendor.Recognise);
        Assert.All(vendor.Recognise, sign => Assert.True(sign.Hosts.Count + sign.Paths.Count + sign.With.Count > 0));
        Assert.NotEmpty(vendor.Examples);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_parameter_and_cookie_has_words_a_control_and_is_described_once(string name)
    {
        var vendor = KnownVendors.Find(name)!;
        HaveWords(vendor.Parameters);
        HaveWords(vendor.Cookies);
    }

    [Fact]
    public void What_is_known_everywhere_has_words_a_control_and_is_described_once() => HaveWords(KnownVendors.Anywhere);

    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_is_recognised_as_that_vendor_alone_and_its_fields_are_found(string name)
    {
        var vendor = KnownVendors.Find(name)!;
        Assert.All(vendor.Examples, example =>
        {
            var request = new BroughtRequest(example.Body is null ? "GET" : "POST", example.Url, [], example.Body, "");
            var explained = RequestReader.Explain(request, Language.English);
            Assert.Equal(vendor.Name, explained.Vendor);
            Assert.Equal(vendor.Owner, explained.Owner);
            Assert.Equal(example.Event, explained.Event);
            Assert.All(example.Fields, field => Assert.Contains(explained.Fields, one => one.Field == field.Key && one.Value == field.Value));
            Assert.All(example.Fields.Keys, field => Assert.DoesNotContain(KnownText.Words.English("Unknown")!, explained.Fields.First(one => one.Field == field).Meaning));
            var address = BroughtAddress.Read(example.Url);
            var claiming = KnownVendors.Claiming(address.Host, address.Path, RequestParts.Of(address, example.Body, null).All);
            Assert.Equal([vendor.Name], claiming.Select(claim => claim.Vendor.Name).Distinct());
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Events_are_named_as_the_field_names_them(string name)
    {
        var vendor = KnownVendors.Find(name)!;
        var codes = typeof(VendorEvents).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToHashSet();
        string?[] named = [vendor.Event?.Otherwise, .. vendor.Event?.Names.Values ?? [], .. vendor.Recognise.Select(sign => sign.Event)];
        Assert.All(named.OfType<string>(), code => Assert.Contains(code, codes.Except([VendorEvents.Unknown])));
    }

    [Fact]
    public void Each_thing_has_words_and_a_control() => Assert.All(Thing.All, thing =>
    {
        Assert.NotNull(KnownText.Words.English($"Is.{thing.Name}"));
        Assert.False(PartExplainer.Control(thing.Control, Language.English).StartsWith("Control.", StringComparison.Ordinal), thing.Name);
    });

    private static void HaveWords(IReadOnlyList<KnownParameter> parameters) => Assert.All(parameters, parameter =>
    {
        Assert.Contains(Thing.All, thing => thing.Name == parameter.Is);
        Assert.True(parameter.Says is null or { Length: > 3 } && parameter.Says?.EndsWith('.') != true, parameter.Name);
        Assert.True(parameter.Control is null || !PartExplainer.Control(parameter.Control, Language.English).StartsWith("Control.", StringComparison.Ordinal), parameter.Name);
        Assert.Same(parameter, KnownVendors.Find(parameters, parameter.Name));
    });
}
