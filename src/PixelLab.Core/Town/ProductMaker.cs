using Bogus;

namespace PixelLab.Core.Town;

/// <summary>
/// Turns a plan into a product with Bogus. Each product has a seed of its own, so that adding one changes no other.
/// </summary>
internal static class ProductMaker
{
    private const int Seed = 5_080;
    private const int ColoursEach = 3;
    private const int ReviewsEach = 3;

    /// <summary>The product of a plan; the same each time.</summary>
    public static Product Make(ProductPlan plan)
    {
        var fake = new Faker("en") { Random = new Randomizer(Seed + plan.Id) };
        var rating = fake.Random.Int(38, 49) / 10m;
        return new Product
        {
            Id = plan.Id,
            Kind = plan.Kind,
            Category = plan.Category,
            Name = fake.PickRandom<string>(plan.Names),
            Summary = plan.Summary,
            Description = $"{plan.Description} {fake.PickRandom<string>(ProductPlans.Promises)}",
            Price = fake.Random.Int(plan.PriceFrom / 5, plan.PriceTo / 5) * 5 - 0.05m,
            Grams = fake.Random.Int(plan.GramsFrom / 5, plan.GramsTo / 5) * 5,
            Material = fake.PickRandom<string>(plan.Materials),
            Sizes = plan.Sizes,
            Colours = [.. fake.Random.Shuffle<ProductColour>(ProductPalette.All).Take(ColoursEach)],
            Rating = rating,
            RatingCount = fake.Random.Int(24, 380),
            Reviews = MakeReviews(fake, plan, rating),
        };
    }

    private static Review[] MakeReviews(Faker fake, ProductPlan plan, decimal rating) =>
        [.. fake.Random.Shuffle<Opinion>(ProductOpinions.Of(plan.Kind)).Take(ReviewsEach).Select(opinion => new Review(
            $"{fake.Name.FirstName()} {fake.Random.Char('A', 'W')}.",
            Math.Clamp((int)Math.Round(rating) + opinion.Lean, 1, 5),
            opinion.Title,
            opinion.Text,
            fake.PickRandom<string>(ProductOpinions.After)))];
}
