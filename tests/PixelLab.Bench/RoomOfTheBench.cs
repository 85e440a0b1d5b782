using System.Net.Http.Json;
using System.Text.Json;

namespace PixelLab.Bench;

/// <summary>A room with its students, as several measurements need it.</summary>
internal sealed class RoomOfTheBench : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly LabProcess _lab;

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

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> PostAsync(string path)
    {
        using var request = Request(HttpMethod.Post, "", path);
        using var reply = await _http.SendAsync(request);
        reply.EnsureSuccessStatusCode();
        return await reply.Content.ReadFromJsonAsync<JsonElement>();
    }

    private HttpRequestMessage Request(HttpMethod method, string name, string path)
    {
        var request = new HttpRequestMessage(method, $"http://127.0.0.1:{_lab.Port}{path}");
        request.Headers.Host = $"{name}localhost:{_lab.Port}";
        return request;
    }
}
