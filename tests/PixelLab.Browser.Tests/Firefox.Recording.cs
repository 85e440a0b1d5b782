using System.Collections.Concurrent;
using System.Text.Json;
using WebDriverBiDi.Network;
using WebDriverBiDi.Session;

namespace PixelLab.Browser.Tests;

/// <summary>What it asks the network for, as its own developer tools would write it down.</summary>
public sealed partial class Firefox
{
    private readonly ConcurrentQueue<RequestData> _asked = new();

    /// <summary>Records from now on.</summary>
    public async Task RecordAsync()
    {
        _driver.Network.OnBeforeRequestSent.AddObserver(sent => _asked.Enqueue(sent.Request));
        await _driver.Session.SubscribeAsync(new SubscribeCommandParameters("network.beforeRequestSent"));
    }

    /// <summary>What was recorded, as an HTTP archive (HAR 1.2).</summary>
    public byte[] Recorded() => JsonSerializer.SerializeToUtf8Bytes(new
    {
        log = new
        {
            version = "1.2",
            creator = new { name = "Firefox", version = "WebDriver BiDi" },
            entries = _asked.Select(request => new
            {
                request = new
                {
                    method = request.Method,
                    url = request.Url,
                    httpVersion = "HTTP/1.1",
                    headers = request.Headers.Select(header => new { name = header.Name, value = header.Value.Value }),
                    headersSize = request.HeadersSize,
                    bodySize = request.BodySize,
                },
            }),
        },
    });
}
