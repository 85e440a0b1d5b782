using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PixelLab.Core.Yours;
using PixelLab.Core.Yours.Brought;

namespace PixelLab.Core.Tests.Yours;

/// <summary>HTTP archives as browsers and proxies write them, and as nobody should.</summary>
public sealed class RecordingTests
{
    private const string Entry = """
        {"startedDateTime":"2026-11-23T14:03:07Z","time":1,"request":{"method":"POST","url":"https://pixel.example/tr?id=1","httpVersion":"h2",
         "headers":[{"name":":authority","value":"pixel.example"},{"name":"User-Agent","value":"Mozilla/5.0"}],
         "queryString":[{"name":"id","value":"1"}],"cookies":[{"name":"a","value":"1"},{"name":"b","value":"2"}],
         "postData":{"mimeType":"text/plain","text":"ev=PageView","params":[]},"headersSize":-1,"bodySize":11},
         "response":{"status":200,"headers":[{"name":"Set-Cookie","value":"x=1"}],"cookies":[],"content":{"text":"R0lGODlh","url":"https://not.example/"}}}
        """;

    private static string Har(params string[] entries) =>
        $$$"""{"log":{"version":"1.2","creator":{"name":"x","version":"1"},"pages":[],"entries":[{{{string.Join(',', entries)}}}]}}""";

    private static string Asking(string url) => $$$"""{"request":{"url":{{{JsonSerializer.Serialize(url)}}}}}""";

    [Fact]
    public async Task A_table_of_the_lab_gives_its_hits_with_their_cookies_and_says_what_it_has_not()
    {
        const string Head = "\uFEFF\"id\",\"time (UTC)\",\"kind\",\"method\",\"url\",\"cookies sent\"\r\n";
        var table = await Bringing.OfAsync(
            Head + "\"1\",\"2026-11-29 10:00:00.000\",\"visit\",\"GET\",\"http://shop.localhost/\",\"\"\r\n"
            + "\"2\",\"2026-11-29 10:00:01.000\",\"hit\",\"POST\",\"http://metrics.localhost/px/1.gif?dt=\"\"A\"\",\"\"B\"\"\",\"a=1; b=2\"\r\n");
        Assert.Equal(BroughtKind.Request, table.Kind);
        Assert.Equal(("POST", "http://metrics.localhost/px/1.gif?dt=\"A\",\"B\"", "line 3"), (table.Request.Method, table.Request.Url, table.Request.Where));
        Assert.Equal("a=1; b=2", table.Header("cookie"));
        Assert.Contains("no other headers", Assert.Single(table.Problems).Why, StringComparison.Ordinal);

        Assert.Contains("holds no hits", Assert.Single((await Bringing.OfAsync(Head)).Problems).Why, StringComparison.Ordinal);
    }

    /// <summary>An entry of a window's recording.</summary>
    private static string InWindow(string url, string headers = "", string redirect = "", string initiator = "null", string window = "page_1") =>
        $$$"""
        {"_initiator":{{{initiator}}},"pageref":"{{{window}}}","request":{"method":"GET","url":"{{{url}}}","headers":[{{{headers}}}]},"response":{"redirectURL":"{{{redirect}}}"}}
        """;

    private const string Document = """{"name":"Sec-Fetch-Dest","value":"document"}""";
    private const string Frame = """{"name":"Sec-Fetch-Dest","value":"iframe"},{"name":"Accept","value":"text/html"}""";
    private const string Html = """{"name":"Accept","value":"text/html,*/*"}""";

    [Fact]
    public async Task The_page_in_the_window_is_its_document_and_none_that_only_leads_on_or_stands_in_a_frame()
    {
        var brought = await Bringing.OfAsync(Har(
            InWindow("https://click.example/?to=shop", Document, "https://shop.example/"),
            InWindow("https://shop.example/", Document, "/home"),
            InWindow("https://shop.example/home", Document),
            InWindow("https://frame.example/ad", Frame),
            InWindow("https://pixel.example/a.gif"),
            InWindow("https://news.example/", Document),
            InWindow("https://pixel.example/a.gif"),
            InWindow("http://plain.example/", Html, window: "page_2"),
            InWindow("http://frame.example/", Html, window: "page_2"),
            Asking("https://pixel.example/a.gif")));
        Assert.Equal(
            [null, "shop.example", "shop.example", "shop.example", "shop.example", "news.example", "news.example", "plain.example", "plain.example", null],
            brought.Requests.Select(request => request.PageHost));
    }

    [Fact]
    public async Task Whose_page_asked_is_told_by_the_request_itself_before_the_one_title_that_Firefox_gives_a_recording()
    {
        const string Pages = """{"log":{"pages":[{"id":"page_1","title":"http://news.example/last"}],"entries":[""";
        static string By(string name, string page) => $$"""{"name":"{{name}}","value":"{{page}}"}""";
        var brought = await Bringing.OfAsync(Pages + string.Join(',',
            InWindow("http://pixel.example/stay.gif", By("Referer", "http://shop.example:5355/")),
            InWindow("http://shop.example:5355/", Document),
            InWindow("http://pixel.example/a.gif", By("referer", "http://shop.example:5355/")),
            InWindow("http://cdn.example/a.css", By("Referer", "http://shop.example:5355/")),
            InWindow("http://fonts.example/a.woff", By("Referer", "http://cdn.example/a.css")),
            InWindow("http://news.example/last", Document + "," + By("Referer", "http://shop.example:5355/")),
            InWindow("http://pixel.example/left.gif", By("Referer", "http://shop.example:5355/")),
            InWindow("ws://live.example/", By("Origin", "http://shop.example:5355")),
            InWindow("http://pixel.example/a.gif", By("Referer", "about:client"), initiator: """{"type":"parser","url":"http://shop.example:5355/"}"""),
            InWindow("http://pixel.example/a.gif")) + "]}}");
        Assert.Equal(
            ["shop.example", "shop.example", "shop.example", "shop.example", "shop.example", "news.example", "shop.example", "shop.example", "shop.example", "news.example"],
            brought.Requests.Select(request => request.PageHost));
    }

    [Fact]
    public async Task What_a_frame_asks_for_was_asked_for_on_the_page_around_it_also_where_the_recording_names_no_window()
    {
        static string By(string page) => $$"""{"name":"Referer","value":"{{page}}"}""";
        static string NoWindow(string url, string headers) => InWindow(url, headers).Replace("page_1", "", StringComparison.Ordinal);
        var brought = await Bringing.OfAsync(Har(
            InWindow("https://shop.example/", Document),
            InWindow("https://ads.example/tr", By("https://shop.example/")),
            InWindow("https://news.example/", Document),
            InWindow("https://ads.example/slot", Frame + "," + By("https://news.example/")),
            NoWindow("https://ads.example/slot.css", By("https://ads.example/slot")),
            NoWindow("https://inner.example/slot", Frame + "," + By("https://ads.example/")),
            NoWindow("https://pixel.example/seen.gif", By("https://inner.example/slot"))));
        Assert.Equal(
            ["shop.example", "shop.example", "news.example", "news.example", "news.example", "news.example", "news.example"],
            brought.Requests.Select(request => request.PageHost));
    }

    [Fact]
    public async Task A_page_whose_title_is_its_address_needs_no_document_in_the_recording()
    {
        const string Pages = """{"log":{"pages":[{"id":"page_1","title":"https://shop.example/a","pageTimings":{"id":"x"}},{"title":"Our shop","id":"page_2"}],"entries":[""";
        var brought = await Bringing.OfAsync(Pages + InWindow("https://pixel.example/a.gif") + "," + InWindow("https://pixel.example/a.gif", window: "page_2") + "]}}");
        Assert.Equal(["shop.example", null], brought.Requests.Select(request => request.PageHost));
    }

    [Theory]
    [InlineData("""{"type":"script","stack":{"callFrames":[{"url":""},{"url":"https://a.example/inner.js"}],"parent":{"callFrames":[{"url":"https://b.example/later.js"}]}}}""", LeadMeans.Script, "https://a.example/inner.js")]
    [InlineData("""{"type":"script","stack":{"parent":{"callFrames":[{"url":"https://b.example/later.js"}]},"callFrames":[{"url":"https://a.example/inner.js"}]}}""", LeadMeans.Script, "https://a.example/inner.js")]
    [InlineData("""{"type":"script","stack":{"callFrames":[],"parent":{"callFrames":[{"url":"https://b.example/later.js"}]}}}""", LeadMeans.Script, "https://b.example/later.js")]
    [InlineData("""{"type":"parser","url":"https://shop.example/home","lineNumber":7}""", LeadMeans.Document, "https://shop.example/home")]
    [InlineData("""{"type":"script","stack":{"callFrames":[{"url":"chrome-extension://abc/x.js"}]}}""", null, null)]
    [InlineData("""{"type":"other"}""", null, null)]
    [InlineData("null", null, null)]
    public async Task Who_asked_is_told_as_the_recording_notes_it(string initiator, LeadMeans? means, string? url)
    {
        var request = (await Bringing.OfAsync(Har(InWindow("https://pixel.example/a.gif", initiator: initiator)))).Request;
        Assert.Equal((means, url), (request.Lead?.Means, request.Lead?.Url));
    }

    [Theory]
    [InlineData("document", true)]
    [InlineData("image", false)]
    public async Task What_was_opened_as_a_document_is_told_as_the_recording_notes_it(string kind, bool isForDocument)
    {
        var entry = InWindow("https://shop.example/");
        Assert.Equal(isForDocument, (await Bringing.OfAsync(Har($$"""{"_resourceType":"{{kind}}",{{entry[1..]}}"""))).Request.IsForDocument);
    }

    [Fact]
    public async Task A_redirect_leads_to_the_next_request_for_its_target_alone()
    {
        var brought = await Bringing.OfAsync(Har(
            InWindow("https://one.example/sync?id=1", redirect: "https://two.example/take?uid=1#x"),
            InWindow("https://other.example/"),
            InWindow("https://two.example/take?uid=1", redirect: "//three.example/last", initiator: """{"type":"parser","url":"https://shop.example/"}"""),
            InWindow("https://three.example/last"),
            InWindow("https://two.example/take?uid=1")));
        Assert.Equal(
            [null, null, new RecordedLead(LeadMeans.Redirect, "https://one.example/sync?id=1"), new RecordedLead(LeadMeans.Redirect, "https://two.example/take?uid=1"), null],
            brought.Requests.Select(request => request.Lead));
    }

    [Fact]
    public async Task Each_entry_is_a_request_and_what_stands_in_the_reply_is_none()
    {
        var brought = await Bringing.OfAsync(Har(Entry, Entry));
        Assert.Equal(BroughtKind.Har, brought.Kind);
        Assert.Equal(["entry 1", "entry 2"], brought.Requests.Select(request => request.Where));
        var request = brought.Requests[1];
        Assert.Equal(("POST", "https://pixel.example/tr?id=1", "ev=PageView"), (request.Method, request.Url, request.Body));
        Assert.Equal(["User-Agent: Mozilla/5.0", "Cookie: a=1; b=2", "Content-Type: text/plain"], request.Headers.Select(header => $"{header.Name}: {header.Value}"));
        Assert.Empty(brought.Problems);
    }

    public static TheoryData<string, byte[]> Written()
    {
        var har = Har(Entry);
        byte[] WithMark(Encoding encoding) => [.. encoding.GetPreamble(), .. encoding.GetBytes(har)];
        return new TheoryData<string, byte[]>
        {
            { "UTF-8 with a mark", WithMark(Encoding.UTF8) },
            { "UTF-16", WithMark(Encoding.Unicode) },
            { "UTF-16, the other way round", WithMark(Encoding.BigEndianUnicode) },
            { "UTF-16 without a mark", Encoding.Unicode.GetBytes(har) },
            { "gzip", Packed(Encoding.UTF8.GetBytes(har)) },
            { "gzip of UTF-16", Packed(WithMark(Encoding.Unicode)) },
            { "after blanks", Encoding.UTF8.GetBytes("\r\n  " + har + "\r\n") },
        };
    }

    [Theory]
    [MemberData(nameof(Written))]
    public async Task It_is_read_however_it_is_written(string how, byte[] file) =>
        Assert.True((await Bringing.OfAsync(file)).Request.Body == "ev=PageView", how);

    [Theory]
    [InlineData(30)]
    [InlineData(700)]
    [InlineData(50_000)]
    public async Task What_called_what_may_be_nested_as_deep_as_it_likes(int depth)
    {
        var nested = string.Concat(Enumerable.Repeat("""{"callFrames":[],"parent":""", depth)) + "{}" + new string('}', depth);
        var brought = await Bringing.OfAsync(Har($$$"""{"_initiator":{"type":"script","stack":{{{nested}}}},{{{Entry[1..]}}}""", Entry));
        Assert.Equal(2, brought.Requests.Count);
        Assert.Empty(brought.Problems);
    }

    [Fact]
    public async Task What_asks_nobody_is_counted_and_sockets_are_requests()
    {
        var brought = await Bringing.OfAsync(Har(
            Asking("data:image/gif;base64,R0lGODlh"), Asking("wss://live.example/socket"), Asking("blob:https://a.example/1"), Asking("about:blank"), """{"request":{}}""", "{}"));
        Assert.Equal(["wss://live.example/socket"], brought.Urls);
        Assert.Contains(brought.Problems, problem => problem.Why.StartsWith("3 entries", StringComparison.Ordinal));
        Assert.Equal(["entry 5", "entry 6"], brought.Problems.Where(problem => problem.Why == "This entry has no address.").Select(problem => problem.Where));
    }

    [Fact]
    public async Task A_form_is_told_by_its_fields_and_a_body_in_base64_is_unpacked()
    {
        var brought = await Bringing.OfAsync(Har(
            """{"request":{"method":"POST","url":"https://a.example/","postData":{"mimeType":"application/x-www-form-urlencoded","params":[{"name":"a","value":"1"},{"name":"b"}]}}}""",
            """{"request":{"method":"POST","url":"https://a.example/","postData":{"text":"eyJhIjoxfQ==","encoding":"base64"}}}"""));
        Assert.Equal(["a=1&b=", "{\"a\":1}"], brought.Requests.Select(request => request.Body));
    }

    [Fact]
    public async Task A_recording_that_breaks_off_is_read_up_to_there()
    {
        var har = Har(Entry, Entry, Entry);
        var brought = await Bringing.OfAsync(har[..(har.Length - 100)]);
        Assert.Equal(2, brought.Requests.Count);
        var problem = Assert.Single(brought.Problems);
        Assert.Equal("after entry 3", problem.Where);
        Assert.Contains("breaks off", problem.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_that_are_no_text_become_some_and_nothing_fails()
    {
        byte[] file = [.. Encoding.UTF8.GetBytes(Har(Asking("https://a.example/?half=HALF&nul=NUL&bytes=BYTES"))
            .Replace("HALF", "\\ud83d", StringComparison.Ordinal).Replace("NUL", "\\u0000", StringComparison.Ordinal))];
        var at = file.AsSpan().IndexOf("BYTES"u8);
        file.AsSpan(at, 5).Fill(0xFF);
        Assert.Equal("https://a.example/?half=\uFFFD&nul=\0&bytes=" + new string('\uFFFD', 5), (await Bringing.OfAsync(file)).Request.Url);
    }

    [Fact]
    public async Task A_replys_content_of_many_megabytes_is_passed_over_wherever_its_text_is_cut()
    {
        var content = string.Concat(Enumerable.Repeat("\\u00e9\\\"\\\\/ä", 100_000));
        for (var shift = 0; shift < 16; shift++)
        {
            var brought = await Bringing.OfAsync(Har($$$"""{"response":{"content":{"text":"{{{new string('x', shift)}}}{{{content}}}"}},{{{Entry[1..]}}}""", Entry));
            Assert.Equal(2, brought.Requests.Count);
            Assert.Empty(brought.Problems);
        }
    }

    [Fact]
    public async Task A_megabyte_in_one_parameter_is_cut_with_a_word()
    {
        var brought = await Bringing.OfAsync(Har(Asking("https://a.example/?a=" + new string('a', 1_000_000)), Asking("https://b.example/")));
        Assert.Equal(BroughtLimits.Url, brought.Requests[0].Url.Length);
        Assert.Equal("entry 1", Assert.Single(brought.Problems).Where);
    }

    [Fact]
    public async Task Entries_without_end_are_cut_with_a_word()
    {
        await using var endless = new Endless("{\"log\":{\"entries\":[", Asking("https://a.example/") + ",", 10_000_000);
        var brought = await Bringing.OfAsync(endless);
        Assert.Equal(BroughtLimits.Requests, brought.Requests.Count);
        var problem = Assert.Single(brought.Problems);
        Assert.Equal(("after entry 100,000", "Only the first 100,000 requests were read."), (problem.Where, problem.Why));
        Assert.True(endless.Position < 10_000_000);
    }

    [Theory]
    [InlineData("""{"log":{"entries":[{"request":{"url":"https://a.exam""", "before the first request")]
    [InlineData("""{"log":""", "before the first request")]
    [InlineData("{1}", "no address")]
    [InlineData("""{"a":1} {"b":2}""", "no recording")]
    [InlineData("[[1],[2]]", "no recording")]
    [InlineData("""[{"url":"https://a.example/"}]""", "no recording")]
    [InlineData("""{\rtf1\ansi Hello}""", "no address")]
    public async Task What_holds_no_request_says_truly_why(string text, string why)
    {
        var brought = await Bringing.OfAsync(text);
        Assert.True(brought.IsRefused);
        Assert.Contains(why, Assert.Single(brought.Problems).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", "breaks off")]
    [InlineData("{\"a\":[", "breaks off")]
    [InlineData("1", "breaks off")]
    public async Task What_goes_on_for_ever_ends(string again, string why)
    {
        await using var endless = new Endless("{\"log\":{\"entries\":[" + Entry + ",", again, 600L * 1024 * 1024);
        var brought = await Bringing.OfAsync(endless);
        Assert.Single(brought.Requests);
        Assert.Contains(why, Assert.Single(brought.Problems).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_packed_small_and_is_huge_is_read_so_far_and_said_so()
    {
        using var packed = new MemoryStream();
        await using (var pack = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await pack.WriteAsync(Encoding.UTF8.GetBytes("{\"log\":{\"entries\":[" + Entry), TestContext.Current.CancellationToken);
            var blanks = new byte[1024 * 1024];
            blanks.AsSpan().Fill((byte)' ');
            for (var i = 0; i < 700; i++)
            {
                await pack.WriteAsync(blanks, TestContext.Current.CancellationToken);
            }
        }

        var brought = await Bringing.OfAsync(packed.ToArray());
        Assert.Single(brought.Requests);
        Assert.Equal("Only the first 512 MB were read.", Assert.Single(brought.Problems).Why);
    }

    [Fact]
    public async Task What_is_packed_and_broken_is_read_so_far_and_what_is_packed_twice_is_refused()
    {
        var har = Packed(Encoding.UTF8.GetBytes(Har([.. Enumerable.Range(0, 3000).Select(number => Asking($"https://a.example/{Guid.NewGuid()}/{number}"))])));
        var brought = await Bringing.OfAsync(har[..^200]);
        Assert.InRange(brought.Requests.Count, 1000, 3000);
        Assert.NotEmpty(brought.Problems);
        Assert.Contains("packed twice", Assert.Single((await Bringing.OfAsync(Packed(har))).Problems).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_labs_own_replay_is_read_as_the_requests_that_it_holds()
    {
        var brought = await Bringing.OfAsync("""
            {"format":"pixellab-replay","version":1,"events":[
             {"id":1,"event":{"kind":"consent","at":"2026-11-23T14:03:07Z","site":"shop"}},
             {"id":2,"event":{"kind":"hit","vendor":"metrics","request":{"head":"POST /~k7/px/1.gif?en=page_view HTTP/1.1\r\nHost: metrics.localhost:5080\r\nCookie: a=1","scheme":"http","path":"/px/1.gif","body":"x"}}}]}
            """);
        Assert.Equal((BroughtKind.Request, "http://metrics.localhost:5080/~k7/px/1.gif?en=page_view", "x"), (brought.Kind, brought.Request.Url, brought.Request.Body));
        Assert.Equal("a=1", brought.Header("Cookie"));
        Assert.Empty(brought.Problems);
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var pack = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            pack.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>The same again and again, made while it is read.</summary>
    private sealed class Endless(string begin, string again, long times) : Stream
    {
        private readonly byte[] _begin = Encoding.UTF8.GetBytes(begin);
        private readonly byte[] _again = Encoding.UTF8.GetBytes(again);

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => _begin.Length + (_again.Length * times);

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = 0;
            for (; read < count && Position < Length; read++, Position++)
            {
                buffer[offset + read] = Position < _begin.Length ? _begin[Position] : _again[(Position - _begin.Length) % _again.Length];
            }

            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
