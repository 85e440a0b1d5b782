using System.Security.Cryptography;

namespace PixelLab.Web.Features.Classroom;

/// <summary>Friendly names for students, since nobody is asked for their own, and words to come back by.</summary>
internal static class RoomNames
{
    private static readonly string[] Manners =
    [
        "Amber", "Brave", "Bright", "Calm", "Clever", "Copper", "Curious", "Daring", "Eager", "Fair", "Gentle", "Golden", "Happy",
        "Honest", "Jolly", "Keen", "Kind", "Lively", "Lucky", "Merry", "Mild", "Nimble", "Patient", "Plucky", "Polite", "Proud",
        "Quick", "Quiet", "Ready", "Silver", "Steady", "Sunny", "Swift", "Tidy", "Warm", "Wise",
    ];

    private static readonly string[] Animals =
    [
        "Badger", "Beaver", "Bison", "Crane", "Deer", "Dolphin", "Eagle", "Falcon", "Ferret", "Finch", "Fox", "Gecko", "Hare",
        "Hedgehog", "Heron", "Ibex", "Jackdaw", "Koala", "Lark", "Lynx", "Marten", "Mole", "Newt", "Otter", "Owl", "Panda",
        "Puffin", "Raven", "Robin", "Seal", "Sparrow", "Stork", "Swallow", "Swan", "Tortoise", "Wren",
    ];

    private static readonly string[] Words =
    [
        "anchor", "apple", "basket", "bell", "bridge", "button", "candle", "castle", "cedar", "cherry", "circle", "cloud", "clover",
        "cotton", "cup", "desert", "door", "feather", "fern", "field", "flag", "flute", "forest", "garden", "ginger", "glass",
        "harbour", "honey", "island", "ivory", "jacket", "kettle", "ladder", "lamp", "leaf", "lemon", "letter", "maple", "marble",
        "meadow", "mirror", "mountain", "needle", "ocean", "olive", "orange", "paper", "pebble", "pencil", "pepper", "piano",
        "pillow", "planet", "pocket", "rain", "ribbon", "river", "sail", "shell", "snow", "spoon", "stone", "table", "thunder",
        "ticket", "tower", "tulip", "valley", "velvet", "violin", "wagon", "walnut", "window", "winter", "wool",
    ];

    /// <summary>A name nobody in the room has; a number makes it so when the names run out.</summary>
    public static string NewName(IReadOnlySet<string> taken)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var name = $"{Pick(Manners)} {Pick(Animals)}";
            if (!taken.Contains(name))
            {
                return name;
            }
        }

        return $"Guest {taken.Count + 1}";
    }

    /// <summary>Three words and a number to come back by: some billions, with the limit on guesses too many to try in the room's twelve hours.</summary>
    public static string NewRecovery() =>
        $"{Pick(Words)}-{Pick(Words)}-{Pick(Words)}-{RandomNumberGenerator.GetInt32(1000, 10_000)}";

    private static string Pick(string[] words) => words[RandomNumberGenerator.GetInt32(words.Length)];
}
