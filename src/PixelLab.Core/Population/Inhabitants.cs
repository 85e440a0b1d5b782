using System.Globalization;
using Bogus;
using PixelLab.Core.Rules;
using PixelLab.Core.Town;

namespace PixelLab.Core.Population;

/// <summary>
/// Makes the simulated people. Every trait is drawn for everybody, whatever the shares are, so that moving one slider changes
/// that one trait and nobody's name, devices or habits.
/// </summary>
public static class Inhabitants
{
    private const int HouseholdSize = 3;
    private const int OfficeSize = 40;

    private static readonly string[] Languages = ["en-GB,en;q=0.9", "de-DE,de;q=0.9,en;q=0.8", "en-US,en;q=0.9", "fr-FR,fr;q=0.9"];

    private static readonly float[] LanguageShares = [0.55f, 0.2f, 0.15f, 0.1f];
    private static readonly float[] PhoneShares = [0.42f, 0.38f, 0.06f, 0.14f];
    private static readonly float[] LaptopShares = [0.44f, 0.16f, 0.12f, 0.14f, 0.14f];
    /// <summary>The mail programs of those whom no relay stands in front of.</summary>
    private static readonly MailClient[] OpenMail = [MailClients.Direct, MailClients.Ask, MailClients.Proxy, MailClients.Strip];

    private static readonly float[] OpenMailShares = [0.18f, 0.18f, 0.55f, 0.09f];

    /// <summary>The people of a plan, in the order of their numbers.</summary>
    public static IReadOnlyList<Inhabitant> Of(PopulationPlan plan)
    {
        var people = new List<Inhabitant>(plan.People);
        var names = new Faker("en");
        var browsers = 0;
        for (var number = 0; number < plan.People; number++)
        {
            var person = Make(plan, number, browsers, names);
            browsers += person.Browsers.Count;
            people.Add(person);
        }

        return people;
    }

    private static Inhabitant Make(PopulationPlan plan, int number, int firstBrowser, Faker names)
    {
        var random = new Randomizer(unchecked((plan.Seed * 1_000_003) + number));
        names.Random = random;
        var persona = PersonaOf(number, names);
        var language = random.WeightedRandom(Languages, LanguageShares);
        var phone = random.WeightedRandom([.. BrowserKind.Phones], PhoneShares);
        var laptop = random.WeightedRandom([.. BrowserKind.Laptops], LaptopShares);
        var owns = random.Double();
        List<BrowserKind> kinds = owns switch
        {
            < 0.4 => [phone],
            < 0.55 => [laptop],
            _ => [phone, laptop],
        };
        var shares = random.Double() < plan.SharedAddresses;
        return new Inhabitant
        {
            Number = number,
            Persona = persona,
            Browsers = [.. kinds.Select((kind, place) => new OwnBrowser(firstBrowser + place, kind, language))],
            HomeAddress = shares ? Address(0xA, number / HouseholdSize) : Address(0xB, number),
            OfficeAddress = shares ? string.Create(CultureInfo.InvariantCulture, $"198.51.100.{1 + (number / OfficeSize % 254)}") : null,
            UsesRelay = random.Double() < plan.PrivateRelay,
            RefusesThirdParty = random.Double() < plan.CookiesBlocked,
            HasBlocker = random.Double() < plan.Blockers,
            ClearsOn = Drawn(random.Double() < plan.ClearsWeekly, random.Number(0, 6)),
            LogsIn = random.Double() < plan.LoggedIn,
            SendsGpc = random.Double() < 0.08,
            Banner = random.Double() switch
            {
                < 0.55 => BannerHabit.Accepts,
                < 0.85 => BannerHabit.Refuses,
                _ => BannerHabit.Ignores,
            },
            Mail = Relayed(random.Double() < plan.MailRelay, random.WeightedRandom(OpenMail, OpenMailShares)),
            GetsNewsletter = random.Double() < 0.6,
            VisitsPerDay = 0.3 + (1.7 * random.Double()),
            Likes = random.Number(0, Catalogue.Categories.Count - 1),
            Buys = 0.04 + (0.2 * random.Double()),
        };
    }

    private static Persona PersonaOf(int number, Faker names)
    {
        var (first, last) = (names.Name.FirstName(), names.Name.LastName());
        var key = string.Create(CultureInfo.InvariantCulture, $"p{number}");
        return new Persona
        {
            Key = key,
            FirstName = first,
            LastName = last,
            Email = $"{key}@example.org",
            Street = names.Address.StreetAddress(),
            Town = names.Address.City(),
            CustomerNumber = string.Create(CultureInfo.InvariantCulture, $"F{100_000 + number}"),
        };
    }

    private static int? Drawn(bool happens, int value) => happens ? value : null;

    private static MailClient Relayed(bool happens, MailClient otherwise) => happens ? MailClients.Relay : otherwise;

    private static string Address(int block, int place) => $"2001:db8:{block:x}:{place:x}::1";
}
