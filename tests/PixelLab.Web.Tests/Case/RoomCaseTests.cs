using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PixelLab.Core.Case;
using PixelLab.Core.Events;
using PixelLab.Core.Rules;
using PixelLab.Web.Tests.Classroom;

namespace PixelLab.Web.Tests.Case;

/// <summary>The case in a room: the same for all or one each, and counts alone for the one who teaches.</summary>
public sealed class RoomCaseTests(SharedLab lab) : RoomTest, IClassFixture<SharedLab>
{
    protected override LabServer Server => lab.Server;

    [Fact]
    public async Task Each_student_has_a_case_of_their_own_until_the_room_has_one_for_all()
    {
        var room = await OpenAsync();
        var students = new[] { await JoinAsync(room.Code), await JoinAsync(room.Code) };
        foreach (var student in students)
        {
            Assert.Contains($"Case {CaseComposer.NumberOf(SeatId.TryParse(student.Seat, out var seat) ? seat : SeatId.Default)}:", await ShopAsync(student.Seat), StringComparison.Ordinal);
        }

        foreach (var none in new[] { "0", "10000", "-3", "three" })
        {
            using var refused = await ActAsync(room.Code, room.Key, new { @do = "switch", name = "case", value = none });
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        using var switched = await ActAsync(room.Code, room.Key, new { @do = "switch", name = "case", value = "3141" });
        Assert.Equal(HttpStatusCode.NoContent, switched.StatusCode);
        var late = await JoinAsync(room.Code);
        foreach (var student in students.Append(late))
        {
            Assert.Contains("Case 3141:", await ShopAsync(student.Seat), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_one_who_teaches_is_told_counts_and_nobody_else_anything()
    {
        var room = await OpenAsync();
        await JoinAsync(room.Code);
        using var switched = await ActAsync(room.Code, room.Key, new { @do = "switch", name = "case", value = "3" });
        using var told = await SendAsync(HttpMethod.Get, $"/api/rooms/{room.Code}/case", room.Key);
        var counts = await told.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((1, 0), (counts.GetProperty("begun").GetInt32(), counts.GetProperty("handedIn").GetInt32()));
        using var refused = await SendAsync(HttpMethod.Get, $"/api/rooms/{room.Code}/case", "another");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Points_are_counted_only_of_three_who_handed_in_so_that_no_count_tells_one_students()
    {
        var room = await OpenAsync();
        List<string> students = [];
        for (var i = 0; i < 3; i++)
        {
            students.Add((await JoinAsync(room.Code)).Seat);
        }

        var log = Server.Services.GetRequiredService<IEventWriter>();
        foreach (var (student, counted) in students.Zip([0, 0, 3]))
        {
            var seat = SeatId.TryParse(student, out var parsed) ? parsed : SeatId.Default;
            await log.AppendAsync(
                [
                    new SettingChanged { At = DateTimeOffset.UtcNow, Seat = seat, Name = SettingNames.Case, Value = "3" },
                    new CaseAnswered { At = DateTimeOffset.UtcNow, Seat = seat, Step = CaseSteps.Closed, Answer = "" },
                ],
                Cancellation);
            using var told = await SendAsync(HttpMethod.Get, $"/api/rooms/{room.Code}/case", room.Key);
            var counts = await told.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
            Assert.Equal(students.IndexOf(student) + 1, counts.GetProperty("handedIn").GetInt32());
            Assert.Equal(counted, counts.GetProperty("thirds").EnumerateArray().Sum(third => third.GetInt32()));
        }
    }

    private Task<string> ShopAsync(string seat) => Server.Http.GetStringAsync(Server.Url("market", seat, "/"), Cancellation);
}
