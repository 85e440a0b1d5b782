using PixelLab.Web.Addressing;

namespace PixelLab.Web.Features.Sandbox;

/// <summary>A page to begin with.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Html">The page, with the addresses of the reader's seat.</param>
public sealed record Example(string Name, Func<TownRequest, string> Html);

/// <summary>The pages to begin with, the shortest first.</summary>
public static class Examples
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Example> All =
    [
        new("shortest", town => Page(
            $"<img src=\"{Metrics(town)}?en=page_view&amp;dt=Hello\" width=\"1\" height=\"1\" alt=\"\">")),
        new("no-referrer", town => Page(
            $"<img src=\"{Metrics(town)}?en=page_view\" referrerpolicy=\"no-referrer\" width=\"1\" height=\"1\" alt=\"\">")),
        new("lazy", town => Page(
            "<p>Scroll down.</p>\n<div style=\"height: 4000px\"></div>\n"
            + $"<img src=\"{Metrics(town)}?en=scroll\" loading=\"lazy\" width=\"1\" height=\"1\" alt=\"\">")),
        new("two-companies", town => Page(
            $"<img src=\"{Metrics(town)}?en=page_view\" width=\"1\" height=\"1\" alt=\"\">\n"
            + $"<img src=\"{town.Url("adnet", "/tr")}?ev=PageView\" width=\"1\" height=\"1\" alt=\"\">")),
        new("script", town => Page(
            "<button>Click me</button>\n<script>\n  document.querySelector('button').onclick = () => {\n"
            + $"    new Image().src = '{Metrics(town)}?en=click&ep.mood=curious';\n  }};\n</script>")),
    ];

    /// <summary>The example of that name, or null.</summary>
    public static Example? Find(string? name) => All.FirstOrDefault(example => example.Name == name);

    /// <summary>The address of the analytics company's pixel for the seat.</summary>
    public static string Metrics(TownRequest town) => town.Url("metrics", "/px/PL-MINE-1.gif");

    private static string Page(string body) => $"<!doctype html>\n<title>My first page</title>\n<h1>Hello</h1>\n{body}\n";
}
