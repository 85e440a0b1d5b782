namespace PixelLab.Browser.Tests.Lessons;

/// <summary>How a reader walks through one lesson: what is done for each check, and which message a wrong turn gets.</summary>
/// <param name="Slug">The lesson.</param>
/// <param name="Steps">The steps, in order.</param>
public sealed record Walk(string Slug, IReadOnlyList<Step> Steps)
{
    /// <inheritdoc />
    public override string ToString() => Slug;
}

/// <summary>One step of a walk.</summary>
public abstract record Step;

/// <summary>Opens a page of a host in the reader's seat, in the tab beside the lesson, and waits for its images and scripts.</summary>
/// <param name="Host">The host.</param>
/// <param name="Path">Path and query there.</param>
public sealed record GoTo(string Host, string Path) : Step;

/// <summary>Clicks something in the tab beside the lesson.</summary>
/// <param name="Selector">What is clicked; the first that fits.</param>
public sealed record Click(string Selector) : Step;

/// <summary>Expects that a check is not ticked, and that it says so.</summary>
/// <param name="Check">The check's name.</param>
/// <param name="Words">Words of what it tells the reader.</param>
public sealed record StillOpen(string Check, string Words) : Step;

/// <summary>Expects that a check ticks.</summary>
/// <param name="Check">The check's name.</param>
public sealed record Ticks(string Check) : Step;

/// <summary>The walks, each with one wrong turn before the right one. The whole course is walked in <see cref="CourseTests"/>.</summary>
public static class Walks
{
    /// <summary>All of them.</summary>
    public static TheoryData<Walk> All =>
    [
        new Walk("a-whole-lesson",
        [
            new StillOpen("saw-a-product", "Open any product in the shop."),
            new GoTo("shop", "/"),
            new StillOpen("saw-a-product", "page starts /shoes/"),
            new GoTo("shop", "/shoes"),
            new Click("main a[href*='/shoes/']"),
            new Ticks("saw-a-product"),
        ]),
    ];
}
