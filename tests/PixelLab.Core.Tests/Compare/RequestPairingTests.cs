using CsCheck;
using PixelLab.Core.Compare;
using PixelLab.Core.Events;

namespace PixelLab.Core.Tests.Compare;

public sealed class RequestPairingTests
{
    [Fact]
    public void What_differs_what_is_the_same_and_what_only_one_has_is_marked()
    {
        var pairing = RequestPairing.Of(
            BuiltHit.Request("GET /px?a=1&b=2 HTTP/1.1", "Host: metrics", "Accept: */*"),
            BuiltHit.Request("GET /tr?b=3&c=4 HTTP/1.1", "Host: adnet", "Accept: */*", "Cookie: anid=7"));

        Assert.Equal(PartVerdict.Left, Verdict(pairing, PartKind.Query, "a"));
        Assert.Equal(PartVerdict.Different, Verdict(pairing, PartKind.Query, "b"));
        Assert.Equal(PartVerdict.Right, Verdict(pairing, PartKind.Query, "c"));
        Assert.Equal(PartVerdict.Different, Verdict(pairing, PartKind.Header, "Host"));
        Assert.Equal(PartVerdict.Same, Verdict(pairing, PartKind.Header, "Accept"));
        Assert.Equal(PartVerdict.Right, Verdict(pairing, PartKind.Cookie, "anid"));
        Assert.DoesNotContain(pairing.Parts, part => part is { Kind: PartKind.Header, Name: "Cookie" });
    }

    [Fact]
    public void A_name_that_stands_several_times_is_paired_in_order()
    {
        var pairing = RequestPairing.Of(
            BuiltHit.Request("GET /?x=1&x=2 HTTP/1.1"), BuiltHit.Request("GET /?x=1&x=5&x=6 HTTP/1.1"));

        Assert.Equal(
            [("1", "1"), ("2", "5"), (null, "6")],
            pairing.Parts.Where(part => part.Kind == PartKind.Query).Select(part => (part.Left, part.Right)));
    }

    [Fact]
    public void Header_names_are_the_same_in_any_spelling()
    {
        var pairing = RequestPairing.Of(
            BuiltHit.Request("GET / HTTP/1.1", "accept: a"), BuiltHit.Request("GET / HTTP/1.1", "Accept: a"));

        Assert.Equal(PartVerdict.Same, Verdict(pairing, PartKind.Header, "accept"));
    }

    [Fact]
    public void Every_part_of_both_requests_stands_in_the_pairing_once()
    {
        var pairs = Gen.Select(Gen.String[Gen.Char["abc"], 1, 2], Gen.String[Gen.Char["xyz"], 0, 2]).Array[0, 12];
        Gen.Select(pairs, pairs).Sample((left, right) =>
        {
            var pairing = RequestPairing.Of(Ask(left), Ask(right));
            var parts = pairing.Parts.Where(part => part.Kind == PartKind.Query).ToList();
            Assert.Equal(left.OrderBy(pair => pair), parts.Where(part => part.Left is not null).Select(part => (part.Name, part.Left!)).OrderBy(pair => pair));
            Assert.Equal(right.OrderBy(pair => pair), parts.Where(part => part.Right is not null).Select(part => (part.Name, part.Right!)).OrderBy(pair => pair));
        });
    }

    [Fact]
    public void A_flood_of_parts_is_cut_and_counted()
    {
        var pairing = RequestPairing.Of(Ask([.. Enumerable.Range(0, 500).Select(i => ($"p{i}", "1"))]), Ask([]));

        Assert.Equal(200, pairing.Parts.Count);
        Assert.Equal(304, pairing.LeftOut);
    }

    private static CapturedRequest Ask((string Name, string Value)[] pairs) =>
        BuiltHit.Request($"GET /?{string.Join('&', pairs.Select(pair => $"{pair.Name}={pair.Value}"))} HTTP/1.1");

    private static PartVerdict Verdict(RequestPairing pairing, PartKind kind, string name) =>
        pairing.Parts.Single(part => part.Kind == kind && part.Name == name).Verdict;
}
