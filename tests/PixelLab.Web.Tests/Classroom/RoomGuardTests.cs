using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using PixelLab.Web.Features.Classroom;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>Guessing is slowed, and a class is not. Each test has a lab of its own, since each leaves an address barred.</summary>
public sealed class RoomGuardTests : RoomTest, IAsyncLifetime
{
    /// <summary>The limiter's minute may turn while a test guesses; after twice as many and one, some guess was refused.</summary>
    private const int Guesses = (2 * RateLimits.WrongCodesPerMinute) + 1;

    private static readonly string[] SomeCodes = ["AAAAAA", "CCCCCC", "DDDDDD"];

    private LabServer _server = null!;

    protected override LabServer Server => _server;

    public async ValueTask InitializeAsync() => _server = await LabServer.StartAsync();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_whole_class_behind_one_address_joins_at_once_and_comes_back_at_once()
    {
        var room = await OpenAsync();

        var students = await Task.WhenAll(Enumerable.Range(0, RoomLimits.Students).Select(async _ =>
        {
            using var look = await SendAsync(HttpMethod.Get, $"/api/rooms/{room.Code}", "");
            Assert.Equal(HttpStatusCode.OK, look.StatusCode);
            return await JoinAsync(room.Code);
        }));
        using var oneMore = await PostAsync($"/api/rooms/{room.Code}/students", new { });
        var back = await Task.WhenAll(students.Select(
            student => PostAsync($"/api/rooms/{room.Code}/students/back", new { recovery = student.Recovery })));

        Assert.Equal(RoomLimits.Students, students.Select(student => student.Seat).Distinct().Count());
        Assert.Equal(HttpStatusCode.Forbidden, oneMore.StatusCode);
        Assert.Contains("This room is full", await oneMore.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.All(back, reply => Assert.Equal(HttpStatusCode.OK, reply.StatusCode));
    }

    [Fact]
    public async Task Ten_classes_behind_one_address_join_in_the_same_minute_and_may_mistype()
    {
        const int Classes = 10;
        const int Students = 30;
        var rooms = new List<RoomMade>();
        for (var i = 0; i < Classes; i++)
        {
            rooms.Add(await OpenAsync());
        }

        var joined = await Task.WhenAll(Enumerable.Range(0, Classes * Students).Select(async number =>
        {
            if (number % 4 == 0)
            {
                using var wrong = await SendAsync(HttpMethod.Get, $"/api/rooms/{SomeCodes[number % SomeCodes.Length]}", "");
                Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
            }

            var code = rooms[number % Classes].Code;
            using var look = await SendAsync(HttpMethod.Get, $"/api/rooms/{code}", "");
            Assert.Equal(HttpStatusCode.OK, look.StatusCode);
            return await JoinAsync(code);
        }));

        Assert.Equal(Classes * Students, joined.Select(student => student.Seat).Distinct().Count());
    }

    [Fact]
    public async Task Guessing_codes_is_refused_after_a_while_even_where_a_guess_is_right()
    {
        var room = await OpenAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, await GuessAsync(
            i => SendAsync(HttpMethod.Get, $"/api/rooms/{SomeCodes[i % SomeCodes.Length]}", "")));
        using var right = await SendAsync(HttpMethod.Get, $"/api/rooms/{room.Code}", "");

        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.Contains("Wait a minute", await right.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessing_words_to_come_back_by_is_refused_after_a_while_even_where_a_guess_is_right()
    {
        var room = await OpenAsync();
        var student = await JoinAsync(room.Code);
        var path = $"/api/rooms/{room.Code}/students/back";

        Assert.Equal(HttpStatusCode.TooManyRequests, await GuessAsync(i => PostAsync(path, new { recovery = $"wool-wool-wool-{i}" })));
        using var right = await PostAsync(path, new { recovery = student.Recovery });

        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
    }

    [Fact]
    public async Task Guessing_keys_is_refused_after_a_while_and_the_instructor_behind_the_same_address_goes_on()
    {
        var room = await OpenAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, await GuessAsync(
            i => SendAsync(HttpMethod.Get, $"/api/rooms/{room.Code}/progress", $"guess-{i}")));
        await using var hub = await ConnectAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => FirstAsync<object>(hub, "Teach", room.Code, "guess"));
        using var right = await ActAsync(room.Code, room.Key, new { @do = "freeze" });

        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
    }

    [Fact]
    public async Task A_wrong_key_over_the_hub_counts_as_a_guess()
    {
        var room = await OpenAsync();
        await using var hub = await ConnectAsync();
        var aborted = false;
        for (var i = 0; i < Guesses && !aborted; i++)
        {
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => FirstAsync<object>(hub, "FollowAll", room.Code, $"guess-{i}", ""));
            aborted = refused is not HubException;
        }

        Assert.True(aborted, "The connection was never closed.");
    }

    [Fact]
    public async Task Actions_are_limited_under_each_key_so_that_nobody_uses_up_the_instructors()
    {
        var room = await OpenAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, await GuessAsync(_ => ActAsync(room.Code, "not the key", new { @do = "freeze" }), 500));
        using var first = await ActAsync(room.Code, room.Key, new { @do = "freeze" });
        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, await GuessAsync(_ => ActAsync(room.Code, room.Key, new { @do = "freeze" }), 500));
    }

    [Theory]
    [InlineData("2001:db8::1", "2001:db8::ffff:2", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    public void Who_guesses_from_one_network_of_addresses_after_the_other_is_one(string first, string second, bool isOne)
    {
        using var guard = new RoomGuard();
        HttpContext From(string address) => new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        for (var i = 0; i < (2 * RateLimits.WrongSecretsPerMinute) + 1 && !guard.IsBarred(Guessed.Key, From(first)); i++)
        {
            guard.WasWrong(Guessed.Key, From(first));
        }

        Assert.Equal(isOne, guard.IsBarred(Guessed.Key, From(second)));
    }

    /// <summary>The status of the last try, which is the first that was refused for being one too many.</summary>
    private static async Task<HttpStatusCode> GuessAsync(Func<int, Task<HttpResponseMessage>> guess, int most = Guesses)
    {
        var status = HttpStatusCode.OK;
        for (var i = 0; i < most && status != HttpStatusCode.TooManyRequests; i++)
        {
            using var reply = await guess(i);
            status = reply.StatusCode;
        }

        return status;
    }
}
