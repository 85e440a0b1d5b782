using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>What one visitor does too much of is that visitor's alone.</summary>
public sealed class RoomBudgetTests(SharedLab lab) : IClassFixture<SharedLab>
{
    [Fact]
    public async Task An_address_opens_as_many_rooms_as_a_school_needs_and_whoever_sits_at_the_machine_is_kept_out_by_none()
    {
        for (var i = 0; i < RateLimits.RoomsOpenedInHalfAnHour; i++)
        {
            Assert.Equal(HttpStatusCode.Created, await OpenAsync(fromElsewhere: true));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await OpenAsync(fromElsewhere: true));
        Assert.Equal(HttpStatusCode.Created, await OpenAsync(fromElsewhere: false));
    }

    [Fact]
    public async Task A_class_that_fills_a_room_joins_from_one_address_and_one_visitor_fills_no_second_room()
    {
        await using var server = await LabServer.StartAsync(("Addressing:TrustedProxies:0", "127.0.0.1"));
        var full = await OpenedAsync(server);
        for (var i = 0; i < RoomLimits.Students; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await JoinAsync(server, full, "203.0.113.8"));
        }

        var other = await OpenedAsync(server);
        for (var i = RoomLimits.Students; i < RateLimits.JoinsInTenMinutes; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await JoinAsync(server, other, "203.0.113.8"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await JoinAsync(server, other, "203.0.113.8"));
        Assert.Equal(HttpStatusCode.OK, await JoinAsync(server, other, "203.0.113.9"));
        Assert.Equal(HttpStatusCode.OK, await JoinAsync(server, other, null));
    }

    [Fact]
    public async Task A_seat_that_is_none_is_counted_as_one_however_it_is_called()
    {
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i <= RateLimits.RoomActionsPerMinute; i++)
        {
            using var reply = await lab.Server.Http.PostAsJsonAsync(
                lab.Server.Url("lab", $"/api/seats/{new string('A', 2000)}{i}/room/vote"), new { option = 0 }, TestContext.Current.CancellationToken);
            answers.Add(reply.StatusCode);
        }

        Assert.Equal(HttpStatusCode.BadRequest, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    private static async Task<string> OpenedAsync(LabServer server)
    {
        using var reply = await server.Http.PostAsync(server.Url("lab", "/api/rooms"), null, TestContext.Current.CancellationToken);
        return (await reply.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString()!;
    }

    private static async Task<HttpStatusCode> JoinAsync(LabServer server, string code, string? from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url("lab", $"/api/rooms/{code}/students"));
        if (from is not null)
        {
            request.Headers.Add("X-Forwarded-For", from);
        }

        using var reply = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return reply.StatusCode;
    }

    private async Task<HttpStatusCode> OpenAsync(bool fromElsewhere)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, lab.Server.Url("lab", "/api/rooms"));
        if (fromElsewhere)
        {
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        }

        using var reply = await lab.Server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return reply.StatusCode;
    }
}
