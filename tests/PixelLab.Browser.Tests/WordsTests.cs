namespace PixelLab.Browser.Tests;

/// <summary>The words of the panel on a page in another language.</summary>
public sealed class WordsTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private const string German = """
        {"panel.pause":"Anhalten","panel.goOn":"Weiter","panel.paused.one":"Angehalten. {count} wartet.",
         "panel.paused.other":"Angehalten. {count} warten.","rows.connection.live":"Verbunden"}
        """;

    [Fact]
    public async Task A_page_brings_words_in_its_language_along_and_what_it_lacks_is_English()
    {
        await OpenAsync();
        // To Chromium a page that was put together on its way is from elsewhere, and may open no web socket to this machine.
        Expected.Add("WebSocket");
        await Page.RouteAsync("**/panel", async route =>
        {
            var reply = await route.FetchAsync();
            var page = await reply.TextAsync();
            await route.FulfillAsync(new()
            {
                Response = reply,
                Body = page
                    .Replace("<html lang=\"en\"", "<html lang=\"de\"", StringComparison.Ordinal)
                    .Replace("</head>", $"<script type=\"application/json\" id=\"lab-words\">{German}</script></head>", StringComparison.Ordinal),
            });
        });
        var panel = new PanelPage(Page);
        await Page.GotoAsync(Lab.Url("lab", Seat, "/panel"));
        await Expect(panel.Connection).ToHaveTextAsync("Verbunden");
        await Expect(panel.Button("Clear view")).ToBeVisibleAsync();

        await panel.Button("Anhalten").ClickAsync();
        await SendAsync();
        await Expect(Page.GetByText("Angehalten. 1 wartet.")).ToBeVisibleAsync();
        await SendAsync();
        await Expect(Page.GetByText("Angehalten. 2 warten.")).ToBeVisibleAsync();
        await panel.Button("Weiter").First.ClickAsync();
        await Expect(panel.Hits()).ToHaveCountAsync(2);
    }

    private Task<byte[]> SendAsync() => Lab.Http.GetByteArrayAsync(
        Lab.Url("metrics", Seat, "/px/PL-SHOP-1.gif?v=2&en=page_view"), TestContext.Current.CancellationToken);
}
