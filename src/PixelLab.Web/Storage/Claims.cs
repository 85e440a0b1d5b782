namespace PixelLab.Web.Storage;

/// <summary>What only one of several labs may do, however many of them could.</summary>
public interface IClaims
{
    /// <summary>Claims something.</summary>
    /// <param name="what">What is claimed; the same text, the same thing.</param>
    /// <param name="memory">How long nobody else may claim it.</param>
    /// <returns>Whether nobody else has.</returns>
    Task<bool> TryTakeAsync(string what, TimeSpan memory);

    /// <summary>Claims something, or goes on holding it. Who no longer does so loses it after <paramref name="memory"/>, also by being killed.</summary>
    /// <returns>Whether nobody else holds it.</returns>
    Task<bool> TryHoldAsync(string what, TimeSpan memory);
}

/// <summary>A lab alone shares with nobody.</summary>
internal sealed class ClaimsOfOne : IClaims
{
    public Task<bool> TryTakeAsync(string what, TimeSpan memory) => Task.FromResult(true);

    public Task<bool> TryHoldAsync(string what, TimeSpan memory) => Task.FromResult(true);
}
