using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.SignalR.Client;

namespace PixelLab.Bench;

/// <summary>
/// One visitor from an address of their own who tries everything at once, each trick again as soon as it is answered; in a process of its
/// own, which takes nothing from the others that it does not take by asking.
/// </summary>
internal sealed class HostileVisitor : IDisposable
{
    /// <summary>The word by which this program becomes the visitor.</summary>
    public const string Command = "hostile-visitor";

    private const string Address = "198.51.100.7";
    private const string Seat = "zzhostile";

    private static readonly byte[] Commas = Encoding.ASCII.GetBytes(
        "{\"format\":\"pixellab-replay\",\"version\":1,\"events\":[" + string.Concat(Enumerable.Repeat("0,", 30_000_000)));

    private readonly ConcurrentDictionary<(string Trick, string Outcome), int> _outcomes = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
    })
    {
        Timeout = TimeSpan.FromSeconds(60),
    };

    private readonly int _port;
    private readonly (string Name, Func<int, CancellationToken, Task<string>> Do)[] _tricks;

    private HostileVisitor(int port, string code, IReadOnlyList<string> words)
    {
        _port = port;
        var rules = string.Join('\n', Enumerable.Range(0, 200).Select(rule => string.Create(CultureInfo.InvariantCulture, $"*a*b*c*d*e*f*{rule}") + new string('x', 75)));
        var longSeat = new string('a', 240_000);
        var longWord = new string('a', 200_000);
        var large = new byte[94_000];
        _tricks =
        [
            ("erases empty seats", (go, end) => AskAsync(HttpMethod.Delete, "", $"/api/seats/zq{go}", null, end)),
            ("opens rooms", (_, end) => AskAsync(HttpMethod.Post, "", "/api/rooms", null, end)),
            ("fills the class's room", (_, end) => AskAsync(HttpMethod.Post, "", $"/api/rooms/{code}/students", null, end)),
            ("votes with a long seat", (_, end) => AskAsync(HttpMethod.Post, "", $"/api/seats/{longSeat}/room/vote", null, end)),
            ("posts another site's forms", (_, end) => AskAsync(HttpMethod.Post, "shop.", $"/~{Seat}/cart", Form("item", "1"), end, ("Origin", "http://evil.example"))),
            ("sets 200 rules", (_, end) => AskAsync(HttpMethod.Post, "", $"/~{Seat}/switches", Form("section", "blocker", "blocker", "on", "blocker.rules", rules), end)),
            ("searches with 200,000 letters", (_, end) => AskAsync(HttpMethod.Get, "shop.", $"/~{Seat}/search?q={longWord}", null, end)),
            ("searches with 12,000 letters", (_, end) => AskAsync(HttpMethod.Get, "shop.", $"/~{Seat}/search?q={longWord[..12_000]}", null, end)),
            ("sends 94 kB hits", (_, end) => AskAsync(HttpMethod.Post, "metrics.", $"/~{Seat}/px/PL-SHOP-1.gif?en=page_view", new ByteArrayContent(large), end)),
            ("sends odd names", (go, end) => AskAsync(HttpMethod.Get, "metrics.", $"/~{Seat}/px/PL-SHOP-1.gif?dl=http%3A%2F%2Fxn--a%FF%2F&go={go}", null, end, ("Referer", "http://xn--a\xff/"))),
            ("imports 60 MB of commas", (_, end) => ImportAsync(end)),
            ("imports 60 MB of commas again", (_, end) => ImportAsync(end)),
            ("follows 1,000 times", FollowAsync),
            ("holds 500 idle connections", IdleAsync),
            ("reads the whole class's wall", (_, end) => AskAsync(HttpMethod.Get, "", $"/api/rooms/{code}/progress", null, end, ("X-Room-Key", "guess"))),
        ];
        _tricks = [.. _tricks.Where(trick => words.Count == 0 || words.Any(word => trick.Name.Contains(word, StringComparison.Ordinal)))];
    }

    /// <summary>
    /// Starts a visitor of that lab who knows that code of a room, and has these tricks alone where any are named. It goes on until its
    /// input ends, and then says what came of them.
    /// </summary>
    public static Process Start(int port, string code, IReadOnlyList<string> words)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (IEnumerable<string>)[Command, port.ToString(CultureInfo.InvariantCulture), code, .. words])
        {
            start.ArgumentList.Add(argument);
        }

        var visitor = Process.Start(start)!;
        visitor.PriorityClass = ProcessPriorityClass.Idle;
        return visitor;
    }

    /// <summary>Is that visitor.</summary>
    public static async Task RunAsync(string port, string code, IReadOnlyList<string> words)
    {
        using var visitor = new HostileVisitor(int.Parse(port, CultureInfo.InvariantCulture), code, words);
        using var end = new CancellationTokenSource();
        var going = visitor.DoAllAsync(end.Token);
        await Console.In.ReadToEndAsync(CancellationToken.None);
        await end.CancelAsync();
        await going;
        foreach (var line in visitor.Report())
        {
            Console.WriteLine("    " + line);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private Task DoAllAsync(CancellationToken end) => Task.WhenAll(_tricks.Select(trick => Task.Run(
        async () =>
        {
            for (var go = 0; !end.IsCancellationRequested; go++)
            {
                var outcome = await TryAsync(() => trick.Do(go, end));
                if (!end.IsCancellationRequested)
                {
                    _outcomes.AddOrUpdate((trick.Name, outcome), 1, (_, before) => before + 1);
                }
            }
        },
        CancellationToken.None)));

    private IEnumerable<string> Report() => _tricks.Select(trick => $"{trick.Name,-32} " + string.Join(
        ", ", _outcomes.Where(one => one.Key.Trick == trick.Name).OrderByDescending(one => one.Value)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key.Outcome}: {one.Value:n0}"))));

    private static async Task<string> TryAsync(Func<Task<string>> trick)
    {
        try
        {
            return await trick();
        }
        catch (Exception fault) when (fault is HttpRequestException or SocketException or IOException or OperationCanceledException)
        {
            return "hung up on";
        }
    }

    private static FormUrlEncodedContent Form(params string[] pairs) =>
        new(pairs.Chunk(2).Select(pair => new KeyValuePair<string, string>(pair[0], pair[1])));

    private async Task<string> AskAsync(
        HttpMethod method, string host, string path, HttpContent? content, CancellationToken end, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"http://127.0.0.1:{_port}{path}");
        request.Content = content;
        request.Headers.Host = string.Create(CultureInfo.InvariantCulture, $"{host}localhost:{_port}");
        request.Headers.Add("X-Forwarded-For", Address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var reply = await _http.SendAsync(request, end);
        await reply.Content.CopyToAsync(Stream.Null, end);
        return ((int)reply.StatusCode).ToString(CultureInfo.InvariantCulture);
    }

    private Task<string> ImportAsync(CancellationToken end)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(Commas), "replay", "replay.json" } };
        return AskAsync(HttpMethod.Post, "", $"/~{Seat}/replay", form, end);
    }

    private async Task<string> FollowAsync(int go, CancellationToken end)
    {
        await using var connection = new HubConnectionBuilder()
            .WithUrl($"http://127.0.0.1:{_port}/live", http => http.Headers["X-Forwarded-For"] = Address).Build();
        await connection.StartAsync(end);
        var refused = 0;
        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(async _ =>
        {
            try
            {
                using var brief = CancellationTokenSource.CreateLinkedTokenSource(end);
                brief.CancelAfter(TimeSpan.FromSeconds(2));
                await foreach (var one in connection.StreamAsync<object>("Follow", Seat, "", brief.Token))
                {
                }
            }
            catch (Exception fault) when (fault is Microsoft.AspNetCore.SignalR.HubException or OperationCanceledException)
            {
                refused += fault is Microsoft.AspNetCore.SignalR.HubException ? 1 : 0;
            }
        }));
        return refused > 0 ? "most refused" : "none refused";
    }

    private async Task<string> IdleAsync(int go, CancellationToken end)
    {
        var head = Encoding.ASCII.GetBytes(
            $"POST /~{Seat}/px/PL-SHOP-1.gif HTTP/1.1\r\nHost: metrics.localhost:{_port}\r\nX-Forwarded-For: {Address}\r\nContent-Length: 620000\r\n\r\n");
        var body = new byte[620_000];
        var sockets = new List<Socket>();
        try
        {
            for (var i = 0; i < 500; i++)
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                sockets.Add(socket);
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, _port), end);
                await socket.SendAsync(head, end);
                await socket.SendAsync(body, end);
            }

            await Task.Delay(TimeSpan.FromSeconds(10), end);
            return "held";
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }
}
