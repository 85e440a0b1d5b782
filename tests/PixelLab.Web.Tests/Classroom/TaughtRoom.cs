using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>A room as its instructor holds it, with the students who joined.</summary>
internal sealed class TaughtRoom
{
    private readonly LabServer _server;

    private TaughtRoom(LabServer server, string code, string key) => (_server, Code, Key) = (server, code, key);

    public string Code { get; }

    public string Key { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<TaughtRoom> OpenAsync(LabServer server)
    {
        using var reply = await server.Http.PostAsync(server.Url("lab", "/api/rooms"), null, Cancellation);
        Assert.Equal(HttpStatusCode.Created, reply.StatusCode);
        var made = await reply.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return new TaughtRoom(server, made.Text("code")!, made.Text("key")!);
    }

    /// <summary>The same room, asked at another lab.</summary>
    public TaughtRoom At(LabServer other) => new(other, Code, Key);

    /// <summary>Lets a student in.</summary>
    public async Task<(string Seat, string Name)> JoinAsync()
    {
        using var reply = await _server.Http.PostAsync(_server.Url("lab", $"/api/rooms/{Code}/students"), null, Cancellation);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        var made = await reply.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return (made.Text("seat")!, made.Text("name")!);
    }

    /// <summary>A student's browser opens a shoe's page, as far as pixels tell; it brings the cookie that it was given, if any.</summary>
    public async Task LookAsync(string seat, string? cookie = null)
    {
        var view = Guid.NewGuid().ToString("n")[..8];
        await FireAsync("metrics", $"/~{seat}/px/PL-SHOP-1.gif?en=page_view&dl=http%3A%2F%2Fshop.localhost%2Fshoes%2F3&z={view}.1", null);
        await FireAsync("adnet", $"/~{seat}/tr?id=448122&ev=ViewContent&cd[content_ids]=3&dl=http%3A%2F%2Fshop.localhost%2Fshoes%2F3&eid={view}.2", cookie);
    }

    /// <summary>Asks for something of the room, with its key or another.</summary>
    public Task<HttpResponseMessage> GetAsync(string path, string? key = null) => SendAsync(HttpMethod.Get, path, key);

    /// <summary>Asks for something of the room and reads it.</summary>
    public async Task<JsonElement> ReadAsync(string path)
    {
        using var reply = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return await reply.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    /// <summary>Sends a request about the room; a path beginning with a slash is a page below <c>/classroom/CODE</c>, any other the API's.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? key = null, object? body = null)
    {
        var url = path.StartsWith('/') ? $"/classroom/{Code}{path}" : $"/api/rooms/{Code}/{path}";
        using var request = new HttpRequestMessage(method, _server.Url("lab", url));
        request.Content = body is null ? null : JsonContent.Create(body);
        if ((key ?? Key) is { Length: > 0 } sent)
        {
            request.Headers.TryAddWithoutValidation("X-Room-Key", sent);
        }

        return await _server.Http.SendAsync(request, Cancellation);
    }

    /// <summary>Ends the room.</summary>
    public async Task EndAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, _server.Url("lab", $"/api/rooms/{Code}"));
        request.Headers.Add("X-Room-Key", Key);
        using var reply = await _server.Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
    }

    /// <summary>A seat's events.</summary>
    public async Task<IReadOnlyList<JsonElement>> EventsAsync(string seat) =>
        [.. (await _server.Http.GetFromJsonAsync<JsonElement>(_server.Url("lab", $"/api/seats/{seat}/events?limit=1000"), Cancellation))
            .GetProperty("events").EnumerateArray()];

    /// <summary>Connects to the rooms' hub.</summary>
    public async Task<HubConnection> ConnectAsync()
    {
        var hub = new HubConnectionBuilder().WithUrl(_server.Url("lab", "/room")).Build();
        await hub.StartAsync(Cancellation);
        return hub;
    }

    private async Task FireAsync(string vendor, string path, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _server.Url(vendor, path));
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", $"anid={cookie}");
        }

        using var reply = await _server.Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }
}
