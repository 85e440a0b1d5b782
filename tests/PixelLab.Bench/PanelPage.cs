namespace PixelLab.Bench;

/// <summary>
/// The panel of a seat with 50,000 hits in a real Chromium: its longest task while it loads, while somebody searches, while
/// hits arrive and while the list is narrowed and cleared.
/// </summary>
internal static class PanelPage
{
    private const int Rows = 50_000;
    private const int Hits = 60;
    private const string Seat = "/~panel";
    private const string Pixel = Seat + "/px/PL-SHOP-1.gif";
    private const string Search = "trail runner 2";
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(30);

    /// <summary>How fast somebody types who types fast.</summary>
    private static readonly TimeSpan Key = TimeSpan.FromMilliseconds(70);

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync()
    {
        await using var lab = await BenchLab.StartAsync();
        await Load.CountAsync(Rows, lab.Port, Pixel);
        await using var tasks = await LongTasks.OpenAsync($"panel with {Rows:n0} hits");
        var tab = tasks.Tab;
        await tasks.PrintAsync("loading", () => LoadAsync(tab, lab));
        await tasks.PrintAsync("while somebody types a search", () => TypeAsync(tab, Search.Select(letter => letter.ToString())));
        await tasks.PrintAsync($"while {Hits} hits arrive during a search", () => ArriveAsync(lab));
        await tasks.PrintAsync("while the search is taken back", () => TypeAsync(tab, Search.Select(_ => "Backspace")));
        await tasks.PrintAsync($"while {Hits} hits arrive", () => ArriveAsync(lab));
        await tasks.PrintAsync("while the view is cleared and brought back", () => ClearAsync(tab));
    }

    private static async Task LoadAsync(IPage tab, LabProcess lab)
    {
        await tab.GotoAsync($"http://localhost:{lab.Port}{Seat}/panel");
        await tab.Locator($".row[aria-setsize='{Rows}']").First.WaitForAsync(new() { Timeout = 120_000 });
    }

    private static async Task TypeAsync(IPage tab, IEnumerable<string> keys)
    {
        await tab.GetByRole(AriaRole.Searchbox).FocusAsync();
        foreach (var key in keys)
        {
            await tab.Keyboard.PressAsync(key == " " ? "Space" : key);
            await Task.Delay(Key);
        }
    }

    private static async Task ClearAsync(IPage tab)
    {
        await tab.GetByRole(AriaRole.Button, new() { Name = "Clear view" }).ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await tab.Locator(".row").First.WaitForAsync();
    }

    private static async Task ArriveAsync(LabProcess lab)
    {
        for (var hit = 0; hit < Hits; hit++)
        {
            await Load.CountAsync(1, lab.Port, Pixel);
            await Task.Delay(Between);
        }
    }
}
