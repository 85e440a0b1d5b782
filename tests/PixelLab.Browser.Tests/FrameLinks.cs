using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests;

/// <summary>
/// Follows links inside frames of other sites. While the page around such a frame still settles, Chromium now and then drops a
/// press on it without a word; a person presses once more, and so does this, with a warning in the test's report.
/// </summary>
public static class FrameLinks
{
    private const int MostPresses = 4;

    /// <summary>For how long an effect is waited for before the link is pressed again, in milliseconds.</summary>
    private const float Patience = 5_000;

    /// <summary>Follows a link that leads the whole page elsewhere.</summary>
    public static Task FollowAsync(this ILocator link, IPage page, Regex address) => PressAsync(
        link, patience => Expect(page).ToHaveURLAsync(address, new() { Timeout = patience }));

    /// <summary>Follows a link that opens a tab of its own, and gives the tab.</summary>
    public static async Task<IPage> OpenTabAsync(this ILocator link, IBrowserContext browser)
    {
        var opened = new TaskCompletionSource<IPage>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Take(object? sender, IPage page) => opened.TrySetResult(page);
        browser.Page += Take;
        try
        {
            await PressAsync(link, patience => opened.Task.WaitAsync(TimeSpan.FromMilliseconds(patience)));
        }
        finally
        {
            browser.Page -= Take;
        }

        return await opened.Task;
    }

    private static async Task PressAsync(ILocator link, Func<float, Task> effect)
    {
        for (var press = 1; press < MostPresses; press++)
        {
            try
            {
                await link.ClickAsync(new() { Timeout = Patience });
                await effect(Patience);
                return;
            }
            catch (Exception lost) when (lost is TimeoutException or PlaywrightException)
            {
                TestContext.Current.AddWarning($"Press {press} on a link in a frame had no effect within {Patience / 1000} s.");
            }
        }

        await link.ClickAsync();
        await effect(3 * Patience);
    }
}
