using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PixelLab.Core.Events;
using PixelLab.Web.Features.Lessons;
using PixelLab.Web.Features.Lessons.Reading;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>What a class knew before the lessons and after, as its instructor is told.</summary>
public sealed class RoomRoundsTests(SharedLab lab) : RoomTest, IClassFixture<SharedLab>
{
    protected override LabServer Server => lab.Server;

    [Fact]
    public async Task A_class_is_counted_in_threes_and_nothing_is_told_of_one_student()
    {
        var room = await OpenAsync();
        var students = new List<Student>();
        for (var i = 0; i < 4; i++)
        {
            students.Add(await JoinAsync(room.Code));
        }

        await AnswerAsync(students[0], before: [true, false]);
        await AnswerAsync(students[1], before: [true, false]);
        Assert.Null(await RoundsAsync(room));
        await AnswerAsync(students[2], before: [false, true]);
        var (before, _, _) = (await RoundsAsync(room))!.Value;
        Assert.Equal(["2/3", "1/3", "0/0"], before[..3]);

        // A fourth waits for two more, and whoever answers once more is counted by the first answer.
        await AnswerAsync(students[3], before: [true, true]);
        await AnswerAsync(students[0], before: [false, true]);
        Assert.Equal(before, (await RoundsAsync(room))!.Value.Before);

        await AnswerAsync(students[0], after: [true, true]);
        await AnswerAsync(students[1], after: [true, false, true]);
        await AnswerAsync(students[3], after: [true, true]);
        var (_, after, improved) = (await RoundsAsync(room))!.Value;
        Assert.Equal(["3/3", "2/3", "0/0"], after[..3]);
        Assert.Equal("1/3", improved);

        using var left = await Server.Http.DeleteAsync(Server.Url("lab", $"/api/seats/{students[0].Seat}/room"), Cancellation);
        Assert.Equal(["2/3", "2/3", "0/0"], (await RoundsAsync(room))!.Value.Before[..3]);
        Assert.Equal(["0/0", "0/0", "0/0"], (await RoundsAsync(room))!.Value.After[..3]);
    }

    [Fact]
    public async Task Only_answers_of_the_rooms_students_to_its_questions_are_counted()
    {
        var room = await OpenAsync();
        var student = await JoinAsync(room.Code);
        using var stranger = await PostAsync($"/api/seats/{SeatId.New().Value}/room/answers", new { before = new Dictionary<string, int> { ["quiz-1"] = 0 } });
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        foreach (var answers in new Dictionary<string, int>[] { [], new() { ["quiz-99"] = 0 }, new() { ["quiz-1"] = -1 }, new() { ["quiz-1"] = int.MaxValue } })
        {
            using var reply = await PostAsync($"/api/seats/{student.Seat}/room/answers", new { before = answers, after = answers });
            Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
        }

        Assert.Null(await RoundsAsync(room));
        Assert.Empty(await EventsAsync(student.Seat));
    }

    /// <summary>Answers the first questions, rightly or not.</summary>
    private async Task AnswerAsync(Student student, bool[]? before = null, bool[]? after = null)
    {
        using var reply = await PostAsync($"/api/seats/{student.Seat}/room/answers", new { before = Places(before), after = Places(after) });
        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
    }

    private Dictionary<string, int>? Places(bool[]? right) => right?
        .Zip(lab.Server.Services.GetRequiredService<LessonLibrary>().Course().Questions("en")!.Parts.OfType<QuizPart>(), (isRight, question) =>
            (question.Id, Place: question.Options.ToList().FindIndex(option => option.IsRight == isRight)))
        .ToDictionary(one => one.Id, one => one.Place);

    private async Task<(string[] Before, string[] After, string Improved)?> RoundsAsync(RoomMade room)
    {
        await using var hub = await ConnectAsync();
        if (!(await FirstAsync<JsonElement>(hub, "Teach", room.Code, room.Key)).TryGetProperty("rounds", out var rounds))
        {
            return null;
        }

        string[] Counts(string name) => [.. rounds.GetProperty(name).EnumerateArray().Select(one => $"{one.GetProperty("right")}/{one.GetProperty("of")}")];
        return (Counts("before"), Counts("after"), $"{rounds.GetProperty("improved")}/{rounds.GetProperty("compared")}");
    }
}
