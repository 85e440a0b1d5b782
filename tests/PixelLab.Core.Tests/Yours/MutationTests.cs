using System.Text;
using PixelLab.Core.Languages;
using PixelLab.Core.Yours;

namespace PixelLab.Core.Tests.Yours;

/// <summary>
/// What is brought with some of its bytes replaced, taken out, doubled or moved, and bytes by chance. Whatever becomes of it, nothing fails. The
/// seeds are fixed, so that what fails is the same the next time.
/// </summary>
public sealed class MutationTests
{
    private const int OfASeed = 200;

    private static readonly string[] Whole =
    [
        "https://pixel.example/tr?id=1&ev=PageView\nhttps://b.example/%ff?u=https%3A%2F%2Fc.example",
        "curl 'https://a.example/?a=1' \\\n -H 'accept: */*' -b 'a=1' --data-raw $'x\\'\\u00e9\\x41' --compressed ;\ncurl -sI https://b.example",
        "curl ^\"https://a.example/^\" ^\r\n -H ^\"a: ^\\^\"b^\\^\"^\" --data-raw ^\"^{^}^\"",
        "$session.UserAgent = \"a\"\nInvoke-WebRequest -Uri \"https://a.example/\" `\n-Headers @{\"a\"=\"b`\"\"} -Body \"$([char]8364)\"",
        "fetch(\"https://a.example/?b=1\", {\n  \"headers\": {\n    \"a\": \"\\\"b\\\"\"\n  },\n  \"referrer\": \"https://c.example/\",\n  \"body\": \"{}\",\n  \"method\": \"POST\"\n}); ;\nawait fetch('https://d.example/');",
        "POST /a?b=c HTTP/1.1\r\nHost: a.example\r\nContent-Length: 3\r\n\r\nabc",
        """{"log":{"version":"1.2","entries":[{"_initiator":{"stack":{"parent":{"parent":{}}}},"request":{"method":"POST","url":"https://a.example/?\u00e9\ud83d","headers":[{"name":"a","value":"b"}],"cookies":[{"name":"a","value":"b"}],"postData":{"mimeType":"a","text":"b","params":[{"name":"a","value":"b"}]}},"response":{"content":{"text":"x"}}}]}}""",
        """{"format":"pixellab-replay","version":1,"events":[{"id":1,"event":{"kind":"hit","request":{"head":"GET / HTTP/1.1\r\nHost: a","scheme":"http","body":"x"}}}]}""",
        "\uFEFF\"id\",\"time (UTC)\",\"kind\",\"method\",\"url\",\"cookies sent\"\r\n\"1\",\"2026\",\"hit\",\"GET\",\"https://a.example/?b=1\",\"c=\"\"d\"\"\"\r\n",
        "<base href='https://a.example'><img src='1' srcset='2 1x, 3 2x'><a href='//b.example' ping='4'>x</a><style>@import '5'; url(6)</style><script>f('//c.example/7')</script><!--[if mso]><img src='8'><![endif]--><iframe srcdoc='&lt;img src=9>'>",
        "From: a@b.example\r\nSubject: =?utf-8?B?eA==?=\r\nList-Unsubscribe: <https://a.example>, <mailto:a@b>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=shift_jis\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<img src=3D\"https://c.example/1\">=E3\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\nhttps://d.example\r\n--b--",
    ];

    private static readonly string[] Oddities =
    [
        "\0", "\xff", "\"", "'", "\\", "\\u", "\\ud800", "{", "}", "[", "]", "<", ">", "<!--", "&#xD800;", "%", "%zz", "\r\n\r\n", "--b", "=?x?q?=?=", "=", "^", "`", "$'", ":", "//",
        "http://[", "http://a\0b/", "https://xn--a\xff/", "https://:99999", "url(", "charset=utf-16", "base64", "\ud800", "\u202e", "curl ", "-H", "boundary=", "data:", "𝕏", " ", "\uFEFF",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_is_brought_nothing_fails(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < OfASeed; i++)
        {
            var bytes = i % 10 == 0 ? ByChance(random) : Mutated(Encoding.UTF8.GetBytes(Whole[random.Next(Whole.Length)]), random);
            var brought = await Bringing.OfAsync(bytes, random.Next(2) == 0 ? null : "a.eml");
            Assert.True(brought.Requests.Count + brought.Links.Count + brought.Problems.Count > 0, $"Nothing was said of {Convert.ToBase64String(bytes)}");
            foreach (var request in brought.Requests)
            {
                Assert.NotNull(RequestReader.Explain(request, Language.English));
            }

            Assert.All(brought.Links, link => Assert.NotNull(ExplainedLink.Of(link, Language.English)));
        }
    }

    private static byte[] ByChance(Random random)
    {
        var bytes = new byte[random.Next(1, 2000)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Mutated(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            var length = random.Next(Math.Min(40, bytes.Count - at));
            switch (random.Next(4))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Oddities[random.Next(Oddities.Length)]));
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.Slice(at, length));
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }

            if (bytes.Count == 0)
            {
                bytes.Add((byte)' ');
            }
        }

        return [.. bytes];
    }
}
