using System.Text.Json;

namespace PixelLab.Browser.Tests.Rules;

/// <summary>A person who turns the lab's switches and then walks through the town.</summary>
public abstract class RulesTest(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    /// <summary>Sets the banner of all sites, as a person does it.</summary>
    protected async Task SetBannersAsync(string title)
    {
        await GoAsync("lab", "/switches");
        await Page.GetByRole(AriaRole.Group, new() { Name = "All sites at once" })
            .GetByRole(AriaRole.Radio, new() { Name = title + "." }).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Set all sites" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Done.");
    }

    /// <summary>Opens a page and waits until its images and scripts are done.</summary>
    protected Task GoAsync(string host, string path = "/") =>
        Page.GotoAsync(Lab.Url(host, Seat, path), new() { WaitUntil = WaitUntilState.Load });

    /// <summary>One of the switches' sections.</summary>
    protected ILocator Section(string name) => Page.GetByRole(AriaRole.Region, new() { Name = name });

    /// <summary>Saves a section.</summary>
    protected async Task SaveAsync(string section)
    {
        await Section(section).GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Done.");
    }

    /// <summary>The site's banner.</summary>
    protected ILocator Banner => Page.Locator(".consent-banner");

    /// <summary>A button of the page.</summary>
    protected ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Waits for a hit of a vendor, and gives it.</summary>
    protected async Task<JsonElement> HitOfAsync(string vendor, Func<JsonElement, bool>? fits = null)
    {
        await ArrivedAsync($"{vendor} hears something", one => IsHit(one, vendor) && fits?.Invoke(one) != false);
        return (await Lab.EventsAsync(Seat)).First(one => IsHit(one, vendor) && fits?.Invoke(one) != false);
    }

    /// <summary>The vendors that have got hits so far.</summary>
    protected async Task<IReadOnlyList<string>> HeardAsync() =>
    [
        .. (await Lab.EventsAsync(Seat)).Where(one => one.GetProperty("kind").GetString() == "hit")
            .Select(one => one.GetProperty("vendor").GetString()!).Distinct().Order(),
    ];

    /// <summary>Waits until the log says of a vendor's pixel that it is missing, and why.</summary>
    protected Task MissingAsync(string vendor, string reason, string? detail = null) => ArrivedAsync(
        $"a pixel of {vendor} is missing: {reason}",
        one => one.GetProperty("kind").GetString() == "missing" && one.GetProperty("vendor").GetString() == vendor
            && one.GetProperty("reason").GetString() == reason
            && (detail is null || (one.TryGetProperty("detail", out var told) && told.GetString() == detail)));

    /// <summary>The page a hit came from; empty where it does not tell.</summary>
    protected static string PageOf(JsonElement hit) => hit.TryGetProperty("page", out var page) ? page.GetString()! : "";

    /// <summary>A header of a hit, or null.</summary>
    protected static string? Header(JsonElement hit, string name) => hit.GetProperty("headers").EnumerateArray()
        .Where(header => string.Equals(header.GetProperty("name").GetString(), name, StringComparison.OrdinalIgnoreCase))
        .Select(header => header.GetProperty("value").GetString()).FirstOrDefault();

    private static bool IsHit(JsonElement one, string vendor) =>
        one.GetProperty("kind").GetString() == "hit" && one.GetProperty("vendor").GetString() == vendor;
}
