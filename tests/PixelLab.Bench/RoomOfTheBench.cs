using System.Net.Http.Json;
using System.Text.Json;

namespace PixelLab.Bench;

/// <summary>A room with its students, as several measurements need it.</summary>
internal sealed class RoomOfTheBench : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly LabProcess _lab;
    private int _fired;

    private RoomOfTheBench(LabProcess lab) => _lab = lab;

    /// <summary>The code.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The instructor's key.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The students' seats.</summary>
    public List<string> Seats { get; } = [];

    /// <summary>Opens a room and lets students in.</summary>
    public static async Task<RoomOfTheBench> OpenAsync(LabProcess lab, int students)
    {
        var room = new RoomOfTheBench(lab);
        var made = await room.PostAsync("/api/rooms");
        (room.Code, room.Key) = (made.GetProperty("code").GetString()!, made.GetProperty("key").GetString()!);
        while (room.Seats.Count < students)
        {
            room.Seats.Add((await room.PostAsync($"/api/rooms/{room.Code}/students")).GetProperty("seat").GetString()!);
        }

        return room;
    }

    /// <summary>Asks a vendor for a pixel.</summary>
    public async Task FireAsync(string vendor, string path, string? cookie = null)
    {
        using var request = Request(HttpMethod.Get, vendor + ".", path);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var reply = await _http.SendAsync(request);
        reply.EnsureSuccessStatusCode();
        Interlocked.Increment(ref _fired);
    }

    /// <summary>How many pixels were answered.</summary>
    public int Fired => _fired;

    /// <summary>Opens a page, and reads it to its end.</summary>
    public async Task LookAsync(string host, string path)
    {
        using var request = Request(HttpMethod.Get, host, path);
        using var reply = await _http.SendAsync(request);
        reply.EnsureSuccessStatusCode();
        await reply.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Asks the lab for something with the room's key, and reads it to its end.</summary>
    public async Task ReadAsync(string path)
    {
        using var request = Request(HttpMethod.Get, "", path);
        request.Headers.Add("X-Room-Key", Key);
        using var reply = await _http.SendAsync(request);
        reply.EnsureSuccessStatusCode();
        await reply.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Does what an instructor does.</summary>
    public Task ActAsync(object action) => PostAsync($"/api/rooms/{Code}/actions", action);

    /// <summary>Does what a student's page does in the room.</summary>
    public Task PostAsync(string seat, string what, object body) => PostAsync($"/api/seats/{seat}/room/{what}", body);

    /// <summary>The first hit of a seat, by its id.</summary>
    public async Task<long> FirstHitAsync(string seat) =>
        (await _lab.EventsAsync(seat)).First(one => one.GetProperty("kind").ValueEquals("hit")).GetProperty("id").GetInt64();

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> PostAsync(string path, object? body = null)
    {
        using var request = Request(HttpMethod.Post, "", path);
        request.Content = body is null ? null : JsonContent.Create(body);
        request.Headers.Add("X-Room-Key", Key);
        using var reply = await _http.SendAsync(request);
        reply.EnsureSuccessStatusCode();
        return reply.StatusCode == System.Net.HttpStatusCode.NoContent ? default : await reply.Content.ReadFromJsonAsync<JsonElement>();
    }

    private HttpRequestMessage Request(HttpMethod method, string name, string path)
    {
        var request = new HttpRequestMessage(method, $"http://127.0.0.1:{_lab.Port}{path}");
        request.Headers.Host = $"{name}localhost:{_lab.Port}";
        return request;
    }
}
