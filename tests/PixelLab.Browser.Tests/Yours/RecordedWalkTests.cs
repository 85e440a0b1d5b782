using System.Net.Http.Json;
using System.Text.Json;

namespace PixelLab.Browser.Tests.Yours;

/// <summary>
/// Recordings that real browsers make of a walk through the town, brought as somebody would bring their own: each hit that the lab kept is in them,
/// and is explained as the panel explains it.
/// </summary>
public sealed class RecordedWalkTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private static readonly string[] Places = ["shop/shoes/3", "shop/jackets", "news/", "clinic/", "mail/"];

    [Theory]
    [InlineData(HarContentPolicy.Embed)]
    [InlineData(HarContentPolicy.Attach)]
    public async Task What_Chromium_records_holds_every_hit_and_is_explained_as_in_the_panel(HarContentPolicy content)
    {
        var folder = Directory.CreateTempSubdirectory("pixellab-har-");
        try
        {
            var file = Path.Combine(folder.FullName, "walk.har");
            var page = await OpenSecondAsync(new() { Recording = (file, content) });
            foreach (var place in Places)
            {
                await page.GotoAsync(Url(place), new() { WaitUntil = WaitUntilState.NetworkIdle });
            }

            // What a page sends while it is left is in no recording of Playwright's.
            var hits = (await HitsAsync()).Where(hit => Text(hit.GetProperty("account"), "means") != "beacon").ToList();
            await page.Context.CloseAsync();
            await ExpectExplainedAsync(hits, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_Firefox_records_holds_every_hit_and_is_explained_as_in_the_panel()
    {
        await using var firefox = await Firefox.StartSetAsync();
        await firefox.RecordAsync();
        foreach (var place in Places)
        {
            await firefox.GoAsync(Url(place));
        }

        // These it writes only after WebDriver BiDi has told of the request.
        await ExpectExplainedAsync(await HitsAsync(), firefox.Recorded(), "priority", "content-length");
    }

    private string Url(string place) => place.Split('/', 2) is [var host, var path] ? Lab.Url(host, Seat, "/" + path) : throw new ArgumentException(place, nameof(place));

    private async Task<List<JsonElement>> HitsAsync() => [.. (await Lab.EventsAsync(Seat)).Where(one => Text(one, "kind") == "hit")];

    private async Task ExpectExplainedAsync(List<JsonElement> hits, byte[] recording, params string[] unrecorded)
    {
        Assert.Superset(new HashSet<string?> { "metrics", "adnet" }, hits.Select(hit => Text(hit, "vendor")).ToHashSet());
        using var reply = await Lab.Http.PostAsync(Lab.Url("lab", "/api/explain"), new ByteArrayContent(recording), TestContext.Current.CancellationToken);
        var answer = await reply.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("har", Text(answer, "kind"));
        var requests = answer.GetProperty("requests").EnumerateArray().ToLookup(Asked);
        Assert.Empty(hits.Select(Asked).Except(requests.Select(same => same.Key)));
        Assert.All(hits, hit =>
        {
            var request = requests[Asked(hit)].First();
            Assert.Equal(Text(hit, "vendor"), Text(request, "vendor"), ignoreCase: true);
            Assert.Equal(Text(hit, "event"), Text(request, "event"));

            // Where a request came from is known to whoever gets it, and to no recording of it.
            var known = unrecorded.Append("address").Select(name => name + "=").ToList();
            Assert.Empty(Fields(hit, "explained").Where(field => !known.Exists(field.StartsWith)).Except(Fields(request, "fields")));
        });
    }

    private static string Asked(JsonElement one) => $"{Text(one, "method")} {Text(one, "url")}";

    /// <summary>
    /// The fields with what is said of them; names of headers in one spelling, since browsers write them down in one of their own. What a company's
    /// cookie does depends on the browser's jar, of which a recording knows nothing.
    /// </summary>
    private static HashSet<string> Fields(JsonElement one, string member) =>
    [
        .. one.GetProperty(member).EnumerateArray().Select(field => $"{Text(field, "field")?.ToLowerInvariant()}={Text(field, "value")}"
            + (Text(field, "source") == "cookie" ? "" : $": {Text(field, "meaning")} {Text(field, "control")}")),
    ];

    private static string? Text(JsonElement one, string member) => one.GetProperty(member).GetString();
}
