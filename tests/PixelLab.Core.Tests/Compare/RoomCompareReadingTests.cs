using PixelLab.Core.Compare;
using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Readings;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Tests.Compare;

public sealed class RoomCompareReadingTests
{
    private long _lastId;

    [Fact]
    public void A_class_behind_one_address_is_one_visitor_to_pixels_and_each_its_own_to_cookies()
    {
        var room = new RoomCompareReading().AddAll(
            Enumerable.Range(0, 8).SelectMany(student => new[] { Ad(student, $"c{student}"), Ad(student, $"c{student}") })).Snapshot();

        var pixel = Of(room, Lens.PixelOnly);
        Assert.Equal((8, 8, 1, 16L), (room.Students.Count, room.Browsers, room.Addresses, room.Hits));
        Assert.Equal((1, 0, 8, 0), (pixel.Visitors, pixel.Known, pixel.Mixed, pixel.Split));
        Assert.All(pixel.Students, seen => Assert.Equal(new StudentSeen(Visitors: 1, Others: 7), seen));
        Assert.Equal(Enumerable.Range(0, 8), Assert.Single(pixel.Shown).Students);
        Assert.Equal((8, 8, 0, 0), (Of(room, Lens.CookieOnly).Visitors, Of(room, Lens.CookieOnly).Known, Of(room, Lens.CookieOnly).Mixed, Of(room, Lens.CookieOnly).Split));
        Assert.Equal(1, Of(room, Lens.CookieOnly).Right);
    }

    [Fact]
    public void A_browser_that_keeps_no_cookie_is_a_new_visitor_each_time()
    {
        var room = new RoomCompareReading().AddAll([Ad(0, null, "a"), Ad(0, null, "b"), Ad(0, null, "c")]).Snapshot();

        Assert.Equal(new StudentSeen(Visitors: 3, Others: 0), Assert.Single(Of(room, Lens.CookieOnly).Students));
        Assert.Equal(0, Of(room, Lens.CookieOnly).Found);
    }

    [Fact]
    public void Two_students_with_the_same_cookie_share_a_browser()
    {
        var room = new RoomCompareReading().AddAll([Ad(0, "same"), Ad(1, "same")]).Snapshot();

        Assert.Equal((1, 2), (Of(room, Lens.CookieOnly).Visitors, Of(room, Lens.CookieOnly).Mixed));
        Assert.Equal(2, room.Browsers);
    }

    [Fact]
    public void What_could_be_anybodys_mixes_nobody_up_for_the_tracker_that_knows_more()
    {
        var room = new RoomCompareReading().AddAll(
            [Seated(BuiltHit.OfMetrics("en=page_view"), 0), Seated(BuiltHit.OfMetrics("en=page_view"), 1)]).Snapshot();

        var both = Of(room, Lens.Both);
        Assert.Equal((1, 0, 2), (both.Visitors, both.Mixed, both.Unseen));
        var anybody = Assert.Single(both.Shown);
        Assert.False(anybody.IsSomebody);
        Assert.Equal([0, 1], anybody.Students);
        Assert.Contains("2 hits could be anybody’s", RoomSentences.Of(room, both), StringComparison.Ordinal);
        Assert.Equal(2, Of(room, Lens.PixelOnly).Mixed);
    }

    [Fact]
    public void A_student_whom_no_cookie_pixel_reached_is_unseen_by_cookies()
    {
        var room = new RoomCompareReading().AddAll([Seated(BuiltHit.OfMetrics("en=page_view"), 0), Ad(1, "b")]).Snapshot();

        Assert.Equal(1, Of(room, Lens.CookieOnly).Unseen);
        Assert.Contains("was never seen", RoomSentences.Of(room, Of(room, Lens.CookieOnly)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_that_fetches_mail_is_no_student()
    {
        var fetched = Ad(0, "a");
        var room = new RoomCompareReading().AddAll(
            [fetched with { Request = fetched.Request with { Notes = [CaptureNotes.Emulated] } }]).Snapshot();

        Assert.Empty(room.Students);
        Assert.Equal(0, room.Hits);
    }

    [Fact]
    public void The_sentence_says_who_was_taken_for_whom_and_why()
    {
        var room = new RoomCompareReading().AddAll(
            Enumerable.Range(0, 8).SelectMany(student => new[] { Ad(student, $"c{student}"), Ad(student, $"c{student}") })).Snapshot();

        Assert.Equal("8 students with 8 browsers sent 16 hits from 1 address.", RoomSentences.Truth(room));
        Assert.StartsWith(
            "Pixels without cookies took 8 students for 1 visitor, since the whole class has one address.",
            RoomSentences.Of(room, Of(room, Lens.PixelOnly)), StringComparison.Ordinal);
        Assert.Equal(
            "Cookies alone knew each of 8 students and took nobody for somebody else.", RoomSentences.Of(room, Of(room, Lens.CookieOnly)));
    }

    [Fact]
    public void What_is_shown_of_a_large_class_is_bounded_and_counted_whole()
    {
        const int Students = 300;
        var room = new RoomCompareReading().AddAll(Enumerable.Range(0, Students).Select(student => Ad(student, $"c{student}"))).Snapshot();

        var all = Assert.Single(Of(room, Lens.PixelOnly).Shown);
        Assert.Equal(Students, all.Students.Count + all.More);
        Assert.Equal(RoomCompareReading.MostShown, Of(room, Lens.CookieOnly).Shown.Count);
        Assert.Equal(Students, Of(room, Lens.CookieOnly).Visitors);
    }

    private static RoomLens Of(RoomComparison room, Lens lens) => room.Lenses.Single(one => one.Lens == lens);

    private Hit Ad(int student, string? brings, string? gets = null)
    {
        var hit = BuiltHit.OfAdnet("ev=PageView");
        hit = brings is null ? hit : hit.WithHeader("Cookie", $"{AdnetWire.IdCookie}={brings}");
        return Seated(gets is null ? hit : hit.Setting($"{AdnetWire.IdCookie}={gets}; Path=/"), student);
    }

    private Hit Seated(Hit hit, int student)
    {
        Assert.True(SeatId.TryParse($"student{student}", out var seat));
        return hit with { Id = ++_lastId, Seat = seat };
    }
}
