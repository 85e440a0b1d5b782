namespace PixelLab.Core.Town.Feed;

/// <summary>Somebody who writes on the invented social network.</summary>
/// <param name="Handle">The name in addresses.</param>
/// <param name="Name">The name on screen.</param>
/// <param name="About">A line about themselves.</param>
/// <param name="Joined">The year they joined.</param>
/// <param name="Face">What the picture is drawn from.</param>
public sealed record FeedPerson(string Handle, string Name, string About, int Joined, int Face);

/// <summary>Something somebody wrote.</summary>
/// <param name="Id">Its number, stable across runs.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Age">How long ago, as the page says it.</param>
/// <param name="Subject">What it is about, in the network's own word for sorting.</param>
/// <param name="Text">The text, a paragraph an entry.</param>
/// <param name="Likes">How many others like it.</param>
/// <param name="Comments">What others answered.</param>
public sealed record FeedPost(
    int Id, FeedPerson Author, string Age, string Subject, IReadOnlyList<string> Text, int Likes, IReadOnlyList<FeedComment> Comments)
{
    /// <summary>Whether a drawn picture stands under the text.</summary>
    public bool HasPicture { get; init; }

    /// <summary>The first words, as a title.</summary>
    public string Title
    {
        get
        {
            const int most = 48;
            var first = Text[0];
            return first.Length <= most ? first : first[..first.LastIndexOf(' ', most)] + "…";
        }
    }
}

/// <summary>An answer to a post.</summary>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">What.</param>
public sealed record FeedComment(FeedPerson Author, string Text);
