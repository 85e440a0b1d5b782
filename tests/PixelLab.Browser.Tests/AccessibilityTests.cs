using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PixelLab.Browser.Tests;

/// <summary>No page keeps anybody out: axe finds nothing, in light and in dark.</summary>
public sealed class AccessibilityTests(LabBrowser lab) : IClassFixture<LabBrowser>
{
    public static TheoryData<bool> BothThemes => new(false, true);

    private static readonly (string Host, string Path)[] Pages =
    [
        ("lab", "/"), ("lab", "/panel"), ("lab", "/switches"), ("lab", "/check"),
        ("shop", "/"), ("shop", "/shoes"), ("shop", "/shoes/3"), ("shop", "/cart"), ("shop", "/search?q=rain"), ("shop", "/account"),
        ("shop", "/nothing-here"), ("shop", "/privacy"),
        ("news", "/"), ("news", "/sport/ten-kilometres-before-breakfast"),
        ("social", "/"), ("mail", "/"), ("postbox", "/report"), ("adnet", "/report"),
    ];

    [Theory]
    [MemberData(nameof(BothThemes))]
    public async Task Axe_finds_nothing_on_any_page(bool dark)
    {
        await using var browser = await lab.OpenAsync(options: new() { Dark = dark });
        var person = await Visitor.SitDownAsync(lab, browser);
        var findings = new List<string>();
        foreach (var (host, path) in Pages)
        {
            await person.GoAsync(host, path);
            await person.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            findings.AddRange(await FindAsync(person.Page, $"{host}{path}"));
        }

        Assert.Empty(findings);
    }

    [Theory]
    [MemberData(nameof(BothThemes))]
    public async Task Axe_finds_nothing_in_the_panel_with_a_hit_open(bool dark)
    {
        await using var browser = await lab.OpenAsync(options: new() { Dark = dark });
        var person = await Visitor.SitDownAsync(lab, browser);
        await person.GoAsync("shop", "/shoes/3");
        await person.HitAsync("adnet", "view_item");
        await person.OpenPanelAsync();
        await person.Rows.First.ClickAsync();
        await Assertions.Expect(person.Panel.GetByText("What was sent, field by field")).ToBeVisibleAsync();

        Assert.Empty(await FindAsync(person.Page, "panel"));
    }

    private static async Task<IEnumerable<string>> FindAsync(IPage page, string where)
    {
        var result = await page.RunAxe();
        return result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{where}: {violation.Id} {node.Html}"));
    }
}
