using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PixelLab.Core.Events;

/// <summary>
/// A place in a log: everything up to and with this id has been read. It names its log, for another one gives the same ids to other events.
/// </summary>
/// <param name="Id">The id; 0 is before the first event.</param>
/// <param name="Log">The name that the log had when it gave the cursor out; null for a place in whatever log there is, as people write one.</param>
[JsonConverter(typeof(CursorConverter))]
public readonly record struct Cursor(long Id, string? Log = null)
{
    /// <summary>Without vowels, so that no name is a word.</summary>
    private const string Letters = "bcdfghjkmnpqrstvwxz";

    private const int NameLength = 10;
    private const char Between = '.';

    /// <summary>Draws a new name for a log.</summary>
    public static string NewName() => RandomNumberGenerator.GetString(Letters, NameLength);

    /// <summary>Reads a cursor; nothing at all is the start.</summary>
    public static bool TryParse(string? text, out Cursor cursor)
    {
        cursor = default;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var name = text.Length > NameLength && text[NameLength] == Between ? text[..NameLength] : null;
        if (name?.All(Letters.Contains) is false
            || !long.TryParse(text.AsSpan(name is null ? 0 : NameLength + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        cursor = new Cursor(id, name);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => Log is null
        ? Id.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Log}{Between}{Id}");
}

/// <summary>Writes a cursor as text, and reads text, a number or null.</summary>
public sealed class CursorConverter : JsonConverter<Cursor>
{
    /// <inheritdoc />
    public override bool HandleNull => true;

    /// <inheritdoc />
    public override Cursor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => default,
        JsonTokenType.Number when reader.TryGetInt64(out var id) && id >= 0 => new Cursor(id),
        JsonTokenType.String when Cursor.TryParse(reader.GetString(), out var cursor) => cursor,
        _ => throw new JsonException("A cursor is the 'next' of an earlier answer, or empty for the start."),
    };

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Cursor value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
