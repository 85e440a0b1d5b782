using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests;

/// <summary>The panel, by what a person sees and hears of it.</summary>
public sealed class PanelPage(IPage page)
{
    /// <summary>Its tab.</summary>
    public IPage Page { get; } = page;

    /// <summary>The state of the connection.</summary>
    public ILocator Connection => Page.Locator(".state");

    /// <summary>The list of pixels.</summary>
    public ILocator List => Page.GetByRole(AriaRole.Listbox);

    /// <summary>The rows that are in the document.</summary>
    public ILocator Rows => Page.GetByRole(AriaRole.Option).And(Page.Locator(".row"));

    /// <summary>The sentence that says what the tracker learned.</summary>
    public ILocator Sentence => Page.Locator("hit-detail .sentence");

    /// <summary>The verdict on the cookie jar.</summary>
    public ILocator Verdict => Page.Locator("details.jar");

    /// <summary>The search box.</summary>
    public ILocator Search => Page.GetByRole(AriaRole.Searchbox);

    /// <summary>The hits among the rows that contain these words.</summary>
    public ILocator Hits(string words = "") => Page.Locator(".row[data-kind=hit]").Filter(new() { HasText = words });

    /// <summary>The rows of pixels that did not arrive.</summary>
    public ILocator Missing(string words = "") => Page.Locator(".row[data-kind=missing]").Filter(new() { HasText = words });

    /// <summary>A field of the chosen hit.</summary>
    public ILocator Field(string name) => Page.Locator($"hit-detail .field[data-field='{name}']").First;

    /// <summary>A button by its words.</summary>
    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}

/// <summary>The dock on a sample page.</summary>
public sealed class Dock(IPage page)
{
    /// <summary>All of it.</summary>
    public ILocator Self => page.Locator("lab-dock");

    /// <summary>The hits of this page.</summary>
    public ILocator Hits => Self.Locator(".row[data-kind=hit]");

    /// <summary>The pixels that did not arrive.</summary>
    public ILocator Missing => Self.Locator(".row[data-kind=missing]");

    /// <summary>Puts it away.</summary>
    public ILocator Hide => Self.GetByRole(AriaRole.Button, new() { Name = "Hide" });

    /// <summary>What is left of it when it is put away.</summary>
    public ILocator Badge => Self.GetByRole(AriaRole.Button, new() { NameRegex = BadgeWords() });

    private static Regex BadgeWords() => new("^PixelLab: \\d+ requests?$");
}

/// <summary>The shop.</summary>
public sealed class ShopSite(IPage page, LabServer lab, string seat)
{
    /// <summary>A product's page.</summary>
    public const string Product = "/shoes/3";

    /// <summary>Opens one of its pages by path.</summary>
    public Task OpenAsync(string path = "/") => page.GotoAsync(lab.Url("shop", seat, path));
}

/// <summary>The newspaper.</summary>
public sealed class NewsSite(IPage page, LabServer lab, string seat)
{
    /// <summary>Opens one of its pages by path.</summary>
    public Task OpenAsync(string path = "/") => page.GotoAsync(lab.Url("news", seat, path));

    /// <summary>Opens an article that has a place for an advertisement near its end.</summary>
    public Task OpenArticleAsync() => OpenAsync("/sport/ten-kilometres-before-breakfast");
}
