using System.Net;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Capture;

/// <summary>Places for what is long on its way: so many for one address, and so many for the whole lab.</summary>
/// <param name="ofAddress">How many an address has, and what is counted where it wants more.</param>
/// <param name="ofLab">How many there are in all, and what is counted where more are wanted.</param>
/// <param name="refusals">Where what is refused is counted.</param>
internal sealed class SenderPlaces((int Most, Budget Budget) ofAddress, (int Most, Budget Budget) ofLab, Refusals refusals)
{
    private const string WholeLab = "";

    private readonly Places<IPAddress> _ofAddresses = new(ofAddress.Most);
    private readonly Places<string> _ofLab = new(ofLab.Most);

    /// <summary>Does something where there is a place for it.</summary>
    /// <returns>What came of it; null where there is no place.</returns>
    public Task<T?> WithPlaceAsync<T>(HttpContext context, Func<Task<T>> take)
        where T : class =>
        WithPlaceAsync(_ofAddresses, Sender.Of(context), ofAddress.Budget, () => WithPlaceAsync(_ofLab, WholeLab, ofLab.Budget, async () => (T?)await take()));

    private async Task<T?> WithPlaceAsync<TKey, T>(Places<TKey> places, TKey whose, Budget budget, Func<Task<T?>> take)
        where TKey : notnull
        where T : class
    {
        if (!places.TryTake(whose))
        {
            refusals.Add(budget);
            return null;
        }

        try
        {
            return await take();
        }
        finally
        {
            places.GiveBack(whose);
        }
    }
}
