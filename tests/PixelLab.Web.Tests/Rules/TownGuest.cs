using System.Net;
using System.Text.Json;

namespace PixelLab.Web.Tests.Rules;

/// <summary>Somebody who walks through the town with a browser that keeps first-party cookies, as far as the rules are concerned.</summary>
public sealed class TownGuest
{
    private readonly LabServer _server;
    private readonly Dictionary<(string Host, string Name), string> _jar = [];
    private readonly List<(string Name, string Value)> _headers = [];

    private TownGuest(LabServer server, Seat seat) => (_server, Seat) = (server, seat);

    public Seat Seat { get; }

    public static async Task<TownGuest> ArriveAsync(LabServer server) => new(server, await Seat.NewAsync(server));

    /// <summary>From now on every request carries this header.</summary>
    public TownGuest Sending(string name, string value)
    {
        _headers.Add((name, value));
        return this;
    }

    public IEnumerable<string> CookiesOf(string host) => _jar.Keys.Where(key => key.Host == host).Select(key => key.Name);

    public Task TurnAsync(params (string Name, string Value)[] switches) => PostAsync("lab", "/switches", HttpStatusCode.SeeOther, switches);

    public Task AnswerAsync(string host, string how, params string[] purposes) => PostAsync(
        host, "/consent", HttpStatusCode.SeeOther, [("how", how), ("back", "/"), .. purposes.Select(purpose => ("purpose", purpose))]);

    public async Task<string> OpenAsync(string host, string path = "/")
    {
        using var reply = await GetAsync(host, path);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return WebUtility.HtmlDecode(await reply.Content.ReadAsStringAsync());
    }

    public Task<HttpResponseMessage> GetAsync(string host, string path) => SendAsync(host, new HttpRequestMessage(HttpMethod.Get, At(host, path)));

    public async Task<HttpResponseMessage> PostAsync(
        string host, string path, HttpStatusCode expected, params IEnumerable<(string Name, string Value)> fields)
    {
        var reply = await SendAsync(host, new HttpRequestMessage(HttpMethod.Post, At(host, path))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        });
        Assert.Equal(expected, reply.StatusCode);
        return reply;
    }

    public Uri At(string host, string path) => new(_server.Url(host, $"/~{Seat.Name}{path}"));

    /// <summary>What the page just opened planted and held back, by vendor and reason.</summary>
    public async Task<IReadOnlyList<(string Vendor, string Reason, string? Detail)>> HeldBackAsync() =>
        [.. (await Seat.EventsAsync("missing")).Where(IsTheLabs).Select(one => (one.Text("vendor")!, one.Text("reason")!, one.Text("detail")))];

    private static bool IsTheLabs(JsonElement missing) => missing.Text("witness") == "lab";

    private async Task<HttpResponseMessage> SendAsync(string host, HttpRequestMessage request)
    {
        using (request)
        {
            foreach (var (name, value) in _headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            var cookies = string.Join("; ", _jar.Where(entry => entry.Key.Host == host).Select(entry => $"{entry.Key.Name}={entry.Value}"));
            if (cookies.Length > 0)
            {
                request.Headers.Add("Cookie", cookies);
            }

            var reply = await _server.Http.SendAsync(request);
            foreach (var cookie in reply.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                Keep(host, cookie);
            }

            return reply;
        }
    }

    private void Keep(string host, string cookie)
    {
        var pair = cookie.Split(';')[0].Split('=', 2);
        if (cookie.Contains("max-age=0", StringComparison.OrdinalIgnoreCase))
        {
            _jar.Remove((host, pair[0]));
        }
        else
        {
            _jar[(host, pair[0])] = pair[1];
        }
    }
}
