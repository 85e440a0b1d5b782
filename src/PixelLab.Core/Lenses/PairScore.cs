namespace PixelLab.Core.Lenses;

/// <summary>
/// How well hits were put together, pair by pair: of all pairs of hits that a tracker takes for one visitor, the share that
/// truly is one (precision), and of all pairs that truly are one, the share that it put together (recall). Both are reckoned
/// from counts, since n hits make n(n−1)/2 pairs: no pair is ever formed.
/// </summary>
/// <param name="Together">Pairs that the tracker takes for one visitor.</param>
/// <param name="True">Pairs that are one in truth.</param>
/// <param name="Right">Pairs that are both.</param>
public sealed record PairScore(long Together, long True, long Right)
{
    /// <summary>The share of right pairs among those put together, 0 to 1; 1 where nothing was put together, and so nothing wrongly.</summary>
    public double Precision => Together == 0 ? 1 : (double)Right / Together;

    /// <summary>The share of true pairs that were put together, 0 to 1; 1 where there was nothing to put together.</summary>
    public double Recall => True == 0 ? 1 : (double)Right / True;

    /// <summary>Reckons the score from how many hits each visitor has of each true one.</summary>
    /// <param name="counts">The visitor as the tracker sees it, the true one, and the number of hits; a pair of names may come twice.</param>
    public static PairScore Of(IEnumerable<(int Visitor, int Truth, long Hits)> counts)
    {
        var visitors = new Dictionary<int, long>();
        var truths = new Dictionary<int, long>();
        var cells = new Dictionary<(int, int), long>();
        foreach (var (visitor, truth, hits) in counts)
        {
            visitors[visitor] = visitors.GetValueOrDefault(visitor) + hits;
            truths[truth] = truths.GetValueOrDefault(truth) + hits;
            cells[(visitor, truth)] = cells.GetValueOrDefault((visitor, truth)) + hits;
        }

        return new PairScore(Pairs(visitors.Values), Pairs(truths.Values), Pairs(cells.Values));
    }

    private static long Pairs(IEnumerable<long> sizes) => sizes.Sum(size => size * (size - 1) / 2);
}
