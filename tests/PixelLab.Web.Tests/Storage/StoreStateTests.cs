using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests.Storage;

/// <summary>The store has one state, which is said when it changes.</summary>
public sealed class StoreStateTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly Said<StoreState> _said = new();
    private readonly StoreState _state;

    public StoreStateTests() => _state = new StoreState(_time, _said);

    [Fact]
    public void However_many_hits_are_refused_it_is_said_once_and_how_many_when_it_is_over()
    {
        for (var hit = 0; hit < 1000; hit++)
        {
            _state.Fails(StorePart.Writing, StoreCondition.Full, StoreCause.DiskFull, new IOException("No space left on device"));
            _state.Refused(1, StoreCondition.Full);
        }

        var (level, words) = Assert.Single(_said.Lines);
        Assert.Equal(LogLevel.Error, level);
        Assert.Contains("Full: The disk is full. Hits are refused. No space left on device", words, StringComparison.Ordinal);

        _time.Advance(StoreLimits.Calm);
        _state.Works(StorePart.Writing);
        Assert.Equal(2, _said.Lines.Count);
        Assert.Contains("1000 events were refused", _said.Lines[1].Words, StringComparison.Ordinal);
        Assert.Equal(new StoreStatus(StoreCondition.Well, _time.GetUtcNow(), null), _state.Now);
    }

    [Fact]
    public void On_a_disk_that_takes_every_second_hit_the_state_does_not_change_with_each()
    {
        for (var hit = 0; hit < 100; hit++)
        {
            _state.Fails(StorePart.Writing, StoreCondition.Full, StoreCause.DiskFull);
            _time.Advance(StoreLimits.Calm / 2);
            _state.Works(StorePart.Writing);
        }

        Assert.Single(_said.Lines);
        Assert.False(_state.Now.KeepsHits);
    }

    [Fact]
    public void The_worst_part_counts_and_its_end_shows_the_next()
    {
        var began = _time.GetUtcNow();
        _state.Fails(StorePart.Moving, StoreCondition.Behind, StoreCause.DatabaseHeld);
        Assert.Equal((StoreCondition.Behind, began, true), (_state.Now.Condition, _state.Now.Since, _state.Now.KeepsHits));

        _time.Advance(StoreLimits.Calm);
        _state.Fails(StorePart.Hearing, StoreCondition.Away, StoreCause.ServerAway);
        Assert.Equal((StoreCause.ServerAway, _time.GetUtcNow(), false), (_state.Now.Cause, _state.Now.Since, _state.Now.KeepsHits));

        _state.Works(StorePart.Hearing);
        Assert.Equal("Another program holds the database. Hits are kept.", _state.Now.Why);
        _state.Works(StorePart.Moving);
        Assert.Equal(
            [LogLevel.Warning, LogLevel.Error, LogLevel.Warning, LogLevel.Information], _said.Lines.Select(line => line.Level));
    }
}
