namespace PixelLab.Browser.Tests.Pictures;

/// <summary>The pictures in the README. They are written only on request, so that an ordinary run leaves the tree as it was.</summary>
public sealed class PictureTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private const int MostBytes = 3_000_000;

    /// <summary>How long a page is looked at, and how long something that passes, in milliseconds.</summary>
    private const int Look = 2600;
    private const int Glance = 350;

    private static readonly string Folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../..", "Pictures"));

    private ILocator Strip => Page.Locator("lab-story section");

    [Fact]
    public async Task The_panel_beside_the_shop()
    {
        await OpenAsync(new() { World = CookieWorld.Open });
        await Shop.OpenAsync();
        await Expect(Dock.Hits).Not.ToHaveCountAsync(0);
        await Shop.OpenAsync(ShopSite.Product);
        await Dock.Hits.Filter(new() { HasText = "adnet" }).First.ClickAsync();
        await Expect(Dock.Self.Locator(".detail")).ToContainTextAsync("was told");
        await WriteAsync("panel.png", await Page.ScreenshotAsync());
    }

    [Fact]
    public async Task The_story_of_a_shoe_moves_and_is_small()
    {
        await OpenAsync(new() { World = CookieWorld.Open, Width = 1120, Height = 680 });
        var story = new MovingPicture();
        async Task TakeAsync(int milliseconds) => story.Add(await Page.ScreenshotAsync(), milliseconds);

        await Page.GotoAsync(Lab.Url("lab", Seat, "/"));
        await TakeAsync(Look);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Look at this shoe" }).ClickAsync();
        await Expect(Strip).ToContainTextAsync("AdNet was told: you looked at Trail Runner 2.");
        for (var glance = 0; glance < 4; glance++)
        {
            await TakeAsync(Glance);
        }

        await TakeAsync(Look);
        await Strip.Locator(".next").ClickAsync();
        await Expect(Strip).ToContainTextAsync("AdNet put them here.");
        await Expect(Page.FrameLocator("#middle iframe").GetByText("Trail Runner 2")).ToBeInViewportAsync();
        await TakeAsync(Look);
        await Strip.Locator(".next").ClickAsync();
        await Expect(Page.GetByText("looked at the product “Trail Runner 2”")).ToBeVisibleAsync();
        await TakeAsync(Look);
        await Strip.Locator(".next").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Make it stop" })).ToBeVisibleAsync();
        await TakeAsync(Look);

        var file = story.ToPng();
        Assert.InRange(file.Length, 1, MostBytes);
        await WriteAsync("story.png", file);

        // A browser takes it for a picture.
        Assert.Equal(1120, await Page.EvaluateAsync<int>(
            "async (base64) => { const image = new Image(); image.src = 'data:image/png;base64,' + base64; await image.decode(); return image.naturalWidth; }",
            Convert.ToBase64String(file)));
    }

    private static Task WriteAsync(string name, byte[] file) => Environment.GetEnvironmentVariable("PIXELLAB_PICTURES") == "1"
        ? File.WriteAllBytesAsync(Path.Combine(Folder, name), file, TestContext.Current.CancellationToken)
        : Task.CompletedTask;
}
