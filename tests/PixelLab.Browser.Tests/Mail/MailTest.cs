using System.Text.Json;
using System.Text.RegularExpressions;
using PixelLab.Browser.Tests.Rules;

namespace PixelLab.Browser.Tests.Mail;

/// <summary>A person who sits at the inbox and chooses how its mail program behaves.</summary>
public abstract class MailTest(SharedLab lab, Browsers browsers) : RulesTest(lab, browsers)
{
    /// <summary>A pixel that is fetched sooner after delivery counts as fetched by a machine: EmailReport.TooSoon.</summary>
    private static readonly TimeSpan TooSoon = TimeSpan.FromSeconds(2);

    /// <summary>The message as its sender designed it.</summary>
    protected IFrameLocator Message => Page.FrameLocator("iframe[title='The message']");

    /// <summary>Turns the switch in the inbox.</summary>
    protected async Task ChooseAsync(string title)
    {
        await GoAsync("mail");
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^" + Regex.Escape(title)) }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Pressed = true })).ToHaveAccessibleNameAsync(new Regex("^" + Regex.Escape(title)));
    }

    /// <summary>Asks for a message and gives its event. The person must not have got that mailing before.</summary>
    protected async Task<JsonElement> ArriveAsync(string mailing, string person = "tomas")
    {
        await GoAsync("mail");
        await Page.GetByLabel("Another message:").SelectOptionAsync(mailing);
        await Page.Locator("select[name=person]").SelectOptionAsync(person);
        await Button("Let it arrive").ClickAsync();
        await ArrivedAsync($"{mailing} arrives", one => IsMail(one, mailing, person));
        return (await Lab.EventsAsync(Seat)).Single(one => IsMail(one, mailing, person));
    }

    /// <summary>Opens a message from the inbox, at a time at which a person could have.</summary>
    protected async Task OpenMessageAsync(JsonElement sent)
    {
        await GoAsync("mail");
        await LieThereAsync(sent);
        await Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(Regex.Escape(Subject(sent))) }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = Subject(sent) })).ToBeVisibleAsync();
    }

    /// <summary>Waits until a message has lain there for as long as a person takes to open it.</summary>
    protected static Task LieThereAsync(JsonElement sent)
    {
        var arrived = sent.GetProperty("at").GetDateTimeOffset();
        return Eventually.TrueAsync("the message has lain there for a moment", () => Task.FromResult(DateTimeOffset.UtcNow - arrived > TooSoon));
    }

    /// <summary>The hits of a message's pixel.</summary>
    protected async Task<IReadOnlyList<JsonElement>> OpensAsync(JsonElement sent) =>
        [.. (await Lab.EventsAsync(Seat)).Where(one => IsOpen(one, sent))];

    /// <summary>Waits until a message's pixel is fetched, and gives the hit.</summary>
    protected async Task<JsonElement> OpenAsync(JsonElement sent)
    {
        await ArrivedAsync("the message's pixel is fetched", one => IsOpen(one, sent));
        return Assert.Single(await OpensAsync(sent));
    }

    /// <summary>Opens the sender's report and gives the message's row.</summary>
    protected async Task<ILocator> ReportAsync(JsonElement sent)
    {
        await GoAsync("postbox", "/report");
        return Page.GetByRole(AriaRole.Row).Filter(new() { HasText = Subject(sent) });
    }

    /// <summary>Holds the report to what the sender believes and to what happened.</summary>
    protected async Task AssertReportAsync(JsonElement sent, string belief, string truth)
    {
        var cells = (await ReportAsync(sent)).GetByRole(AriaRole.Cell);
        await Expect(cells.Nth(1)).ToHaveTextAsync(belief);
        await Expect(cells.Last).ToHaveTextAsync(truth);
    }

    /// <summary>Whether a hit carries a note.</summary>
    protected static bool Notes(JsonElement hit, string note) =>
        hit.TryGetProperty("notes", out var notes) && notes.EnumerateArray().Any(one => one.GetString() == note);

    private static string Subject(JsonElement sent) => sent.GetProperty("title").GetString()!;

    private static bool IsMail(JsonElement one, string mailing, string person) =>
        one.GetProperty("kind").GetString() == "mail_sent" && one.GetProperty("campaign").GetString() == mailing
            && one.GetProperty("person").GetString() == person;

    private static bool IsOpen(JsonElement one, JsonElement sent) =>
        one.GetProperty("kind").GetString() == "hit" && one.GetProperty("vendor").GetString() == "postbox"
            && one.GetProperty("url").GetString()!.Contains($"/o/{sent.GetProperty("mail").GetString()}.gif", StringComparison.Ordinal);
}
