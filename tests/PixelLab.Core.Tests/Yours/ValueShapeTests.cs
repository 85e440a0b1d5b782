using CsCheck;
using PixelLab.Core.Languages;
using PixelLab.Core.Yours.Known;

namespace PixelLab.Core.Tests.Yours;

public sealed class ValueShapeTests
{
    [Theory]
    [InlineData("ann@mail.example", "This is an email address")]
    [InlineData("user: ann@mail.example;", "“ann@mail.example”")]
    [InlineData("+49 170 1234567", "phone number")]
    [InlineData("5d41402abc4b2a76b9719d911017c592", "MD5")]
    [InlineData("aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d", "SHA-1")]
    [InlineData("f1904cf1a9d73a55fa5de0ac823c4403ded71afd4c3248d00bdcd0866552bb79", "SHA-256")]
    [InlineData("GA1.1.1234567890.1795442587", "2026-11-23 14:03:07 UTC")]
    [InlineData("1234567890.1795442587", "Google’s script")]
    [InlineData("GS2.1.s1795442587$o3$g1$t1795442600$j60$l0$h0", "2026-11-23 14:03:07 UTC")]
    [InlineData("GCL.1795442587.EAIaIQobChMI", "2026-11-23 14:03:07 UTC")]
    [InlineData("1.1.1234567890.1795442587", "2026-11-23 14:03:07 UTC")]
    [InlineData("fb.1.1795442587000.123456", "Meta’s script")]
    [InlineData("fb.1.1795442587000.AbCdEf-fbclid", "made 2026-11-23")]
    [InlineData("6f1b2c3d-0000-4000-8000-123456789abc", "a random number")]
    [InlineData("c232ab00-9414-11ec-b3c8-9f6bdeced846", "2022-02-22 19:22:22 UTC")]
    [InlineData("017f22e2-79b0-7cc3-98c4-dc0c0c07398f", "2022-02-22 19:22:22 UTC")]
    [InlineData("1ec9414c-232a-6b00-b3c8-9f6bdeced846", "2022-02-22 19:22:22 UTC")]
    [InlineData("01ARZ3NDEKTSV4RRFFQ69G5FAV", "2016-07-30 23:54:10 UTC")]
    [InlineData("1YYN", "opted out")]
    [InlineData("CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA", "consent string of the advertising trade")]
    [InlineData("DBABLA~BVQqAAAAAgA.QA", "Global Privacy Platform with 1 section")]
    [InlineData("https://shop.example/a", "address at “shop.example”")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox 140")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc", "signed ticket")]
    [InlineData("{\"a\":1}", "JSON")]
    [InlineData("aGVsbG8gd29ybGQ=", "“hello world”")]
    [InlineData("1920x1080", "1920 × 1080 pixels")]
    [InlineData("de-AT", "German (Austria)")]
    [InlineData("Europe/Berlin", "time zone")]
    [InlineData("52.5200,13.4050", "position on the earth")]
    [InlineData("203.0.113.7", "internet address")]
    [InlineData("3.0.5.1", "7 characters")]
    [InlineData("2001:db8::1", "internet address")]
    [InlineData("1795442587", "2026-11-23 14:03:07 UTC")]
    [InlineData("1795442587000", "2026-11-23 14:03:07 UTC")]
    [InlineData("1795442587000000", "2026-11-23 14:03:07 UTC")]
    [InlineData("7", "1 digit.")]
    [InlineData("abc", "3 letters.")]
    [InlineData("ab12cd34ef56", "12 letters and digits")]
    [InlineData("a b", "3 characters")]
    public void A_value_is_known_by_its_look(string value, string part) => Assert.Contains(part, ValueShapes.Of(value, Language.English)!.Says);

    [Theory]
    [InlineData("ann@")]
    [InlineData("@mail.example")]
    [InlineData("+12")]
    [InlineData("9999999999")]
    [InlineData("00000000-0000-1000-8000-000000000000")]
    [InlineData("C")]
    [InlineData("1YY")]
    [InlineData("https://")]
    [InlineData("\ud800")]
    [InlineData("\0\0\0\0")]
    [InlineData("{")]
    [InlineData("ZZZZZZZZZZZZZZZZZZZZZZZZZZ")]
    public void A_value_that_only_begins_like_something_is_not_taken_for_it(string value)
    {
        var says = ValueShapes.Of(value, Language.English)!.Says;
        Assert.DoesNotContain(" made", says);
        Assert.True(says.Contains("Its shape", StringComparison.Ordinal) || says.Contains("UUID", StringComparison.Ordinal), says);
    }

    [Fact]
    public void The_consent_string_says_when_who_and_how_much()
    {
        // The example of the format's own documentation, made on 2020-02-20.
        var read = ConsentString.Read("COvFyGBOvFyGBAbAAAENAPCAAOAAAAAAAAAAAEEUACCKAAA.IFoEUQQgAIQwgIwQABAEAAAAOIAACAIAAAAQAIAgEAACEAAAAAgAQBAAAAAAAGBAAgAAAAAAAFAAECAAAgAAQARAEQAAAAAJAAIAAgAAAYQEAAAQmAgBC3ZAYzUw");
        Assert.NotNull(read);
        Assert.Equal((2020, 27, "en", 3), (read.Created.Year, read.CmpId, read.Language, read.Purposes));
    }

    [Fact]
    public void Nothing_is_said_of_an_empty_value() => Assert.Null(ValueShapes.Of(" ", Language.English));

    [Fact]
    public void Whatever_a_value_holds_it_has_a_shape() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["@.+-:%{}[]\"eyJ~0123456789abcdefGS$=\ud800\0"], 0, 5_000]).Sample(value =>
            Assert.Equal(string.IsNullOrWhiteSpace(value), ValueShapes.Of(value, Language.English) is null));
}
