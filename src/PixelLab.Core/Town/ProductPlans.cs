namespace PixelLab.Core.Town;

/// <summary>The shop's range as planned by hand. A new product is one more plan with the next free number.</summary>
internal static class ProductPlans
{
    /// <summary>Running shoes and boots.</summary>
    public static readonly Category Shoes = new("shoes", "Shoes", "Grip for roots, scree and the last wet kilometre home.");

    /// <summary>Jackets.</summary>
    public static readonly Category Jackets = new("jackets", "Jackets", "For rain that was not in the forecast.");

    /// <summary>Bags for the back.</summary>
    public static readonly Category Packs = new("backpacks", "Backpacks", "Carry what you need, and forget that you carry it.");

    /// <summary>Tents, bottles, lamps.</summary>
    public static readonly Category Camp = new("camp", "Camp", "Small things that make a night outside a good one.");

    private static readonly string[] ShoeSizes = ["37", "38", "39", "40", "41", "42", "43", "44", "45", "46"];
    private static readonly string[] ClothSizes = ["XS", "S", "M", "L", "XL"];
    private static readonly string[] PackSizes = ["Short back", "Regular", "Long back"];
    private static readonly string[] OneSize = ["One size"];
    private static readonly string[] ShoeCloth = ["Recycled mesh, natural rubber sole", "Woven polyester, cork and rubber sole"];
    private static readonly string[] JacketCloth = ["Recycled nylon, taped seams", "Recycled polyester, taped seams"];
    private static readonly string[] PackCloth = ["Waxed cotton and recycled nylon", "Recycled nylon with a tarpaulin floor"];

    /// <summary>Closing sentences of descriptions.</summary>
    public static readonly IReadOnlyList<string> Promises =
    [
        "If it breaks, we mend it.",
        "Spare parts stay in our workshop for ten years.",
        "Made to be repaired rather than replaced.",
        "Try it at home for sixty days and send it back if it is not right.",
    ];

    /// <summary>Every plan, by number.</summary>
    public static readonly IReadOnlyList<ProductPlan> All =
    [
        Shoe(1, ProductKind.TrailShoe, ["Fell Dancer", "Heather Racer"], "A light shoe for fast days on soft ground.",
            "Deep, widely spaced studs that let go of mud instead of collecting it. The upper is one piece of cloth without seams that could rub."),
        Shoe(2, ProductKind.Boot, ["Ridgeline Mid", "Col Walker Mid"], "Over the ankle, for stones and heavy bags.",
            "A boot that walks like a shoe: the shaft holds the ankle sideways and bends freely forward. The toe is covered in rubber against sharp stones."),
        Shoe(3, ProductKind.TrailShoe, ["Trail Runner 2"], "Our most-loved running shoe, now with more room for the toes.",
            "You asked for two things: a wider toe box and laces that stay tied. The second version has both, and it kept the cushion and the grip that made the first one our most-sold shoe."),
        Shoe(4, ProductKind.TrailShoe, ["Moorland Low", "Harbour Path Low"], "From the front door to the forest and back.",
            "A shoe for both halves of your route. The sole rolls well on tarmac, and there is enough of it left for gravel and grass."),
        Jacket(5, ProductKind.Shell, ["Squall Shell", "Lee Shore Shell"], "A rain jacket that weighs less than a sandwich.",
            "Three layers, every seam taped, a hood that turns with your head. It folds into its own pocket when the sun comes out.", 150, 220, 230, 320),
        Jacket(6, ProductKind.Down, ["Ember Jacket", "Hearth Jacket"], "Warmth for breaks, summits and bus stops.",
            "Filled with recycled down in narrow tubes, so that nothing slips and no part of you gets cold. The collar reaches up to the nose.", 180, 260, 340, 460),
        Jacket(7, ProductKind.Shell, ["Drizzle Anorak", "Estuary Anorak"], "The simple one: pull it over your head and go.",
            "A half-length zip, one big pocket, two cords. It keeps out wind and a good hour of rain, and it looks right in town.", 80, 130, 280, 380),
        Pack(8, ["Daybreak 18", "Early Train 18"], "Eighteen litres for a day with a sandwich and a book.",
            "One main compartment, one flat pocket at the back, one for keys. The hip belt comes off when you take the bag to work.", 70, 110, 480, 620),
        Pack(9, ["Long Haul 45", "Far Valley 45"], "Forty-five litres for a week that fits on your back.",
            "The frame moves with your hips, so that the weight stays on them. Open it from the top or all the way round the front.", 170, 230, 1_250, 1_600),
        Pack(10, ["Commoner 24", "Market Day 24"], "Between a schoolbag and a rucksack, and good at both.",
            "A padded sleeve for a computer, a stiff floor so that it stands by itself, and straps that are wide enough for a full load of groceries.", 90, 140, 700, 880),
        Camping(11, ProductKind.Tent, ["Two-Night Tent", "Lakeside Two Tent"], "Room for two and their wet boots.",
            "Up in six minutes, in the rain, in the dark: the inner tent hangs in the outer one already. Two doors, so that nobody climbs over anybody.", 260, 360, 1_900, 2_300, ["Recycled ripstop, aluminium poles"]),
        Camping(12, ProductKind.Bottle, ["Spring Bottle 0.7", "Well Bottle 0.7"], "Keeps tea hot for a day and water cold for longer.",
            "Two walls of steel with nothing between them. The cap is tied on, has one part, and goes into the dishwasher.", 25, 40, 280, 360, ["Stainless steel, cork"]),
        Camping(13, ProductKind.Lantern, ["Glow-Worm Lantern", "Porch Lantern"], "A warm light to read, cook and talk by.",
            "Turn the ring from candle to reading lamp. Sixty hours on one charge, and a hook for the tent, the branch or the bunk bed.", 40, 65, 190, 260, ["Recycled plastic, frosted glass"]),
        Camping(14, ProductKind.Bottle, ["Trickle Bottle 1.0", "Brook Bottle 1.0"], "A whole litre, light, and it cannot leak.",
            "One wall, wide mouth, a handle for two fingers. We drop each new model from the roof of the workshop before it is sold.", 15, 30, 140, 190, ["Aluminium, silicone ring"]),
    ];

    private static ProductPlan Shoe(int id, ProductKind kind, string[] names, string summary, string description) =>
        new(id, kind, Shoes)
        {
            Names = names,
            Summary = summary,
            Description = description,
            PriceFrom = kind == ProductKind.Boot ? 170 : 110,
            PriceTo = kind == ProductKind.Boot ? 220 : 150,
            GramsFrom = kind == ProductKind.Boot ? 480 : 240,
            GramsTo = kind == ProductKind.Boot ? 560 : 320,
            Materials = ShoeCloth,
            Sizes = ShoeSizes,
        };

    private static ProductPlan Jacket(
        int id, ProductKind kind, string[] names, string summary, string description, int priceFrom, int priceTo, int gramsFrom, int gramsTo) =>
        new(id, kind, Jackets)
        {
            Names = names,
            Summary = summary,
            Description = description,
            PriceFrom = priceFrom,
            PriceTo = priceTo,
            GramsFrom = gramsFrom,
            GramsTo = gramsTo,
            Materials = JacketCloth,
            Sizes = ClothSizes,
        };

    private static ProductPlan Pack(
        int id, string[] names, string summary, string description, int priceFrom, int priceTo, int gramsFrom, int gramsTo) =>
        new(id, ProductKind.Backpack, Packs)
        {
            Names = names,
            Summary = summary,
            Description = description,
            PriceFrom = priceFrom,
            PriceTo = priceTo,
            GramsFrom = gramsFrom,
            GramsTo = gramsTo,
            Materials = PackCloth,
            Sizes = PackSizes,
        };

    private static ProductPlan Camping(
        int id, ProductKind kind, string[] names, string summary, string description, int priceFrom, int priceTo, int gramsFrom, int gramsTo, string[] materials) =>
        new(id, kind, Camp)
        {
            Names = names,
            Summary = summary,
            Description = description,
            PriceFrom = priceFrom,
            PriceTo = priceTo,
            GramsFrom = gramsFrom,
            GramsTo = gramsTo,
            Materials = materials,
            Sizes = OneSize,
        };
}
