using PixelLab.Core.Explaining;

namespace PixelLab.Core.Yours.Brought;

/// <summary>One thing that is found in what somebody brought. The list of forms is closed.</summary>
public abstract record BroughtItem
{
    private BroughtItem()
    {
    }

    /// <summary>A request: one that was made, or that showing the page or the letter would make.</summary>
    /// <param name="What">The request.</param>
    public sealed record OfRequest(BroughtRequest What) : BroughtItem;

    /// <summary>A link: somebody has to follow it.</summary>
    /// <param name="What">The link.</param>
    public sealed record OfLink(BroughtLink What) : BroughtItem;

    /// <summary>What could not be read, or not wholly.</summary>
    /// <param name="What">Where, and why.</param>
    public sealed record OfProblem(BroughtProblem What) : BroughtItem;
}

/// <summary>A link as it stood in a page or a letter.</summary>
/// <param name="Url">Where it leads.</param>
/// <param name="Text">What it says, or the header that it stands in.</param>
public sealed record BroughtLink(string Url, string Text)
{
    /// <summary>A link within its bounds, its text on one line.</summary>
    internal static BroughtLink Of(string url, string text) => new(
        PlainText.Head(url.Trim(), BroughtLimits.Url),
        PlainText.Shown(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), BroughtLimits.LinkText));
}

/// <summary>Something that could not be read, or not wholly.</summary>
/// <param name="Where">Where it stood, for people: a line, an entry, a part.</param>
/// <param name="Why">Why, in a sentence.</param>
/// <param name="IsNothingRead">Whether it means that what was brought is none of what can be read.</param>
public sealed record BroughtProblem(string Where, string Why, [property: System.Text.Json.Serialization.JsonIgnore] bool IsNothingRead = false);

/// <summary>What somebody brought, being read.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Items">What is found in it, as it is read.</param>
public sealed record BroughtThings(BroughtKind Kind, IAsyncEnumerable<BroughtItem> Items);
