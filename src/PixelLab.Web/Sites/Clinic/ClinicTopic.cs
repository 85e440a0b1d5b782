namespace PixelLab.Web.Sites.Clinic;

/// <summary>A complaint that the clinic writes about.</summary>
public sealed record ClinicTopic
{
    /// <summary>Its name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about, in a sentence.</summary>
    public required string Lead { get; init; }

    /// <summary>The drawing that stands for it: the <c>d</c> of an SVG path in a box of 64 by 64.</summary>
    public required string Drawing { get; init; }

    /// <summary>The article: headings with their paragraphs.</summary>
    public required IReadOnlyList<(string Heading, string Text)> Parts { get; init; }

    /// <summary>Who sees patients about it.</summary>
    public required string Doctor { get; init; }

    /// <summary>The group into which a tracker could sort whoever opened the page.</summary>
    public required string Group { get; init; }

    /// <summary>The page's path.</summary>
    public string Path => $"/symptoms/{Slug}";
}
