using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace PixelLab.Web.Tests.Lessons;

/// <summary>What the API and the hub say in words, to a page in a language that brings some of them along.</summary>
public sealed class LanguageAnswerTests(LessonsLab lab) : IClassFixture<LessonsLab>
{
    private static CancellationToken Patience => new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    [Fact]
    public async Task A_hit_is_explained_in_the_pages_language_and_in_English_where_that_lacks_a_word()
    {
        var seat = await TranslatedAsync();
        await seat.HitAsync("?en=page_view&dt=Schuhe");
        var hit = (await seat.HitsAsync())[0].Id();
        var german = await AskAsync($"/api/seats/{seat.Name}/events/{hit}?lang=de");
        Assert.StartsWith("Um ", german.GetProperty("account").GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Equal("Seite geöffnet", german.GetProperty("eventInWords").GetString());
        Assert.Equal("Der Titel: “Schuhe”.", Meaning(german, "dt"));
        Assert.StartsWith("What happened", Meaning(german, "en"), StringComparison.Ordinal);
        Assert.Equal("Die Unterschrift", german.GetProperty("reply").GetProperty("parts")[0].GetProperty("name").GetString());
        foreach (var other in new[] { "", "?lang=en", "?lang=fr", "?lang=../../etc" })
        {
            var english = await AskAsync($"/api/seats/{seat.Name}/events/{hit}{other}");
            Assert.StartsWith("At ", english.GetProperty("account").GetProperty("sentence").GetString(), StringComparison.Ordinal);
            Assert.Equal("Signature", english.GetProperty("reply").GetProperty("parts")[0].GetProperty("name").GetString());
        }
    }

    [Fact]
    public async Task A_list_of_events_a_lesson_a_verdict_and_a_comparison_are_in_the_pages_language()
    {
        var seat = await TranslatedAsync();
        await seat.HitAsync("?en=page_view");
        var events = (await AskAsync($"/api/seats/{seat.Name}/events?lang=de")).GetProperty("events");
        Assert.Equal("Seite geöffnet", events[0].GetProperty("eventInWords").GetString());
        var panels = (await AskAsync($"/api/seats/{seat.Name}/lessons/a-whole-lesson?lang=de")).GetProperty("panels").EnumerateArray();
        Assert.DoesNotContain(panels.SelectMany(panel => panel.EnumerateArray()), row => row.GetProperty("eventInWords").GetString() == "opened a page");
        Assert.Equal("Noch nichts.", (await AskAsync($"/api/seats/{seat.Name}/cookie-jar?lang=de")).GetProperty("sentence").GetString());
        var tried = (await AskAsync($"/api/seats/{seat.Name}/compare?lang=de")).GetProperty("experiments");
        Assert.Equal("Komm wieder", tried[0].GetProperty("title").GetString());
        Assert.Equal("Clear the cookies", tried[1].GetProperty("title").GetString());
    }

    [Fact]
    public async Task The_hub_speaks_the_language_of_the_page_that_follows()
    {
        var seat = await TranslatedAsync();
        await seat.HitAsync("?en=page_view");
        Assert.Equal("Seite geöffnet", await FollowedAsync(seat, "/live?lang=de"));
        Assert.Equal("opened a page", await FollowedAsync(seat, "/live"));
    }

    [Fact]
    public async Task An_invented_language_is_spoken_by_a_page_by_the_core_and_by_what_is_refused_once_its_files_are_there()
    {
        lab.Folder.CreateSubdirectory("qps-Ploc");
        lab.Write("qps-Ploc/91-a-whole-lesson.md", "---\nlanguage: qps-Ploc\ntitle: What\n---\n# What\n");
        lab.Write("qps-Ploc/LessonText.resx", Resource(("NavPanel", "[!! Panel !!]")));
        lab.Write("qps-Ploc/ReportPageText.resx", Resource(("Title", "[!! What it sees !!]")));
        lab.Write("qps-Ploc/SheetText.resx", Resource(("pages.Title", "[!! Pages !!]")));
        lab.Write("qps-Ploc/AddressingText.resx", Resource(("Seat.Malformed", "[!! No seat !!]")));

        var page = await lab.PageUntilAsync("/reports?lang=qps-Ploc", text => text.Contains("[!! What it sees !!]", StringComparison.Ordinal));

        Assert.Contains("<html lang=\"qps-Ploc\"", page, StringComparison.Ordinal);
        Assert.Contains("[!! Pages !!]", page, StringComparison.Ordinal);
        Assert.Contains("[!! Panel !!]", page, StringComparison.Ordinal);
        Assert.Contains("Nobody places pixels for fun", page, StringComparison.Ordinal);
        Assert.Contains("[!! No seat !!]", await RefusedAsync("?lang=qps-Ploc"), StringComparison.Ordinal);
        Assert.Contains("A seat is 2 to 32", await RefusedAsync(""), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", await lab.PageAsync("/reports"), StringComparison.Ordinal);
        Assert.DoesNotContain("[!! Pages !!]", await lab.PageAsync("/reports"), StringComparison.Ordinal);
    }

    /// <summary>A seat, once the German words have been read.</summary>
    private async Task<Seat> TranslatedAsync()
    {
        lab.Write("de/ExplainingText.resx", Resource(("Event.page_view", "Seite geöffnet")));
        lab.Write("de/AccountText.resx", Resource(("Told", "Um {0} erfuhr {1} {2}.")));
        lab.Write("de/MetricsText.resx", Resource(("dt", "Der Titel")));
        lab.Write("de/GifText.resx", Resource(("Signature", "Die Unterschrift")));
        lab.Write("de/CookiesText.resx", Resource(("Jar.Nothing", "Noch nichts.")));
        lab.Write("de/ExperimentText.resx", Resource(("come_back", "Komm wieder")));
        var seat = await Seat.NewAsync(lab.Server);
        await lab.PageUntilAsync($"/api/seats/{seat.Name}/compare?lang=de", text => text.Contains("Komm wieder", StringComparison.Ordinal));
        return seat;
    }

    private static string Resource(params (string Name, string Word)[] words) =>
        $"<root>{string.Concat(words.Select(word => $"<data name=\"{word.Name}\"><value>{word.Word}</value></data>"))}</root>";

    private static string Meaning(JsonElement hit, string field) =>
        hit.GetProperty("explained").EnumerateArray().Single(one => one.GetProperty("field").GetString() == field).GetProperty("meaning").GetString()!;

    private Task<JsonElement> AskAsync(string path) => lab.Server.Http.GetFromJsonAsync<JsonElement>(lab.Server.Url("lab", path), TestContext.Current.CancellationToken);

    private async Task<string> RefusedAsync(string query)
    {
        using var reply = await lab.Server.Http.GetAsync(lab.Server.Url("lab", $"/api/seats/NO_SEAT/events{query}"), TestContext.Current.CancellationToken);
        return (await reply.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("detail").GetString()!;
    }

    private async Task<string?> FollowedAsync(Seat seat, string hub)
    {
        await using var connection = LiveTests.Connection(new Uri(lab.Server.Url("lab", hub)));
        await connection.StartAsync(Patience);
        await foreach (var row in connection.StreamAsync<JsonElement>("Follow", seat.Name, "", Patience))
        {
            return row.GetProperty("eventInWords").GetString();
        }

        return null;
    }
}
