namespace PixelLab.Browser.Tests;

/// <summary>What a screen reader hears of a stream that does not stop.</summary>
public sealed class AnnouncementTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    [Fact]
    public async Task The_panel_speaks_while_hits_keep_coming()
    {
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await WhileHitsComeAsync(() => Expect(panel.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "new hits" })).ToHaveCountAsync(1));
    }

    [Fact]
    public async Task The_dock_speaks_while_hits_keep_coming()
    {
        await OpenAsync();
        await Shop.OpenAsync();
        await WhileHitsComeAsync(() => Expect(Dock.Self.GetByRole(AriaRole.Status).Filter(new() { HasText = "from this page" })).ToHaveCountAsync(1));
    }

    private async Task WhileHitsComeAsync(Func<Task> expectation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var stream = StreamAsync(enough.Token);
        await expectation();
        await enough.CancelAsync();
        await stream;
    }

    private async Task StreamAsync(CancellationToken enough)
    {
        using var next = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            do
            {
                await Lab.Http.GetByteArrayAsync(Lab.Url("metrics", Seat, "/px/PL-SHOP-1.gif?v=2&en=page_view&dt=again"), enough);
            }
            while (await next.WaitForNextTickAsync(enough));
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            // The expectation came true, or the test is over.
        }
    }
}
