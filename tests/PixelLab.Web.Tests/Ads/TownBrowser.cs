using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PixelLab.Web.Tests.Ads;

/// <summary>What a browser does with a page of the town, as far as ads are concerned: fetches its images and frames, keeps cookies.</summary>
public sealed partial class TownBrowser(AdTownServer server, string seat, bool cookies) : IDisposable
{
    private readonly HttpClient _client = new(server.Handler());
    private readonly ConcurrentDictionary<(string Host, string Name), string> _jar = [];

    /// <summary>An address in the seat.</summary>
    public Uri At(string host, string pathAndQuery) =>
        new($"http://{(host == "lab" ? "" : host + ".")}localhost:{server.Port.ToString(CultureInfo.InvariantCulture)}/~{seat}{pathAndQuery}");

    /// <summary>Opens a page and fetches its images and frames, and the images in the frames. Returns all their text.</summary>
    public async Task<string> OpenAsync(string host, string pathAndQuery)
    {
        var text = await TextAsync(At(host, pathAndQuery));
        foreach (var url in Sources().Matches(text).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToList())
        {
            text += await FollowAsync(new Uri(At(host, "/"), url), host);
        }

        return text;
    }

    /// <summary>Fetches an address and what it redirects to; the text of what is no image.</summary>
    public async Task<string> FollowAsync(Uri url, string fromHost)
    {
        for (var step = 0; step < 10; step++)
        {
            using var answer = await SendAsync(url, fromHost);
            if (answer.Headers.Location is { } next)
            {
                url = new Uri(url, next);
                continue;
            }

            if (answer.Content.Headers.ContentType?.MediaType is not "text/html")
            {
                return "";
            }

            var text = await answer.Content.ReadAsStringAsync();
            foreach (Match source in Sources().Matches(text))
            {
                using var inside = await SendAsync(new Uri(url, WebUtility.HtmlDecode(source.Groups[1].Value)), url.Host.Split('.')[0]);
            }

            return text;
        }

        throw new InvalidOperationException($"{url} still redirects.");
    }

    /// <summary>Asks once, with the cookies of that host.</summary>
    public async Task<HttpResponseMessage> SendAsync(Uri url, string? fromHost = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (fromHost is not null)
        {
            request.Headers.Referrer = At(fromHost, "/");
        }

        return await SendAsync(request, url);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Uri url)
    {
        var sent = string.Join("; ", _jar.Where(entry => entry.Key.Host == url.Host).Select(entry => $"{entry.Key.Name}={entry.Value}"));
        if (cookies && sent.Length > 0)
        {
            request.Headers.Add("Cookie", sent);
        }

        var answer = await _client.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            // A jar per site is beyond this browser: it is one that lets third parties set the usual kind.
            if (!cookie.Contains("Partitioned", StringComparison.Ordinal) && cookie.Split(';')[0].Split('=', 2) is [var name, var value])
            {
                _jar[(url.Host, name)] = value;
            }
        }

        return answer;
    }

    /// <summary>Sends a form: a name and a value for each field.</summary>
    public async Task<HttpResponseMessage> PostAsync(string host, string path, params string[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, At(host, path))
        {
            Content = new FormUrlEncodedContent(fields.Chunk(2).Select(field => KeyValuePair.Create(field[0], field[1]))),
        };
        return await SendAsync(request, request.RequestUri!);
    }

    /// <summary>The text at an address.</summary>
    public async Task<string> TextAsync(Uri url)
    {
        using var answer = await SendAsync(url);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The seat's events.</summary>
    public async Task<IReadOnlyList<JsonElement>> EventsAsync()
    {
        var port = server.Port.ToString(CultureInfo.InvariantCulture);
        using var json = JsonDocument.Parse(await TextAsync(new Uri($"http://localhost:{port}/api/seats/{seat}/events?after=0&limit=500")));
        return [.. json.RootElement.GetProperty("events").EnumerateArray().Select(item => item.Clone())];
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    [GeneratedRegex("<(?:img|iframe)[^>]*? src=\"([^\"]+)\"")]
    private static partial Regex Sources();
}
