using System.Globalization;
using System.Text.Json;
using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Live;

namespace PixelLab.Web.Features.Replay;

/// <summary>
/// Hits and visits as an HTTP archive (HAR 1.2), which opens in a browser's own network panel. What the lab did not measure
/// is written as the format has it for “unknown”: -1, or an empty text.
/// </summary>
internal static class HarExport
{
    private static readonly string Gif = Convert.ToBase64String(TransparentGif.Bytes.Span);

    /// <summary>Writes the events as they come; the pages, which are few, follow at the end.</summary>
    public static async Task WriteAsync(Stream output, IAsyncEnumerable<ReplayedEvent> events, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output);
        var pages = new List<Visit>();
        json.WriteStartObject();
        json.WriteStartObject("log");
        json.WriteString("version", "1.2");
        json.WriteStartObject("creator");
        json.WriteString("name", "PixelLab");
        json.WriteString("version", typeof(HarExport).Assembly.GetName().Version?.ToString(3));
        json.WriteEndObject();
        json.WriteStartArray("entries");
        await foreach (var (labEvent, _) in events.WithCancellation(cancellation))
        {
            switch (labEvent)
            {
                case Hit hit:
                    WriteEntry(json, hit.At, hit.Request, VendorList.PlantOf(hit)?.Split('.', 2)[0], ReplyView.Of(hit, Language.English));
                    break;
                case Visit visit:
                    pages.Add(visit);
                    WriteEntry(json, visit.At, visit.Request, visit.PageView, new ReplyView(200, [new("Content-Type", "text/html")], []));
                    break;
                default:
                    break;
            }

            await json.FlushAsync(cancellation);
        }

        json.WriteEndArray();
        WritePages(json, pages);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePages(Utf8JsonWriter json, List<Visit> visits)
    {
        json.WriteStartArray("pages");
        foreach (var visit in visits)
        {
            json.WriteStartObject();
            json.WriteString("id", visit.PageView);
            json.WriteString("title", visit.Title);
            json.WriteString("startedDateTime", Time(visit.At));
            json.WriteStartObject("pageTimings");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, DateTimeOffset at, CapturedRequest request, string? pageView, ReplyView reply)
    {
        json.WriteStartObject();
        if (pageView is not null)
        {
            json.WriteString("pageref", pageView);
        }

        json.WriteString("startedDateTime", Time(at));
        json.WriteNumber("time", 0);
        WriteRequest(json, request);
        WriteReply(json, request, reply);
        json.WriteStartObject("cache");
        json.WriteEndObject();
        json.WriteStartObject("timings");
        json.WriteNumber("send", 0);
        json.WriteNumber("wait", 0);
        json.WriteNumber("receive", 0);
        json.WriteEndObject();
        json.WriteString("_clientAddress", request.Address);
        json.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter json, CapturedRequest request)
    {
        json.WriteStartObject("request");
        json.WriteString("method", request.Method);
        json.WriteString("url", Url(request));
        json.WriteString("httpVersion", request.Protocol);
        WritePairs(json, "cookies", request.Cookies);
        WritePairs(json, "headers", request.Headers);
        WritePairs(json, "queryString", request.Query);
        if (request.Body is { } body)
        {
            json.WriteStartObject("postData");
            json.WriteString("mimeType", request.Header("Content-Type") ?? "");
            json.WriteString("text", body);
            json.WriteEndObject();
        }

        json.WriteNumber("headersSize", request.HeadBytes);
        json.WriteNumber("bodySize", request.BodyBytes);
        json.WriteEndObject();
    }

    private static void WriteReply(Utf8JsonWriter json, CapturedRequest request, ReplyView reply)
    {
        var isGif = reply.Parts.Count > 0;
        json.WriteStartObject("response");
        json.WriteNumber("status", reply.Status);
        json.WriteString("statusText", reply.Status == StatusCodes.Status302Found ? "Found" : "OK");
        json.WriteString("httpVersion", request.Protocol);
        json.WriteStartArray("cookies");
        foreach (var header in reply.Headers.Where(header => header.Name == "Set-Cookie"))
        {
            var pair = header.Value.Split(';', 2)[0].Split('=', 2);
            WritePair(json, new NameValue(pair[0], pair.ElementAtOrDefault(1) ?? ""));
        }

        json.WriteEndArray();
        WritePairs(json, "headers", reply.Headers);
        json.WriteStartObject("content");
        json.WriteNumber("size", isGif ? TransparentGif.Bytes.Length : 0);
        json.WriteString("mimeType", reply.Headers.FirstOrDefault(header => header.Name == "Content-Type").Value ?? "");
        if (isGif)
        {
            json.WriteString("text", Gif);
            json.WriteString("encoding", "base64");
        }

        json.WriteEndObject();
        json.WriteString("redirectURL", "");
        json.WriteNumber("headersSize", -1);
        json.WriteNumber("bodySize", isGif ? TransparentGif.Bytes.Length : -1);
        json.WriteEndObject();
    }

    private static void WritePairs(Utf8JsonWriter json, string name, IReadOnlyList<NameValue> pairs)
    {
        json.WriteStartArray(name);
        foreach (var pair in pairs)
        {
            WritePair(json, pair);
        }

        json.WriteEndArray();
    }

    private static void WritePair(Utf8JsonWriter json, NameValue pair)
    {
        json.WriteStartObject();
        json.WriteString("name", pair.Name);
        json.WriteString("value", pair.Value);
        json.WriteEndObject();
    }

    /// <summary>
    /// The address as the format wants it: an absolute URI. A request line can hold what is none, and what may not stand in one
    /// is percent-encoded then (RFC 3986 section 2.1); the request as it came stands in the JSON export.
    /// </summary>
    private static string Url(CapturedRequest request) =>
        Uri.TryCreate(request.Url, UriKind.Absolute, out var uri) ? uri.AbsoluteUri : "about:invalid#" + Uri.EscapeDataString(request.Url);

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
