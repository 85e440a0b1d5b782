using PixelLab.Core.Events;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests.Storage;

/// <summary>A cursor is a place in one log, however it is written.</summary>
public sealed class CursorTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    [InlineData(long.MaxValue)]
    public void It_is_read_as_it_was_written(long id)
    {
        foreach (var cursor in new[] { new Cursor(id, Cursor.NewName()), new Cursor(id) })
        {
            Assert.True(Cursor.TryParse(cursor.ToString(), out var read));
            Assert.Equal(cursor, read);
        }
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("bcdfghjkmn")]
    [InlineData("bcdfghjkmn.")]
    [InlineData("bcdfghjkmn.-1")]
    [InlineData("bcdfghjkmn.9223372036854775808")]
    [InlineData("bcdfghjkm.1")]
    [InlineData("bcdfghjkmnp.1")]
    [InlineData("BCDFGHJKMN.1")]
    [InlineData("bcdfg hjkm.1")]
    [InlineData("bcdfghjkmn.1.1")]
    [InlineData("..........\u200b")]
    public void What_is_none_is_not_read(string text) => Assert.False(Cursor.TryParse(text, out _));

    [Fact]
    public void A_log_knows_its_own_cursors_by_how_far_it_was_at_each_start_since()
    {
        // It had come to 150, was brought back from a copy of 100, and then to 120 in a power cut.
        var log = new LogHistory([new("first", 0), new("second", 150), new("third", 100), new("fourth", 120)]);
        const long Last = 200;

        Assert.True(log.Holds(new Cursor(100, "first"), Last));
        Assert.False(log.Holds(new Cursor(101, "first"), Last));
        Assert.False(log.Holds(new Cursor(101, "second"), Last));
        Assert.True(log.Holds(new Cursor(120, "third"), Last));
        Assert.False(log.Holds(new Cursor(121, "third"), Last));
        Assert.True(log.Holds(new Cursor(200, "fourth"), Last));
        Assert.False(log.Holds(new Cursor(201, "fourth"), Last));
        Assert.False(log.Holds(new Cursor(0, "other"), Last));
        Assert.True(log.Holds(new Cursor(200), Last));
        Assert.False(log.Holds(new Cursor(201), Last));
    }
}
