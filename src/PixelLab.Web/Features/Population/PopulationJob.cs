using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Population;

namespace PixelLab.Web.Features.Population;

/// <summary>One point of a curve: what came of a town with a slider at that place.</summary>
/// <param name="Share">Where the slider stands, 0 to 1.</param>
/// <param name="Label">What stands there where it is no share but a kind of banner; empty otherwise.</param>
/// <param name="People">The people who opened anything.</param>
/// <param name="Lenses">What each lens believed.</param>
/// <param name="Opens">What the newsletter's sender believed.</param>
public sealed record CurvePoint(double Share, string Label, int People, IReadOnlyList<LensScore> Lenses, OpenScore Opens);

/// <summary>What a run has brought, as far as it is.</summary>
public sealed record PopulationOutcome
{
    /// <summary>The result of a run at one setting.</summary>
    public PopulationResult? Result { get; init; }

    /// <summary>The points of a curve.</summary>
    public IReadOnlyList<CurvePoint>? Curve { get; init; }

    /// <summary>The slider that the curve follows, or <see cref="PopulationPages.AlongBanners"/>.</summary>
    public string? Along { get; init; }

    /// <summary>The seat in which the town was kept.</summary>
    public SeatId? Seat { get; init; }
}

/// <summary>A run that is under way or was.</summary>
public sealed class PopulationJob : IProgress<double>, IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private double _share;
    private long _lastAsked;

    /// <summary>Begins to count the time since somebody last asked.</summary>
    internal PopulationJob(string id, SeatId owner, TimeProvider time)
    {
        Id = id;
        Owner = owner;
        _lastAsked = time.GetTimestamp();
    }

    /// <summary>The run's name, which nobody can guess.</summary>
    public string Id { get; }

    /// <summary>The seat from which it was begun.</summary>
    public SeatId Owner { get; }

    /// <summary>The share that is done, 0 to 1.</summary>
    public double Share => Volatile.Read(ref _share);

    /// <summary>The work; it ends with the outcome, an error or the end of the run.</summary>
    public Task<PopulationOutcome> Work { get; internal set; } = Task.FromResult(new PopulationOutcome());

    /// <summary>Ends the run.</summary>
    public CancellationToken End => _end.Token;

    /// <summary>Takes the share that is done.</summary>
    public void Report(double value) => Volatile.Write(ref _share, Math.Clamp(value, 0, 1));

    /// <summary>Asks the run to end; nothing where it has ended already.</summary>
    public void Cancel()
    {
        if (!Work.IsCompleted)
        {
            _end.Cancel();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _end.Dispose();

    /// <summary>Notes that the page is still there.</summary>
    internal void Asked(TimeProvider time) => Volatile.Write(ref _lastAsked, time.GetTimestamp());

    /// <summary>How long nobody has asked.</summary>
    internal TimeSpan Silence(TimeProvider time) => time.GetElapsedTime(Volatile.Read(ref _lastAsked));
}
