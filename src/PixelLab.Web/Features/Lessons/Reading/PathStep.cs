using System.Globalization;

namespace PixelLab.Web.Features.Lessons.Reading;

/// <summary>A lesson's place on a path: a choice of lessons for those who have so many minutes and no more.</summary>
/// <param name="Path">The path's name: its minutes.</param>
/// <param name="Minutes">How many of the lesson's minutes lie on it.</param>
/// <param name="Until">The anchor of the heading before which it leaves the lesson; empty where the whole lesson lies on it.</param>
public sealed record PathStep(int Path, int Minutes, string Until)
{
    /// <summary>By how many minutes a path may be shorter than its name. It is never longer: who has 20 minutes has no 25.</summary>
    public const int MostShorter = 5;

    /// <summary>The paths there are, by their minutes; each has its words.</summary>
    public static IReadOnlyList<int> Paths { get; } = [20, 45];

    /// <summary>The path that an address names, or null.</summary>
    public static int? PathOf(string? told) => Paths.Cast<int?>().FirstOrDefault(path => path.ToString() == told);

    /// <summary>Reads <c>45</c>, or <c>20 8 some-heading</c> where a path leaves the lesson after 8 minutes; null for anything else.</summary>
    public static PathStep? Read(string told, int minutes) =>
        told.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var name] when PathOf(name) is { } path => new PathStep(path, minutes, ""),
            [var name, var some, var until] when PathOf(name) is { } path
                && int.TryParse(some, NumberStyles.None, CultureInfo.InvariantCulture, out var part) && part > 0 && part < minutes => new PathStep(path, part, until),
            _ => null,
        };
}
