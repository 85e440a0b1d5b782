namespace PixelLab.Web.Sites.News.Articles;

/// <summary>What a reader wrote to the paper.</summary>
/// <param name="Author">The reader.</param>
/// <param name="Text">What the reader wrote.</param>
public sealed record Letter(string Author, string Text);

/// <summary>One article of the paper.</summary>
public sealed record Article
{
    /// <summary>Its section's name in addresses and, with a capital, on screen.</summary>
    public required string Section { get; init; }

    /// <summary>Its name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>The headline.</summary>
    public required string Headline { get; init; }

    /// <summary>What it is about, in one or two sentences.</summary>
    public required string Standfirst { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Author { get; init; }

    /// <summary>What its picture shows.</summary>
    public required string PictureText { get; init; }

    /// <summary>Paragraphs with an empty line between them; one that begins with <c># </c> is a subheading.</summary>
    public required string Body { get; init; }

    /// <summary>What readers wrote about it.</summary>
    public required IReadOnlyList<Letter> Letters { get; init; }

    /// <summary>Whether only those who signed up may read past the beginning.</summary>
    public bool IsForReaders { get; init; }

    /// <summary>Its path on the paper's host.</summary>
    public string Path => $"/{Section}/{Slug}";

    /// <summary>The path of its picture.</summary>
    public string Picture => $"/news/{Slug}.svg";

    /// <summary>The section's name on screen.</summary>
    public string SectionName => char.ToUpperInvariant(Section[0]) + Section[1..];

    /// <summary>The paragraphs and subheadings.</summary>
    public IReadOnlyList<string> Blocks =>
        [.. Body.ReplaceLineEndings("\n").Split("\n\n").Select(block => block.ReplaceLineEndings(" ").Trim())];
}
