using CsCheck;
using PixelLab.Core.Events;

namespace PixelLab.Core.Tests.Events;

public sealed class RequestHeadTests
{
    [Fact]
    public void A_head_is_taken_apart_in_order_and_spelling()
    {
        var head = RequestHead.Parse("GET /a?b=c HTTP/1.1\r\nhost: x\r\nX-One:1\r\nx-one: 2");

        Assert.Equal("GET", head.Method);
        Assert.Equal("/a?b=c", head.Target);
        Assert.Equal("HTTP/1.1", head.Protocol);
        Assert.Equal([new("host", "x"), new("X-One", "1"), new("x-one", "2")], head.Headers);
    }

    [Fact]
    public void No_text_makes_it_fail() =>
        Gen.String.Sample(text => _ = RequestHead.Parse(text));

    [Theory]
    [InlineData("/x", 0)]
    [InlineData("/x?", 0)]
    [InlineData("/x?&&", 0)]
    [InlineData("/x?a", 1)]
    [InlineData("/x?a=1&a=2&=3", 3)]
    [InlineData("/x?a=%zz&b=%ff", 2)]
    public void A_query_keeps_every_pair_also_a_broken_one(string target, int pairs) =>
        Assert.Equal(pairs, QueryText.Parse(target).Count);

    [Fact]
    public void Broken_encoding_stands_as_it_came() =>
        Assert.Equal(new NameValue("a", "%zz é"), QueryText.Parse("/x?a=%zz+%C3%A9").Single());

    [Fact]
    public void An_event_is_read_back_as_it_was_written() =>
        Gen.Select(Gen.String, Gen.String).Sample((path, agent) =>
        {
            var hit = BuiltHit.Of("metrics", "/" + path.Replace('\uD800', ' '), $"User-Agent: {agent}");
            var read = (Hit)LabEventJson.Read(LabEventJson.Write(hit), 5, SeatId.Default);
            return read.Id == 5 && read.Vendor == hit.Vendor && read.At == hit.At;
        });

    [Theory]
    [InlineData("GET /p?a=1&a=2&b&=x&%61c=%C3%A4+y HTTP/1.1\r\nHost: x?a=9")]
    [InlineData("GET /p?b=%zz&a=1#a=2&ac=3 HTTP/1.1")]
    [InlineData("GET /p#?a=1 HTTP/1.1")]
    [InlineData("GET /p HTTP/1.1\r\nX: ?a=1 b")]
    [InlineData("GET  HTTP/1.1")]
    [InlineData("GET /p?a=1")]
    [InlineData("")]
    public void A_parameter_read_alone_is_the_one_of_the_whole_query(string head)
    {
        var target = RequestHead.Parse(head).Target;
        Assert.Equal(target, RequestHead.TargetOf(head).ToString());
        foreach (var name in new[] { "a", "b", "ac", "", "absent" })
        {
            Assert.Equal(QueryText.Parse(target).FirstOrDefault(pair => pair.Name == name).Value, QueryText.Find(target, name));
        }
    }
}
