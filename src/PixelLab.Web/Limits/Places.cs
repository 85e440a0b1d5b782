using System.Collections.Concurrent;

namespace PixelLab.Web.Limits;

/// <summary>Places of which everybody has so many at once. Of whoever has none taken, nothing is remembered.</summary>
/// <param name="most">How many each has.</param>
public sealed class Places<TKey>(int most)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, int> _taken = new();

    /// <summary>How many have a place.</summary>
    public int Takers => _taken.Count;

    /// <summary>Takes a place.</summary>
    /// <returns>Whether there was one; then it has to be given back.</returns>
    public bool TryTake(TKey whose)
    {
        var taken = _taken.AddOrUpdate(whose, 1, (_, before) => before + 1);
        if (taken <= most)
        {
            return true;
        }

        GiveBack(whose);
        return false;
    }

    /// <summary>Gives a place back.</summary>
    public void GiveBack(TKey whose)
    {
        var left = _taken.AddOrUpdate(whose, 0, (_, before) => before - 1);
        if (left == 0)
        {
            // Only where nobody has taken one meanwhile.
            _taken.TryRemove(KeyValuePair.Create(whose, 0));
        }
    }
}
