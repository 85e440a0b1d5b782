using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>What tests of rooms have in common: opening and joining, and asking as a student and as an instructor.</summary>
public abstract class RoomTest
{
    /// <summary>A question that stands in no lesson.</summary>
    protected static readonly object Question = new { @do = "ask", question = "How many?", options = (string[])["one", "two"] };

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The lab that is asked.</summary>
    protected abstract LabServer Server { get; }

    protected async Task<HubConnection> ConnectAsync()
    {
        var hub = new HubConnectionBuilder().WithUrl(Server.Url("lab", "/room")).Build();
        await hub.StartAsync(Cancellation);
        return hub;
    }

    protected static async Task<T> FirstAsync<T>(HubConnection hub, string method, params object[] args)
    {
        await foreach (var one in hub.StreamAsyncCore<T>(method, args, Cancellation))
        {
            return one;
        }

        throw new InvalidOperationException("The stream ended before it gave anything.");
    }

    protected async Task<RoomMade> OpenAsync()
    {
        using var reply = await PostAsync("/api/rooms", new { });
        Assert.Equal(HttpStatusCode.Created, reply.StatusCode);
        var made = (await reply.Content.ReadFromJsonAsync<RoomMade>(Cancellation))!;
        Assert.DoesNotContain(made.Key, made.Console, StringComparison.Ordinal);
        return made;
    }

    protected async Task<Student> JoinAsync(string code)
    {
        using var reply = await PostAsync($"/api/rooms/{code}/students", new { });
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return (await reply.Content.ReadFromJsonAsync<Student>(Cancellation))!;
    }

    protected async Task HitAsync(string seat)
    {
        using var reply = await Server.Http.GetAsync(Server.Url("metrics", $"/~{seat}/px/PL-SHOP-1.gif?en=page_view&z=v.1"), Cancellation);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    protected async Task<IReadOnlyList<JsonElement>> EventsAsync(string seat) =>
        [.. (await Server.Http.GetFromJsonAsync<JsonElement>(Server.Url("lab", $"/api/seats/{seat}/events"), Cancellation))
            .GetProperty("events").EnumerateArray()];

    protected async Task<long> OnlyHitAsync(string seat) => Assert.Single(await EventsAsync(seat)).GetProperty("id").GetInt64();

    protected Task<HttpResponseMessage> ActAsync(string code, string key, object action)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Server.Url("lab", $"/api/rooms/{code}/actions")) { Content = JsonContent.Create(action) };
        request.Headers.TryAddWithoutValidation("X-Room-Key", key);
        return Server.Http.SendAsync(request, Cancellation);
    }

    protected Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string key)
    {
        var request = new HttpRequestMessage(method, Server.Url("lab", path));
        request.Headers.TryAddWithoutValidation("X-Room-Key", key);
        return Server.Http.SendAsync(request, Cancellation);
    }

    protected Task<HttpResponseMessage> PostAsync(string path, object body) =>
        Server.Http.PostAsJsonAsync(Server.Url("lab", path), body, Cancellation);

    protected sealed record RoomMade(string Code, string Key, string Console);

    protected sealed record Student(string Seat, string Name, string? Recovery);
}
