using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace PixelLab.Web.Tests;

/// <summary>
/// Ten thousand requests to every route, each with some of its parts replaced by what nobody should send. Whatever the lab makes of one, it
/// is never a fault of the lab's own. The seeds are fixed, so that a request that fails is the same the next time.
/// </summary>
public sealed partial class MutatedRequestTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private const int RequestsOfASeed = 1_000;

    /// <summary>What stands in a request where something else was expected.</summary>
    private static readonly string[] Oddities =
    [
        "", "%", "%2", "%00", "%ff%fe", "%ED%A0%80", "\xff\xfe", "xn--a\xff", "..", "%2e%2e%2f", "//", "~", "~me", "~zz\x80", "-1", "0", "1e999", "NaN",
        "99999999999999999999", "2026-13-45T99:99:99Z", "null", "true", "[]", "{}", "{\"a\":", "\"", "'", "<script>", "\\", "\t", " ", "=", "&", ";;;=",
        "a=b=c", "http://xn--a\xff/", "http://[::1", "http://localhost:99999/", "data:,x", "javascript:0", "\u00e9\u00ff", "q=;q=,;", "bytes=0-,9-1",
        "\"etag", "W/", "*", "application/json;charset=nonsense", "multipart/form-data", "multipart/form-data; boundary=", "gzip, br;q=nope",
    ];

    private static readonly string[] HeaderNames =
    [
        "Referer", "Origin", "Cookie", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding", "Content-Type", "Range", "If-None-Match",
        "If-Modified-Since", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest", "Sec-CH-UA", "Sec-GPC", "Purpose", "X-Forwarded-For",
        "X-Forwarded-Proto", "X-Room-Key", "Last-Event-ID", "Upgrade", "Expect", "Forwarded", "Via", "DNT", "X-\x80",
    ];

    private static readonly string[] Names =
    [
        "after", "limit", "lang", "at", "since", "example", "done", "v", "tid", "en", "dl", "dt", "ev", "id", "uid", "a", "b", "q", "page", "vendor",
        "lens", "from", "until", "format", "url", "to", "e", "c", "m", "seat", "code", "name", "value", "connectionId", "negotiateVersion",
    ];

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get", "X"];

    /// <summary>Seeds.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_is_sent_is_no_fault_of_the_labs(int seed)
    {
        var seat = await Seat.NewAsync(lab.Server);
        var doors = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Addressing", "doors.txt"), TestContext.Current.CancellationToken);
        var random = new Random(seed);
        var requests = Enumerable.Range(0, RequestsOfASeed).Select(_ => Mutated(doors[random.Next(doors.Length)], seat.Name, random)).ToList();

        var faults = new List<string>();
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (request, cancellation) =>
        {
            if (await StatusAsync(request, cancellation) is >= 500 and not 501 and not 505 and var status)
            {
                lock (faults)
                {
                    faults.Add($"{status} for {request[..Math.Min(request.Length, 600)]}");
                }
            }
        });

        Assert.True(faults.Count == 0, string.Join("\n\n", faults.Take(5)) + $"\n\n{faults.Count} in all");
        using var health = await lab.Server.Http.GetAsync(lab.Server.Url("lab", "/healthz"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    /// <summary>A request to a route, as it should be but for some of its parts.</summary>
    private string Mutated(string door, string seat, Random random)
    {
        var parts = door.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var method = parts[1] == "*" ? "POST" : parts[1];
        var host = parts[2] is "*" or "lab" ? "localhost" : parts[2] + ".localhost";
        var path = Places().Replace(parts[3], place => place.Groups[1].Value is "seat" ? seat : Odd(random, 0.4) ?? "1");
        path = parts[3].StartsWith("/api/", StringComparison.Ordinal) ? path : $"/~{seat}{path}";
        var headers = new List<string>();
        var query = new List<string>();
        var body = "";
        for (var change = random.Next(1, 5); change > 0; change--)
        {
            switch (random.Next(8))
            {
                case 0:
                    method = Methods[random.Next(Methods.Length)];
                    break;
                case 1:
                    var segments = path.Split('/');
                    segments[random.Next(segments.Length)] = Any(random);
                    path = string.Join('/', segments);
                    break;
                case 2 or 3:
                    query.Add($"{(random.Next(4) > 0 ? Names[random.Next(Names.Length)] : Any(random))}={Any(random)}");
                    break;
                case 4 or 5:
                    headers.Add($"{HeaderNames[random.Next(HeaderNames.Length)]}: {Any(random)}");
                    break;
                case 6:
                    host = random.Next(3) switch { 0 => Any(random), 1 => host + ":99999", _ => host.ToUpperInvariant() + "." };
                    break;
                default:
                    body = Body(random, headers);
                    break;
            }
        }

        var line = $"{method} {path}{(query.Count > 0 ? "?" + string.Join('&', query) : "")} HTTP/1.1";
        headers.Add($"Host: {(host.Contains(':', StringComparison.Ordinal) ? host : string.Create(CultureInfo.InvariantCulture, $"{host}:{lab.Server.Port}"))}");
        headers.Add(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}"));
        headers.Add("Connection: close");
        var text = $"{line}\r\n{string.Join("\r\n", headers)}\r\n\r\n{body}";
        return random.Next(10) > 0 ? text : Flipped(text, random);
    }

    private static string Body(Random random, List<string> headers)
    {
        var (type, body) = random.Next(5) switch
        {
            0 => ("application/json", $$"""{"{{Names[random.Next(Names.Length)]}}":{{Any(random)}},"do":"{{Any(random)}}"}"""),
            1 => ("application/x-www-form-urlencoded", $"{Names[random.Next(Names.Length)]}={Any(random)}&{Any(random)}"),
            2 => ("multipart/form-data; boundary=x", $"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{Any(random)}\"\r\n\r\n{Any(random)}\r\n--x{(random.Next(2) > 0 ? "--" : "")}"),
            3 => ("text/plain", Any(random)),
            _ => (Any(random), Any(random)),
        };
        headers.Add("Content-Type: " + type);
        return body;
    }

    private static string? Odd(Random random, double often) => random.NextDouble() < often ? Any(random) : null;

    /// <summary>Something odd: as it is, written as an address would write it, many times over, or beside something else.</summary>
    private static string Any(Random random)
    {
        var odd = Oddities[random.Next(Oddities.Length)];
        return random.Next(6) switch
        {
            0 => Uri.EscapeDataString(odd),
            1 => string.Concat(Enumerable.Repeat(odd, random.Next(1, 400))),
            2 => odd + Oddities[random.Next(Oddities.Length)],
            3 => new string((char)random.Next(1, 256), random.Next(1, 3000)),
            _ => odd,
        };
    }

    private static string Flipped(string text, Random random)
    {
        var letters = text.ToCharArray();
        letters[random.Next(letters.Length)] = (char)random.Next(256);
        return new string(letters);
    }

    /// <summary>The answer's status; zero where the connection was closed without one, as for what is no HTTP.</summary>
    private async Task<int> StatusAsync(string request, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, lab.Server.Port), patience.Token);
        var answer = new byte[64];
        var read = 0;
        try
        {
            await socket.SendAsync(Encoding.Latin1.GetBytes(request), patience.Token);
            socket.Shutdown(SocketShutdown.Send);
            while (read < 12 && await socket.ReceiveAsync(answer.AsMemory(read), patience.Token) is > 0 and var more)
            {
                read += more;
            }
        }
        catch (SocketException)
        {
            // Hung up on.
        }

        return read >= 12 && int.TryParse(Encoding.Latin1.GetString(answer, 9, 3), CultureInfo.InvariantCulture, out var status) ? status : 0;
    }

    [GeneratedRegex(@"\{\*{0,2}(\w+)[^}]*\}")]
    private static partial Regex Places();
}
