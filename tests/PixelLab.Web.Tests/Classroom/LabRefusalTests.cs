using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>An instructor is told what the whole lab turns away, also where it is nobody of the room.</summary>
public sealed class LabRefusalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_lab_refuses_to_anybody_is_told_to_the_instructor_in_one_line_for_each_budget()
    {
        await using var server = await LabServer.StartAsync(("Limits:HitsPerMinute", "5"));
        var room = await TaughtRoom.OpenAsync(server);
        var seat = await Seat.NewAsync(server);
        await using var hub = await room.ConnectAsync();
        var told = hub.StreamAsync<JsonElement>("Refused", room.Code, room.Key, Cancellation).GetAsyncEnumerator(Cancellation);
        var refused = 0;
        for (var hit = 0; hit < 20; hit++)
        {
            using var reply = await server.Http.GetAsync(server.Url("metrics", seat.PixelPath), Cancellation);
            refused += reply.StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0;
        }

        Assert.True(refused > 0);
        JsonElement budget;
        do
        {
            Assert.True(await told.MoveNextAsync());
            budget = Assert.Single(told.Current.GetProperty("budgets").EnumerateArray());
        }
        while (budget.GetProperty("count").GetInt32() < refused);

        Assert.Equal("hits_of_address", budget.Text("budget"));
        Assert.Equal(refused, budget.GetProperty("count").GetInt32());
        await room.EndAsync();
    }

    [Fact]
    public async Task Nobody_hears_of_it_without_the_rooms_key()
    {
        await using var server = await LabServer.StartAsync();
        var room = await TaughtRoom.OpenAsync(server);
        await using var hub = await room.ConnectAsync();
        await Assert.ThrowsAsync<HubException>(async () =>
            await hub.StreamAsync<JsonElement>("Refused", room.Code, "guess", Cancellation).FirstAsync(Cancellation));
    }

    [Fact]
    public async Task Every_budget_has_its_words_in_the_console()
    {
        await using var file = File.OpenRead(Path.Combine(Checkout.Lab, "Client", "Kit", "Words", "en", "console.json"));
        var words = await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(file, cancellationToken: Cancellation);
        Assert.All(Enum.GetValues<Budget>(), budget => Assert.Contains($"budget.{Refusal.NameOf(budget)}", words!.Keys));
    }
}
