namespace PixelLab.Web.Storage;

/// <summary>Figures of an engine, for whoever looks after the lab.</summary>
/// <param name="Followers">How many follow the log.</param>
/// <param name="Behind">How many ids the furthest of them has still to come past, to the newest event that it is to be given.</param>
/// <param name="Unreadable">How many events were met that cannot be read.</param>
/// <param name="Unmoved">What is kept and not in the database yet; null where it is kept there at once.</param>
public sealed record StoreFigures(int Followers, long Behind, long Unreadable, Unmoved? Unmoved = null);

/// <summary>What is kept and not in the database yet.</summary>
/// <param name="Bytes">Its bytes in the journal.</param>
/// <param name="Age">How long the oldest of it has waited.</param>
public sealed record Unmoved(long Bytes, TimeSpan Age);

/// <summary>An engine that tells its figures.</summary>
public interface IStoreFigures
{
    /// <summary>How they are now.</summary>
    StoreFigures Figures { get; }
}
