using System.Net;
using System.Text.RegularExpressions;

namespace PixelLab.Bench;

/// <summary>How much JavaScript a page brings along, minified as in a release (the bench runs in no other) and compressed as it is sent.</summary>
internal static partial class ScriptSizes
{
    /// <summary>Asks for the pages and their scripts as a browser does, and prints.</summary>
    public static async Task RunAsync()
    {
        await using var lab = await BenchLab.StartAsync();
        Console.WriteLine($"JavaScript, gzip: sample page {await OfAsync(lab, "shop.localhost", "/") / 1000.0:n1} kB (aim: 40), panel {await OfAsync(lab, "localhost", "/panel") / 1000.0:n1} kB (aim: 90)");
    }

    private static async Task<long> OfAsync(LabProcess lab, string host, string path)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, UseProxy = false });
        var page = System.Text.Encoding.UTF8.GetString(await GetAsync(http, lab, host, path));
        long sum = 0;
        foreach (Match script in Script().Matches(page))
        {
            var address = new Uri(new Uri($"http://{host}:{lab.Port}{path}"), WebUtility.HtmlDecode(script.Groups[1].Value));
            sum += (await GetAsync(http, lab, address.Host, address.PathAndQuery, gzip: true)).Length;
        }

        return sum;
    }

    private static async Task<byte[]> GetAsync(HttpClient http, LabProcess lab, string host, string path, bool gzip = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{lab.Port}{path}");
        request.Headers.Host = $"{host}:{lab.Port}";
        if (gzip)
        {
            request.Headers.AcceptEncoding.ParseAdd("gzip");
        }

        using var reply = await http.SendAsync(request);
        reply.EnsureSuccessStatusCode();
        return await reply.Content.ReadAsByteArrayAsync();
    }

    [GeneratedRegex("<script[^>]*\\ssrc=\"([^\"]+)\"")]
    private static partial Regex Script();
}
