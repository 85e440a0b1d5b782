namespace PixelLab.Web.Storage;

/// <summary>What only one of several labs may do for a time, however many of them could.</summary>
public interface ILeases
{
    /// <summary>Takes a lease.</summary>
    /// <param name="what">What it is on; the same text, the same thing.</param>
    /// <param name="term">How long nobody else may take it.</param>
    /// <returns>Whether nobody else has it.</returns>
    Task<bool> TryTakeAsync(string what, TimeSpan term);

    /// <summary>Takes a lease, or goes on holding it. Who no longer does so loses it after <paramref name="term"/>, also by being killed.</summary>
    /// <returns>Whether nobody else has it.</returns>
    Task<bool> TryHoldAsync(string what, TimeSpan term);
}
