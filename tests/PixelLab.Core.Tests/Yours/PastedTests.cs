using PixelLab.Core.Events;
using PixelLab.Core.Yours.Brought;

namespace PixelLab.Core.Tests.Yours;

/// <summary>Addresses, commands and requests, as people copy them.</summary>
public sealed class PastedTests
{
    private const string Pixel = "https://pixel.example/tr?id=1&ev=PageView";

    [Theory]
    [InlineData(Pixel)]
    [InlineData("  \"" + Pixel + "\"\r\n")]
    [InlineData("<" + Pixel + ">")]
    [InlineData("pixel.example/tr?id=1&ev=PageView")]
    [InlineData("[\"" + Pixel + "\"]")]
    [InlineData("My browser asked for " + Pixel + ".")]
    public async Task An_address_is_one_however_it_stands_there(string text)
    {
        var brought = await Bringing.OfAsync(text);
        Assert.Equal((BroughtKind.Url, "GET", Pixel), (brought.Kind, brought.Request.Method, brought.Request.Url));
        Assert.Empty(brought.Problems);
    }

    [Fact]
    public async Task Several_lines_are_several_addresses_and_a_line_without_one_is_told()
    {
        var brought = await Bringing.OfAsync("https://a.example/1\n\nnothing here\nhttps://b.example/2\nhttp://[::1]:5080/3");
        Assert.Equal(["https://a.example/1", "https://b.example/2", "http://[::1]:5080/3"], brought.Urls);
        Assert.Equal(["line 1", "line 4", "line 5"], brought.Requests.Select(request => request.Where));
        Assert.Equal("line 3", Assert.Single(brought.Problems).Where);
    }

    [Theory]
    [InlineData("bücher.example/a?b=c")]
    [InlineData("пример.рф/путь")]
    [InlineData("xn--e1afmkfd.xn--p1ai/a")]
    [InlineData("उदाहरण.भारत/a")]
    public async Task An_address_without_a_scheme_may_be_of_any_script(string text) => Assert.Equal("https://" + text, (await Bringing.OfAsync(text)).Request.Url);

    [Theory]
    [InlineData("fetch(")]
    [InlineData("await fetch(")]
    [InlineData("const reply = await fetch(")]
    public async Task A_call_as_browsers_copy_it_for_scripts(string call)
    {
        var brought = await Bringing.OfAsync(call + """
            "https://pixel.example/tr?a=1&b=\u00e9", {
              "headers": {
                "accept": "*/*",
                "sec-ch-ua": "\"Chromium\";v=\"156\""
              },
              "referrer": "https://shop.example/shoes",
              "body": "{\"a\":[1,\"}\"]}",
              "method": "POST",
              "mode": "cors",
              "credentials": "include"
            });
            https://b.example/2
            """.Replace("\\\\", "\\", StringComparison.Ordinal));
        Assert.Equal((BroughtKind.Mixed, 2), (brought.Kind, brought.Requests.Count));
        var request = brought.Requests[0];
        Assert.Equal(("POST", "https://pixel.example/tr?a=1&b=é", "{\"a\":[1,\"}\"]}"), (request.Method, request.Url, request.Body));
        Assert.Equal(
            [new("accept", "*/*"), new("sec-ch-ua", "\"Chromium\";v=\"156\""), new NameValue("Referer", "https://shop.example/shoes")], request.Headers);
        Assert.Empty(brought.Problems);
    }

    [Theory]
    [InlineData("fetch('https://a.example/1');", false)]
    [InlineData("fetch(`https://a.example/1`).then(r => r.text())", false)]
    [InlineData("fetch(\"https://a.example/1\", {\n  \"headers\": {\n    \"accept\": \"*/*", true)]
    [InlineData("fetch(\"https://a.example/1\", { method: 'POST',\n  \"referrer\": \"https://shop.example/\"\n})", true)]
    [InlineData("fetch(\"https://a.example/1\", options)", true)]
    [InlineData("fetch(\"https://a.example/1\", {\"method\": \"\\ud800\", \"body\": [1]})", false)]
    public async Task Of_a_call_that_is_written_otherwise_the_address_is_read(string call, bool isCut)
    {
        var brought = await Bringing.OfAsync(call);
        Assert.Equal((BroughtKind.Curl, "https://a.example/1"), (brought.Kind, brought.Request.Url));
        Assert.Equal(isCut ? ["Of this fetch command only the address could be read."] : [], brought.Problems.Select(problem => problem.Why));
    }

    [Fact]
    public async Task A_command_as_browsers_copy_it_for_bash()
    {
        var brought = await Bringing.OfAsync("""
            curl 'https://pixel.example/tr?a=1&b=2' \
              -X 'POST' \
              -H 'accept: */*' \
              -H 'user-agent: Mozilla/5.0 (X11; Linux x86_64)' \
              -b '_fbp=fb.1.2; other=3' \
              --data-raw $'{"a":"it\'s\u00e9 \U0001F600\n\x41"}' \
              --compressed
            """);
        Assert.Equal((BroughtKind.Curl, "POST", "https://pixel.example/tr?a=1&b=2"), (brought.Kind, brought.Request.Method, brought.Request.Url));
        Assert.Equal("{\"a\":\"it's\u00e9 \U0001F600\nA\"}", brought.Request.Body);
        Assert.Equal("_fbp=fb.1.2; other=3", brought.Header("Cookie"));
        Assert.Equal("application/x-www-form-urlencoded", brought.Header("Content-Type"));
        Assert.Equal("Mozilla/5.0 (X11; Linux x86_64)", brought.Header("User-Agent"));
    }

    [Fact]
    public async Task A_command_as_browsers_copy_it_for_the_command_prompt()
    {
        var brought = await Bringing.OfAsync(
            "curl ^\"https://pixel.example/tr?a=1^&b=100^%^25^\" ^\r\n  -H ^\"accept: */*^\" ^\r\n  -H ^\"sec-ch-ua: ^\\^\"Chromium^\\^\";v=^\\^\"140^\\^\"^\" ^\r\n"
            + "  --data-raw ^\"^{^\\^\"a^\\^\":1^}^\"\r\n");
        Assert.Equal((BroughtKind.Curl, "POST", "https://pixel.example/tr?a=1&b=100%25"), (brought.Kind, brought.Request.Method, brought.Request.Url));
        Assert.Equal("\"Chromium\";v=\"140\"", brought.Header("sec-ch-ua"));
        Assert.Equal("{\"a\":1}", brought.Request.Body);
    }

    [Fact]
    public async Task A_command_as_chromium_copies_it_for_powershell()
    {
        var brought = await Bringing.OfAsync("""
            $session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
            $session.UserAgent = "Mozilla/5.0 (Windows NT 10.0)"
            $session.Cookies.Add((New-Object System.Net.Cookie("_ga", "GA1.1.2.3", "/", ".shop.example")))
            Invoke-WebRequest -UseBasicParsing -Uri "https://pixel.example/tr?a=1&b=2" `
            -Method "POST" `
            -WebSession $session `
            -Headers @{
            "authority"="pixel.example"
              "method"="POST"
              "path"="/tr?a=1&b=2"
              "scheme"="https"
              "accept"="*/*"
              "sec-ch-ua"="`"Chromium`";v=`"140`""
            } `
            -ContentType "text/plain;charset=UTF-8" `
            -Body "{`"price`":`"5 $([char]8364)`"}"
            https://next.example/
            """);
        Assert.Equal(BroughtKind.Mixed, brought.Kind);
        var request = brought.Requests[0];
        Assert.Equal(("POST", "https://pixel.example/tr?a=1&b=2", "{\"price\":\"5 €\"}"), (request.Method, request.Url, request.Body));
        Assert.Equal(
            ["User-Agent: Mozilla/5.0 (Windows NT 10.0)", "accept: */*", "sec-ch-ua: \"Chromium\";v=\"140\"", "Cookie: _ga=GA1.1.2.3", "Content-Type: text/plain;charset=UTF-8"],
            request.Headers.Select(header => $"{header.Name}: {header.Value}"));
        Assert.Equal("https://next.example/", brought.Requests[1].Url);
    }

    [Theory]
    [InlineData("curl -sI https://a.example/x", "HEAD", "https://a.example/x")]
    [InlineData("curl --head https://a.example/x", "HEAD", "https://a.example/x")]
    [InlineData("curl -XPUT --compressed \"https://a.example/x\"", "PUT", "https://a.example/x")]
    [InlineData("curl -G https://a.example/x -d a=1 -d b=2", "GET", "https://a.example/x?a=1&b=2")]
    [InlineData("$ curl a.example/x?a=1&b=2", "GET", "http://a.example/x?a=1&b=2")]
    [InlineData("curl --url 'https://a.example/x' --max-time 5 -o /dev/null", "GET", "https://a.example/x")]
    [InlineData("curl --json '{}' https://a.example/x", "POST", "https://a.example/x")]
    [InlineData("curl --some-new-flag https://a.example/x", "GET", "https://a.example/x")]
    public async Task A_command_that_people_write_themselves(string command, string method, string url)
    {
        var brought = await Bringing.OfAsync(command);
        Assert.Equal((method, url), (brought.Request.Method, brought.Request.Url));
    }

    [Fact]
    public async Task Several_commands_are_several_requests()
    {
        var brought = await Bringing.OfAsync("curl 'https://a.example/1' \\\n  -H 'a: b' ;\ncurl 'https://a.example/2' --compressed &\ncurl 'https://a.example/3'");
        Assert.Equal(["https://a.example/1", "https://a.example/2", "https://a.example/3"], brought.Urls);
        Assert.Equal("line 4", brought.Requests[2].Where);
    }

    [Fact]
    public async Task A_command_without_an_address_is_told()
    {
        var brought = await Bringing.OfAsync("curl -H 'a: b'\ncurl https://a.example/");
        Assert.Equal(("line 1", "https://a.example/"), (Assert.Single(brought.Problems).Where, brought.Request.Url));
    }

    [Fact]
    public async Task A_request_as_it_goes_over_the_wire()
    {
        var brought = await Bringing.OfAsync("POST /g/collect?v=2 HTTP/1.1\r\nHost: stats.example\r\nCookie: a=1\r\nContent-Length: 14\r\n\r\nen=page_view\r\n");
        Assert.Equal((BroughtKind.Request, "POST", "https://stats.example/g/collect?v=2"), (brought.Kind, brought.Request.Method, brought.Request.Url));
        Assert.Equal("en=page_view\r\n", brought.Request.Body);
        Assert.Equal("a=1", brought.Header("cookie"));
    }

    [Theory]
    [InlineData(":authority: stats.example\n:method: POST\n:path: /c?v=2\n:scheme: https\naccept: */*", "https://stats.example/c?v=2")]
    [InlineData("GET http://proxied.example/c HTTP/1.0\nAccept: */*", "http://proxied.example/c")]
    [InlineData("GET /c HTTP/1.1\nHost: metrics.localhost:5080", "http://metrics.localhost:5080/c")]
    public async Task A_request_as_tools_show_it(string text, string url) => Assert.Equal(url, (await Bringing.OfAsync(text)).Request.Url);

    [Fact]
    public async Task A_request_that_names_no_host_is_told() =>
        Assert.Contains("Host", Assert.Single((await Bringing.OfAsync("GET /c HTTP/1.1\nAccept: */*\n")).Problems).Why, StringComparison.Ordinal);

    [Fact]
    public async Task Several_kinds_in_one_text_are_mixed_and_each_is_read()
    {
        var brought = await Bringing.OfAsync("""
            https://a.example/1
            curl 'https://b.example/2' -H 'a: b'

            POST /3 HTTP/1.1
            Host: c.example

            x=1

            <img src="https://d.example/4">
            <script>f.src = "//e.example/5"</script>

            https://f.example/6
            """);
        Assert.Equal(BroughtKind.Mixed, brought.Kind);
        Assert.Equal(
            ["https://a.example/1", "https://b.example/2", "https://c.example/3", "https://d.example/4", "https://e.example/5", "https://f.example/6"], brought.Urls);
        Assert.Equal("x=1", brought.Requests[2].Body);
        Assert.Empty(brought.Problems);
    }

    [Theory]
    [InlineData("", "nothing in it")]
    [InlineData("\0\0\0 \n", "nothing in it")]
    [InlineData("Dear lab, what is this?", "nothing that can be read here")]
    [InlineData("{\"a\": 1}", "no recording of a browser")]
    [InlineData("{\"log\": ", "breaks off")]
    [InlineData("PK\u0003\u0004", "ZIP")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("\"id\",\"time (UTC)\",\"kind\",\"site\"\r\n\"1\",\"2026-11-23\",\"hit\",\"shop\"", "table (CSV) of PixelLab")]
    public async Task What_is_nothing_that_can_be_read_says_why(string text, string why)
    {
        var brought = await Bringing.OfAsync(text);
        Assert.True(brought.IsRefused);
        Assert.Contains(why, Assert.Single(brought.Problems).Why, StringComparison.Ordinal);
    }
}
