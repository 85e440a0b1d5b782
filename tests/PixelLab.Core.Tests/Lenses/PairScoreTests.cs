using CsCheck;
using PixelLab.Core.Lenses;

namespace PixelLab.Core.Tests.Lenses;

public sealed class PairScoreTests
{
    [Fact]
    public void Two_people_taken_for_one_cost_precision()
    {
        // 3 hits and 2 hits in one heap: 10 pairs together, 3 + 1 of them right.
        var score = PairScore.Of([(1, 1, 3), (1, 2, 2)]);

        Assert.Equal(new PairScore(Together: 10, True: 4, Right: 4), score);
        Assert.Equal(0.4, score.Precision, 10);
        Assert.Equal(1, score.Recall, 10);
    }

    [Fact]
    public void One_person_taken_for_two_costs_recall()
    {
        // 4 hits torn into 3 and 1: 3 pairs together, 6 are true.
        var score = PairScore.Of([(1, 1, 3), (2, 1, 1)]);

        Assert.Equal(new PairScore(Together: 3, True: 6, Right: 3), score);
        Assert.Equal(1, score.Precision, 10);
        Assert.Equal(0.5, score.Recall, 10);
    }

    [Fact]
    public void Both_mistakes_at_once_count_as_they_should()
    {
        // Person 1: 2 hits in heap A, 1 in B. Person 2: 1 hit in A, 2 in B. Together 3 + 3, true 3 + 3, right 1 + 1.
        var score = PairScore.Of([(1, 1, 2), (2, 1, 1), (1, 2, 1), (2, 2, 2)]);

        Assert.Equal(new PairScore(Together: 6, True: 6, Right: 2), score);
    }

    [Fact]
    public void Counts_give_what_looking_at_every_pair_gives() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4]).Array[0, 25].Sample(hits =>
        {
            long together = 0, real = 0, right = 0;
            for (var one = 0; one < hits.Length; one++)
            {
                for (var other = 0; other < one; other++)
                {
                    var isTogether = hits[one].Item1 == hits[other].Item1;
                    var isTrue = hits[one].Item2 == hits[other].Item2;
                    together += isTogether ? 1 : 0;
                    real += isTrue ? 1 : 0;
                    right += isTogether && isTrue ? 1 : 0;
                }
            }

            Assert.Equal(new PairScore(together, real, right), PairScore.Of(hits.Select(hit => (hit.Item1, hit.Item2, 1L))));
        });
}
