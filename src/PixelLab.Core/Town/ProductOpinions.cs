namespace PixelLab.Core.Town;

/// <summary>What a customer might say.</summary>
/// <param name="Lean">How many stars above or below the product's own rating.</param>
/// <param name="Title">The headline.</param>
/// <param name="Text">A sentence or two.</param>
internal sealed record Opinion(int Lean, string Title, string Text);

/// <summary>The hand-written opinions that reviews are picked from.</summary>
internal static class ProductOpinions
{
    /// <summary>How long a product was used before somebody wrote about it.</summary>
    public static readonly IReadOnlyList<string> After =
        ["after three weeks", "after two months", "after one wet autumn", "after half a year", "after a whole season"];

    private static readonly IReadOnlyList<Opinion> Shoes =
    [
        new(0, "Grip where I need it", "Wet roots used to scare me. With these I run the same loop without looking down at every step."),
        new(1, "Comfortable from the first day", "No blisters, no breaking in. I wore them straight out of the box for fourteen kilometres."),
        new(-1, "A little narrow", "Good shoes, but order half a size up if your feet are wide. The second pair fitted."),
        new(0, "They dry overnight", "Crossed a stream in the evening, and in the morning they were only damp. That is what I wanted."),
        new(0, "Still going", "The sole shows hardly any wear, and the laces have stayed tied on every run."),
    ];

    private static readonly IReadOnlyList<Opinion> Jackets =
    [
        new(0, "Kept me dry for six hours", "It rained from the car park to the hut. Everything under the jacket was dry when I hung it up."),
        new(1, "Packs very small", "It lives at the bottom of my bag now, and I forget it is there until the weather turns."),
        new(-1, "Sleeves are long", "Warm and well made, though the sleeves reach over my hands. The cuffs can be pulled tight."),
        new(0, "Pockets in the right place", "You can reach both pockets with a rucksack on. Somebody thought about that."),
        new(0, "Quiet fabric", "It does not rustle, which is why I also wear it to work."),
    ];

    private static readonly IReadOnlyList<Opinion> Packs =
    [
        new(0, "Sits close to the back", "Even on the bike it does not swing about. The straps are soft and do not cut in."),
        new(1, "A pocket for everything", "After years of digging for keys I have one small pocket that holds just them."),
        new(0, "Carries more than it says", "I got a tent, food for two days and far too many socks into it."),
        new(-1, "The rain cover is extra", "A lovely bag, but I would have liked the cover to come with it."),
        new(0, "Strong zips", "Sand, salt water, winter: the zips still run as they did in the shop."),
    ];

    private static readonly IReadOnlyList<Opinion> Camp =
    [
        new(0, "Just works", "No trick to learn. My eight-year-old had it ready before I had read the label."),
        new(1, "Light enough to always carry", "I weighed everything in my bag, and this was the one thing I did not replace."),
        new(0, "Survived a storm", "We had a night with strong wind at the lake. In the morning everything was where we had put it."),
        new(-1, "Wish it came in more colours", "Nothing wrong with it at all. I would have liked it in red."),
        new(0, "They repaired it for free", "I broke a part through my own fault, sent it in, and had it back within the week."),
    ];

    /// <summary>The opinions that fit a kind of product.</summary>
    public static IReadOnlyList<Opinion> Of(ProductKind kind) => kind switch
    {
        ProductKind.TrailShoe or ProductKind.Boot => Shoes,
        ProductKind.Shell or ProductKind.Down => Jackets,
        ProductKind.Backpack => Packs,
        ProductKind.Tent or ProductKind.Bottle or ProductKind.Lantern => Camp,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No opinions are written for this kind."),
    };
}
