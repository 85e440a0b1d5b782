using System.Globalization;
using PixelLab.Core.Events;

namespace PixelLab.Web.Storage;

/// <summary>A log was opened.</summary>
/// <param name="Name">The name that its cursors have from then on.</param>
/// <param name="After">The newest id that there was.</param>
public sealed record Opening(string Name, long After)
{
    /// <summary>Reads what <see cref="ToString"/> has written.</summary>
    public static Opening Read(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return new Opening(text[..space], long.Parse(text.AsSpan(space + 1), CultureInfo.InvariantCulture));
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {After}");
}

/// <summary>
/// Which cursors are a log's own. A name that is given once would not tell: a log that is brought back from a copy, or loses its last moments in a
/// power cut, has the name that it had, and gives the same ids to other events. So it is given a new name whenever it is opened, and keeps with
/// each how far it was then. A cursor is its own where its name is among them and the log was never shorter since.
/// </summary>
/// <param name="openings">The openings that are remembered, oldest first.</param>
public sealed class LogHistory(IReadOnlyList<Opening> openings)
{
    /// <summary>The name that the log has now; empty where it was never opened.</summary>
    public string Name => openings is [.., var newest] ? newest.Name : "";

    /// <summary>Whether a cursor is of the log, which has come as far as an id. One without a name is, as far as the log goes.</summary>
    public bool Holds(Cursor cursor, long lastId)
    {
        if (cursor.Id > lastId || cursor.Log is null)
        {
            return cursor.Id <= lastId;
        }

        var since = openings.SkipWhile(opening => opening.Name != cursor.Log).ToList();
        return since.Count > 0 && since.Skip(1).All(opening => cursor.Id <= opening.After);
    }

    /// <summary>Whether the log was opened under a name.</summary>
    public bool Knows(string name) => openings.Any(opening => opening.Name == name);
}
