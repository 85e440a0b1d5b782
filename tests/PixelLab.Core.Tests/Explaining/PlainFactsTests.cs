using System.Text.Json;
using PixelLab.Core.Explaining;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Tests.Explaining;

public sealed class PlainFactsTests
{
    [Fact]
    public void The_images_parts_cover_every_byte_once_and_in_order()
    {
        var offset = 0;
        foreach (var part in GifAnatomy.Parts(Language.English))
        {
            Assert.Equal(offset, part.Offset);
            offset += part.Bytes.Split(' ').Length;
        }

        Assert.Equal(TransparentGif.Bytes.Length, offset);
        Assert.Equal(
            Convert.ToHexStringLower(TransparentGif.Bytes.Span),
            string.Concat(GifAnatomy.Parts(Language.English).Select(part => part.Bytes.Replace(" ", ""))));
    }

    [Theory]
    [InlineData("127.0.0.1", AddressKind.Loopback)]
    [InlineData("::1", AddressKind.Loopback)]
    [InlineData("::ffff:10.1.2.3", AddressKind.Private)]
    [InlineData("172.31.255.1", AddressKind.Private)]
    [InlineData("172.32.0.1", AddressKind.Public)]
    [InlineData("192.168.1.20", AddressKind.Private)]
    [InlineData("fd12::1", AddressKind.Private)]
    [InlineData("169.254.3.3", AddressKind.LinkLocal)]
    [InlineData("fe80::1%3", AddressKind.LinkLocal)]
    [InlineData("100.64.0.1", AddressKind.SharedByProvider)]
    [InlineData("192.0.2.1", AddressKind.Documentation)]
    [InlineData("203.0.113.9", AddressKind.Documentation)]
    [InlineData("2001:db8::7", AddressKind.Documentation)]
    [InlineData("66.249.84.1", AddressKind.Public)]
    [InlineData("2a00:1450::1", AddressKind.Public)]
    [InlineData("", AddressKind.None)]
    [InlineData("<b>", AddressKind.None)]
    public void An_address_is_placed_in_its_range(string address, AddressKind kind) =>
        Assert.Equal(kind, AddressFacts.Of(address, Language.English).Kind);

    [Fact]
    public void Every_event_has_words_of_its_own()
    {
        string[] codes =
        [
            VendorEvents.PageView, VendorEvents.Click, VendorEvents.Scroll, VendorEvents.Engagement, VendorEvents.ViewItem,
            VendorEvents.ViewItemList, VendorEvents.AddToCart, VendorEvents.AdSlot, VendorEvents.Unknown,
        ];
        Assert.Equal(codes.Length, codes.Select(code => EventWords.Of(code, Language.English)).Distinct().Count());
    }

    [Fact]
    public void A_field_is_sent_under_the_contracts_names()
    {
        var json = JsonSerializer.Serialize(
            new ExplainedField("en", "page_view", FieldSource.Page, "m", "c"), JsonSerializerOptions.Web);
        Assert.Equal("""{"field":"en","value":"page_view","source":"page","meaning":"m","control":"c"}""", json);
    }

    [Fact]
    public void A_source_has_the_same_code_in_json_and_in_code() =>
        Assert.All(Enum.GetValues<FieldSource>(), source => Assert.Equal($"\"{source.Code()}\"", JsonSerializer.Serialize(source)));

    [Theory]
    [InlineData("en-GB", "English (United Kingdom)")]
    [InlineData("zh-Hant-TW", "Chinese (traditional, Taiwan)")]
    [InlineData("pt_BR", "Portuguese (Brazil)")]
    [InlineData("x-klingon", "x-klingon")]
    public void A_language_tag_has_a_name(string tag, string name) => Assert.Equal(name, LanguageNames.Of(tag, Language.English));
}
