namespace PixelLab.Browser.Tests;

/// <summary>
/// Presses what lies in a frame with a process of its own, as messages, ads and learners' pages have. Chromium gives the pointer to
/// whatever is on the screen: until the frame's first picture is there, a press on it goes to the page around it. Nobody presses
/// a link before they see it; so this waits until the link shows that the pointer is over it, and presses once.
/// </summary>
public static class FramePress
{
    /// <summary>Presses it once the pointer reaches it.</summary>
    public static async Task PressInFrameAsync(this ILocator link)
    {
        await Eventually.TrueAsync("the pointer reaches the link in the frame", async () =>
        {
            await link.HoverAsync();
            return await link.Locator(":scope:hover").CountAsync() == 1;
        });
        await link.ClickAsync();
    }
}
