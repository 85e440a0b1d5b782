using Bogus;

namespace PixelLab.Core.Town;

/// <summary>The invented people: the same in every run and on every machine.</summary>
public static class Personas
{
    private const int Seed = 20_261;

    private static readonly (string FirstName, string LastName)[] Names =
    [
        ("Mara", "Lindqvist"),
        ("Tomas", "Okafor"),
        ("Ines", "Varga"),
        ("Jonah", "Petit"),
        ("Salma", "Brandt"),
        ("Wei", "Moreau"),
    ];

    /// <summary>All of them, in a fixed order.</summary>
    public static IReadOnlyList<Persona> All { get; } = [.. Names.Select(Make)];

    /// <summary>The person of that key, or null.</summary>
    public static Persona? Find(string? key) => All.FirstOrDefault(person => person.Key == key);

    private static Persona Make((string FirstName, string LastName) name, int place)
    {
        var random = new Randomizer(Seed + place);
        var faker = new Faker("en") { Random = random };
        var key = name.FirstName.ToLowerInvariant();
        return new Persona
        {
            Key = key,
            FirstName = name.FirstName,
            LastName = name.LastName,
            Email = $"{key}.{name.LastName.ToLowerInvariant()}@example.org",
            Street = $"{random.Number(1, 98)} {faker.PickRandom("Quay Street", "Orchard Row", "Signal Lane", "Mill Bank", "Harbour Steps", "Larch Close")}",
            Town = $"{random.Number(1000, 9899)} {faker.PickRandom("Port Amsel", "Upper Tern", "Greywater", "Saltby")}",
            CustomerNumber = $"F{random.Number(100_000, 999_999)}",
        };
    }
}
