using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Web.Addressing;
using PixelLab.Web.Features.Classroom;
using PixelLab.Web.Features.Replay;
using PixelLab.Web.Live;

namespace PixelLab.Web.Tests.Live;

/// <summary>
/// Each kind of event has its place wherever all kinds must have one. A new kind fails here by its name until it has; its words in lists and
/// its row are asked for by the types of the browser code, which are made from the views.
/// </summary>
public sealed class EveryKindTests
{
    private static readonly TownAddress Town = new(new AddressingOptions(), "http", "localhost", 5080);

    /// <summary>Nothing is escaped, so that what is looked for is found.</summary>
    private static readonly JsonSerializerOptions AsIs = new(LiveJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<TheoryDataRow<string>> Kinds => Listed<LabEvent>().Keys.Select(kind => new TheoryDataRow<string>(kind));

    [Fact]
    public void The_views_are_of_the_kinds_of_the_log_and_of_erasures() =>
        Assert.Equal([.. Listed<LabEvent>().Keys.Append("erased").Order()], Listed<EventView>().Keys.Order());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_has_a_view_of_its_own_kind_with_what_the_event_has(string kind)
    {
        var labEvent = OneOfEachKind.OfType(Listed<LabEvent>()[kind]);
        foreach (var view in new[] { EventViews.Row(labEvent, Town, Language.English), EventViews.Whole(labEvent, Town, Language.English) })
        {
            Assert.Equal(Listed<EventView>()[kind], view.GetType());
            var json = JsonSerializer.SerializeToElement(view, LiveJson.Default.EventView);
            Assert.Equal(kind, json.GetProperty("kind").GetString());
            Assert.Equal(7, json.GetProperty("id").GetInt64());
            Assert.Equal("2026-11-23T14:03:07Z", json.GetProperty("at").GetString());
        }
    }

    [Fact]
    public void An_erasure_has_a_view() =>
        Assert.IsType<ErasedView>(EventViews.Row(OneOfEachKind.Erased, Town, Language.English));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task It_goes_into_a_replay_and_comes_back_from_it(string kind)
    {
        var labEvent = OneOfEachKind.OfType(Listed<LabEvent>()[kind]);
        var row = ReplayRow.Of(EventViews.Row(labEvent, Town, Language.English));
        Assert.Equal(kind, row.View.Kind);

        var replay = $$"""{"format":"pixellab-replay","version":1,"events":[{"id":7,"event":{{System.Text.Encoding.UTF8.GetString(LabEventJson.Write(labEvent))}}}]}""";
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(replay));
        var back = Assert.Single(await ReplayFile.ReadAsync(file, labEvent.Seat, 1, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(LabEventJson.Write(labEvent), LabEventJson.Write(back));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_class_sees_it_without_seat_and_whole_address_and_otherwise_as_it_is(string kind)
    {
        var whole = EventViews.Whole(OneOfEachKind.OfType(Listed<LabEvent>()[kind]), Town, Language.English);
        var shown = ClassPrivacy.Of(whole);
        var text = JsonSerializer.Serialize<EventView>(shown, AsIs);

        Assert.DoesNotContain(OneOfEachKind.Seat, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(OneOfEachKind.Address, text, StringComparison.Ordinal);
        var expected = JsonSerializer.Serialize<EventView>(whole, AsIs)
            .Replace(OneOfEachKind.Seat, "seat", StringComparison.OrdinalIgnoreCase)
            .Replace(OneOfEachKind.Address, "198.51.100.…", StringComparison.Ordinal);
        Assert.Equal(expected, text);
    }

    [Fact]
    public void Of_an_erasure_a_class_sees_no_seat()
    {
        var shown = ClassPrivacy.Of(EventViews.Row(OneOfEachKind.Erased, Town, Language.English));
        Assert.Equal("seat", Assert.IsType<ErasedView>(shown).Seat);
    }

    private static Dictionary<string, Type> Listed<T>() => typeof(T).GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)
        .ToDictionary(kind => (string)kind.TypeDiscriminator!, kind => kind.DerivedType);
}
