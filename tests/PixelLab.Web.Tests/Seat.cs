using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Web.Tests;

/// <summary>A learner's space at a lab, as tests speak of it.</summary>
public sealed class Seat
{
    private readonly LabServer _server;

    private Seat(LabServer server, JsonElement made)
    {
        _server = server;
        Made = made;
        Name = made.GetProperty("seat").GetString()!;
    }

    /// <summary>What the lab answered when the seat was made.</summary>
    public JsonElement Made { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The analytics vendor's pixel for this seat, as a path.</summary>
    public string PixelPath => $"/~{Name}/px/PL-SHOP-1.gif";

    /// <summary>The analytics vendor's host as browsers name it.</summary>
    public string PixelHost => $"metrics.localhost:{_server.Port}";

    /// <summary>Makes a seat.</summary>
    public static async Task<Seat> NewAsync(LabServer server)
    {
        using var reply = await server.Http.PostAsync(server.Url("lab", "/api/seats"), null);
        Assert.Equal(HttpStatusCode.Created, reply.StatusCode);
        return new Seat(server, await reply.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Fires the analytics vendor's pixel as an image would, and expects its image.</summary>
    public async Task HitAsync(string query = "")
    {
        using var reply = await _server.Http.GetAsync(_server.Url("metrics", PixelPath + query));
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(TransparentGif.Bytes, await reply.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Asks for all events, page after page.</summary>
    public Task<IReadOnlyList<JsonElement>> EventsAsync(int pageSize = 1000) => EventsAsync(_server, pageSize);

    /// <summary>Asks a lab that shares the seat's log for all events, page after page.</summary>
    public async Task<IReadOnlyList<JsonElement>> EventsAsync(LabServer lab, int pageSize = 1000)
    {
        var events = new List<JsonElement>();
        var next = "";
        while (true)
        {
            var page = await lab.Http.GetFromJsonAsync<JsonElement>(
                lab.Url("lab", $"/api/seats/{Name}/events?limit={pageSize}&after={next}"));
            if (page.GetProperty("events").GetArrayLength() == 0)
            {
                return events;
            }

            events.AddRange(page.GetProperty("events").EnumerateArray());
            next = page.GetProperty("next").GetString();
        }
    }

    /// <summary>The hits among the events.</summary>
    public async Task<IReadOnlyList<JsonElement>> HitsAsync() => await EventsAsync("hit");

    /// <summary>The events of one kind.</summary>
    public async Task<IReadOnlyList<JsonElement>> EventsAsync(string kind) =>
        [.. (await EventsAsync()).Where(one => one.Text("kind") == kind)];

    /// <summary>The one hit that there is.</summary>
    public async Task<JsonElement> OnlyHitAsync() => Assert.Single(await HitsAsync());

    /// <summary>Erases the seat.</summary>
    public async Task EraseAsync()
    {
        using var reply = await _server.Http.DeleteAsync(_server.Url("lab", $"/api/seats/{Name}"));
        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
    }
}

/// <summary>Reads answers.</summary>
public static class JsonReading
{
    /// <summary>A member as text; null where there is none.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) ? member.GetString() : null;

    /// <summary>An event's id.</summary>
    public static long Id(this JsonElement element) => element.GetProperty("id").GetInt64();

    /// <summary>A list of name and value, in order.</summary>
    public static IReadOnlyList<(string Name, string Value)> Pairs(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(pair => (pair.Text("name")!, pair.Text("value")!))];

    /// <summary>The notes of what was cut or could not be read.</summary>
    public static IReadOnlyList<string> Notes(this JsonElement element) =>
        element.TryGetProperty("notes", out var notes) ? [.. notes.EnumerateArray().Select(note => note.GetString()!)] : [];
}
