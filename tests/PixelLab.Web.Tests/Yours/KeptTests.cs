using System.Net;
using System.Text;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Tests.Yours;

/// <summary>What somebody keeps of their own web in a seat.</summary>
public sealed class KeptTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private const string Secret = "https://pixel.example/tr?em=somebody@mail.example";

    private readonly LabServer _server = lab.Server;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_kept_comes_back_to_the_browser_that_kept_it_and_to_nobody_else()
    {
        var seat = await Seat.NewAsync(_server);
        Assert.Null(await FindAsync(seat, ""));
        var before = await KeepAsync(seat, "https://other.example/");
        var key = await KeepAsync(seat, Secret);

        Assert.Contains(Secret, await FindAsync(seat, key), StringComparison.Ordinal);
        Assert.Null(await FindAsync(seat, ""));
        Assert.Null(await FindAsync(seat, before));
        Assert.Null(await FindAsync(seat, key[..^2]));
        var another = await Seat.NewAsync(_server);
        Assert.Null(await FindAsync(seat, (await KeepAsync(another, Secret)).Replace(another.Name, seat.Name, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_reads_the_seat_learns_that_something_is_kept_and_nothing_of_what()
    {
        var seat = await Seat.NewAsync(_server);
        await KeepAsync(seat, Secret);
        Assert.Single(await seat.EventsAsync("kept"));
        foreach (var path in new[] { "events", "export", "export?format=csv" })
        {
            var read = await _server.Http.GetStringAsync(_server.Url("lab", $"/api/seats/{seat.Name}/{path}"), Cancellation);
            Assert.DoesNotContain("somebody", read, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.ASCII.GetBytes("somebody"))[..8], read, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_key_goes_to_the_one_place_that_asks_for_it_and_is_thrown_away_where_it_is_let_go()
    {
        var seat = await Seat.NewAsync(_server);
        using var form = FormOf(Secret);
        using var kept = await _server.Http.PutAsync(At(seat), form, Cancellation);
        var given = Assert.Single(kept.Headers.GetValues("Set-Cookie"));
        Assert.Contains($"path=/api/seats/{seat.Name}/brought; samesite=strict; httponly", given, StringComparison.Ordinal);

        using var letGo = await _server.Http.DeleteAsync(At(seat), Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, letGo.StatusCode);
        Assert.StartsWith($"kept-{seat.Name}=; max-age=0; path=/api/seats/{seat.Name}/brought;", Assert.Single(letGo.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_with_the_seat()
    {
        var seat = await Seat.NewAsync(_server);
        var key = await KeepAsync(seat, Secret);
        await seat.EraseAsync();
        Assert.Null(await FindAsync(seat, key));
    }

    [Fact]
    public async Task What_is_too_much_or_no_form_is_refused_and_what_was_kept_stays()
    {
        var seat = await Seat.NewAsync(_server);
        var key = await KeepAsync(seat, Secret);
        using var large = FormOf(new string('x', ExplainLimits.KeptBytes));
        using var tooLarge = await _server.Http.PutAsync(At(seat), large, Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
        Assert.False(tooLarge.Headers.Contains("Set-Cookie"));
        using var text = new StringContent("x", Encoding.UTF8, "text/html");
        using var noForm = await _server.Http.PutAsync(At(seat), text, Cancellation);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, noForm.StatusCode);
        Assert.Contains(Secret, await FindAsync(seat, key), StringComparison.Ordinal);
    }

    private static MultipartFormDataContent FormOf(string text) => new() { { new StringContent(text), "thing", "brought.txt" } };

    private string At(Seat seat) => _server.Url("lab", $"/api/seats/{seat.Name}/brought");

    /// <summary>Keeps a text as a browser would.</summary>
    /// <returns>The cookie that it was given.</returns>
    private async Task<string> KeepAsync(Seat seat, string text)
    {
        using var form = FormOf(text);
        using var reply = await _server.Http.PutAsync(At(seat), form, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
        return reply.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    /// <summary>What a browser with that cookie finds; null where it is nothing.</summary>
    private async Task<string?> FindAsync(Seat seat, string cookie)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, At(seat));
        ask.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var reply = await _server.Http.SendAsync(ask, Cancellation);
        return reply.StatusCode == HttpStatusCode.OK ? await reply.Content.ReadAsStringAsync(Cancellation) : null;
    }
}
