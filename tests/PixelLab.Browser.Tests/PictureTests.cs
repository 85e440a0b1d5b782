using System.Reflection;
using Microsoft.Playwright;

namespace PixelLab.Browser.Tests;

/// <summary>Makes the README's picture; it is kept only when somebody asks for it, so that a test run leaves no trace.</summary>
public sealed class PictureTests(LabBrowser lab) : IClassFixture<LabBrowser>
{
    [Fact]
    public async Task The_readmes_picture_shows_a_product_with_the_dock_beside_it()
    {
        await using var browser = await lab.OpenAsync();
        var person = await Visitor.SitDownAsync(lab, browser);
        await person.Page.SetViewportSizeAsync(1366, 820);
        await person.GoAsync("shop");
        await person.HitAsync("adnet", "page_view");
        await person.GoAsync("shop", "/shoes/3");

        await person.Dock.GetByRole(AriaRole.Option).Filter(new() { HasText = "looked at the product" }).ClickAsync();
        await Assertions.Expect(person.Dock.GetByText("adnet learned that")).ToBeVisibleAsync();
        var picture = await person.Page.ScreenshotAsync();

        Assert.NotEmpty(picture);
        if (Environment.GetEnvironmentVariable("PIXELLAB_PICTURES") == "1")
        {
            var folder = typeof(PictureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(metadata => metadata.Key == "Pictures").Value!;
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(Path.Combine(folder, "panel.png"), picture, TestContext.Current.CancellationToken);
        }
    }
}
