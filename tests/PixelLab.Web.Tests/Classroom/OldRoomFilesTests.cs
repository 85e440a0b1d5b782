using System.Text.Json;
using PixelLab.Core.Events;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>Rooms and closed seats that an earlier version kept in files: taken over once, or said in words why not.</summary>
public sealed class OldRoomFilesTests : IDisposable
{
    private const string Code = "ACDEFG";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pixellab-test-");
    private readonly SeatId _student = SeatId.New();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Room => $$"""
        {"code":"{{Code}}","keyHash":"","opened":"2026-11-01T08:00:00+00:00","ends":"2126-11-01T20:00:00+00:00","hasEnded":false,
         "students":[{"seat":"{{_student}}","name":"Quiet Otter","recoveryHash":"","joined":"2026-11-01T08:01:00+00:00","isSimulated":false}],
         "isClosed":false,"isFrozen":true,"sent":null,"followed":{},"spotlight":null,"switches":{},"traffic":null,
         "poll":{"question":"Q?","options":["a","b"],"showsAnswers":false,"votes":{"{{_student}}":1},"before":null,"from":null} }
        """;

    [Fact]
    public async Task They_go_on_where_they_were_and_their_files_give_way_to_a_note_that_names_nobody()
    {
        var over = SeatId.New();
        await WriteAsync("rooms.json", $"[{Room}]");
        await WriteAsync("closed-seats.json", $$"""[{"seat":"{{over}}","until":"2126-11-01T20:00:00+00:00"}]""");

        await using var lab = await LabProcess.StartAsync(("DataDirectory", _data.FullName));
        var glance = JsonDocument.Parse(await lab.Http.GetStringAsync(lab.Url("lab", $"/api/rooms/{Code}"), Cancellation)).RootElement;
        Assert.Equal(1, glance.GetProperty("students").GetInt32());
        Assert.Matches("<lab-room(?![^>]* over)", await PageAsync(lab, _student));
        Assert.Matches("<lab-room[^>]* over", await PageAsync(lab, over));

        Assert.Equal(["closed-seats.json.taken-over", "rooms.json.taken-over"], _data.EnumerateFiles("*.json*").Select(file => file.Name).Order());
        foreach (var note in _data.EnumerateFiles("*.taken-over"))
        {
            var words = await File.ReadAllTextAsync(note.FullName, Cancellation);
            Assert.DoesNotContain(_student.Value, words, StringComparison.Ordinal);
            Assert.DoesNotContain(over.Value, words, StringComparison.Ordinal);
            Assert.DoesNotContain("Otter", words, StringComparison.Ordinal);
        }

        await lab.KillAsync();
        await lab.StartAgainAsync();
        Assert.Matches("<lab-room(?![^>]* over)", await PageAsync(lab, _student));
        await lab.KillAsync();
    }

    [Theory]
    [InlineData("rooms.json", "[null]", "its entry number 1 is no room")]
    [InlineData("rooms.json", "[ROOM, {\"code\":\"GHJKMN\"}]", "its entry number 2 is no room")]
    [InlineData("rooms.json", "[{\"code\":\"GHJKMN\",\"keyHash\":\"\",\"opened\":\"2026-11-01T08:00:00Z\",\"ends\":\"2026-11-01T08:00:00Z\",\"students\":[null]}]", "its entry number 1 is no room")]
    [InlineData("rooms.json", "{}", "it is no list of rooms")]
    [InlineData("rooms.json", "[{\"code\":", "it is no list of rooms")]
    [InlineData("closed-seats.json", "[{\"seat\":\"?\"}]", "its entry number 1 is no closed seat")]
    [InlineData("closed-seats.json", "[{}]", "its entry number 1 is no closed seat")]
    [InlineData("closed-seats.json", "", "it is no list of closed seats")]
    public async Task What_cannot_be_taken_over_is_said_in_words_and_stays(string name, string text, string why)
    {
        await WriteAsync(name, text.Replace("ROOM", Room, StringComparison.Ordinal));

        var (exitCode, words) = await LabProcess.FailToStartAsync(("DataDirectory", _data.FullName));

        Assert.NotEqual(0, exitCode);
        Assert.Contains(Path.Combine(_data.FullName, name), words, StringComparison.Ordinal);
        Assert.Contains(why, words, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_data.FullName, name)));
    }

    /// <inheritdoc />
    public void Dispose() => _data.Delete(recursive: true);

    private static Task<string> PageAsync(LabServer lab, SeatId seat) => lab.Http.GetStringAsync(lab.Url("shop", $"/~{seat}/"), Cancellation);

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(_data.FullName, name), text, Cancellation);
}
