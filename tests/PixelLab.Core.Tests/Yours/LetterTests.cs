using System.Text;
using MimeKit;
using PixelLab.Core.Yours.Brought;

namespace PixelLab.Core.Tests.Yours;

/// <summary>Letters as mail programs save them.</summary>
public sealed class LetterTests
{
    private const string Pixel = "<p>Grüße, Привет, 今日は</p><img src=\"https://open.example/o?u=1\"><a href=\"https://click.example/?u=https%3A%2F%2Fshop.example%2F\">Shoes</a>";

    public static TheoryData<ContentEncoding, string> Encodings()
    {
        var all = new TheoryData<ContentEncoding, string>();
        foreach (var encoding in new[] { ContentEncoding.SevenBit, ContentEncoding.EightBit, ContentEncoding.Binary, ContentEncoding.Base64, ContentEncoding.QuotedPrintable, ContentEncoding.UUEncode })
        {
            foreach (var charset in new[] { "utf-8", "iso-8859-1", "windows-1252", "windows-1251", "koi8-r", "shift_jis", "iso-2022-jp", "gb18030", "big5", "euc-kr", "utf-16", "us-ascii", "x-nobody-knows" })
            {
                all.Add(encoding, charset);
            }
        }

        return all;
    }

    [Theory]
    [InlineData("X-Long: {0}\r\n", "")]
    [InlineData("Content-Type: message/rfc822\r\n\r\nX-Long: {0}\r\n", "")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nX-Long: {0}\r\n", "\r\n--b--")]
    [InlineData("Content-Type: multipart/digest; boundary=b\r\n\r\n--b\r\n\r\nX-Long: {0}\r\n", "\r\n--b--")]
    public async Task A_header_of_megabytes_is_cut_before_it_takes_minutes(string before, string after)
    {
        const string End = "Content-Type: text/html\r\n\r\n<img src='https://open.example/o'>";
        foreach (var header in new[] { new string('a', 5_000_000), string.Concat(Enumerable.Repeat("aaaaaaaaa\r\n ", 400_000)) })
        {
            var brought = await Bringing.OfAsync("From: a@b.example\r\nSubject: x\r\n" + before.Replace("{0}", header, StringComparison.Ordinal) + End + after, "a.eml");
            Assert.Contains(brought.Problems, problem => problem.Why == "A header of it is so long that only the beginning was read.");
            Assert.Equal("https://open.example/o", brought.Request.Url);
        }
    }

    [Fact]
    public async Task A_letter_as_Apple_Mail_keeps_it_has_its_length_before_it()
    {
        var brought = await Bringing.OfAsync("312       \nFrom: a@b.example\nSubject: x\nContent-Type: text/html\n\n<img src='https://open.example/o'>\n<?xml version=\"1.0\"?>\n<plist></plist>");
        Assert.Equal((BroughtKind.Mail, "https://open.example/o"), (brought.Kind, brought.Request.Url));
        Assert.Empty(brought.Problems);
    }

    [Fact]
    public async Task What_is_no_header_is_never_cut()
    {
        var css = "a:hover{" + new string(' ', 50_000) + "}";
        var html = $"<style>\r\n\r\n{css}\r\n</style>\r\n<!--\r\n-->\r\n<p>{new string('x', 50_000)}\r\n   {new string('y', 50_000)}<img src='https://open.example/o'>";
        var brought = await Bringing.OfAsync("From: a@b.example\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n" + html);
        Assert.Equal("https://open.example/o", brought.Request.Url);
        Assert.Empty(brought.Problems);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task It_is_read_in_every_transfer_encoding_and_charset(ContentEncoding encoding, string charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var writes = charset == "x-nobody-knows" ? Encoding.UTF8 : Encoding.GetEncoding(charset);
        var part = new TextPart("html") { Content = new MimeContent(new MemoryStream(writes.GetBytes(Pixel))), ContentTransferEncoding = encoding };
        part.ContentType.Charset = charset;

        var brought = await Bringing.OfAsync(await WriteAsync(part));

        Assert.Equal((BroughtKind.Mail, "https://open.example/o?u=1"), (brought.Kind, brought.Request.Url));
        Assert.Equal("Shoes", Assert.Single(brought.Links).Text);
        Assert.Empty(brought.Problems);
    }

    [Fact]
    public async Task Pictures_are_found_in_nested_parts_and_in_letters_within_letters()
    {
        var inner = new MimeMessage { Body = Html("https://inner.example/1") };
        inner.Subject = "inner";
        var brought = await Bringing.OfAsync(await WriteAsync(new Multipart("mixed")
        {
            new MultipartAlternative { new TextPart("plain") { Text = "See https://plain.example/2." }, new MultipartRelated { Html("https://a.example/3") } },
            new MessagePart { Message = inner },
            new TextPart("html") { Text = "<img src='https://attached.example/'>", ContentDisposition = new ContentDisposition("attachment") },
        }));
        Assert.Equal(["https://a.example/3", "https://inner.example/1"], brought.Urls);
        Assert.Equal("part 5 (text/html), line 1, img src", brought.Requests[0].Where);
        Assert.Equal("https://plain.example/2", Assert.Single(brought.Links).Url);
    }

    [Fact]
    public async Task Headers_by_which_one_leaves_a_list_or_that_ask_for_a_receipt_are_links()
    {
        var brought = await Bringing.OfAsync("""
            Return-Path: <bounce@list.example>
            From: Shop <shop@list.example>
            Subject: =?utf-8?B?R3LDvMOfZQ==?=
            List-Unsubscribe: <https://list.example/u?m=1>,
             <mailto:leave@list.example>
            Disposition-Notification-To: "Shop" <read@list.example>
            MIME-Version: 1.0
            Content-Type: text/html

            <p>Hello</p>
            """);
        Assert.Equal(
            [("https://list.example/u?m=1", "List-Unsubscribe"), ("mailto:leave@list.example", "List-Unsubscribe"), ("mailto:read@list.example", "Disposition-Notification-To")],
            brought.Links.Select(link => (link.Url, link.Text)));
        Assert.Contains("asks no other computer", Assert.Single(brought.Problems).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_without_html_says_that_nothing_is_asked()
    {
        var brought = await Bringing.OfAsync("From: a@b.example\nSubject: x\n\nSee https://a.example/1\n");
        Assert.Equal(BroughtKind.Mail, brought.Kind);
        Assert.False(brought.IsRefused);
        Assert.Contains("no HTML", Assert.Single(brought.Problems).Why, StringComparison.Ordinal);
        Assert.Equal("https://a.example/1", Assert.Single(brought.Links).Url);
    }

    [Theory]
    [InlineData("--other")]
    [InlineData("--b--\n--b--")]
    [InlineData("")]
    public async Task A_letter_whose_parts_are_not_separated_as_it_says_is_still_read(string line)
    {
        var brought = await Bringing.OfAsync($"From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n{line}\nContent-Type: text/html\n\n<img src='https://a.example/1'>\n");
        Assert.Equal("https://a.example/1", brought.Request.Url);
    }

    [Theory]
    [InlineData("\r\n\r\n")]
    [InlineData("From MAILER Mon Nov 23 14:03:07 2026\n")]
    [InlineData("\uFEFF")]
    public async Task What_stands_before_a_letter_does_not_hide_it(string before) =>
        Assert.Equal("https://a.example/1", (await Bringing.OfAsync(before + "Received: x\nSubject: x\nContent-Type: text/html\n\n<img src='https://a.example/1'>")).Request.Url);

    [Fact]
    public async Task Parts_as_deep_as_one_likes_do_no_harm()
    {
        var letter = new StringBuilder("From: a@b.example\nSubject: x\nMIME-Version: 1.0\n");
        for (var depth = 0; depth < 10_000; depth++)
        {
            letter.Append($"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n");
        }

        letter.Append("Content-Type: text/html\n\n<img src='https://a.example/1'>\n");
        Assert.Equal(BroughtKind.Mail, (await Bringing.OfAsync(letter.ToString())).Kind);
        var letters = string.Concat(Enumerable.Repeat("Subject: x\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n", 10_000));
        Assert.Equal(BroughtKind.Mail, (await Bringing.OfAsync(letters)).Kind);
    }

    private static TextPart Html(string url) => new("html") { Text = $"<img src='{url}'>" };

    private static async Task<byte[]> WriteAsync(MimeEntity body)
    {
        var letter = new MimeMessage([new MailboxAddress("a", "a@b.example")], [new MailboxAddress("c", "c@d.example")], "Grüße", body);
        using var written = new MemoryStream();
        await letter.WriteToAsync(written, TestContext.Current.CancellationToken);
        return written.ToArray();
    }
}
