using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PixelLab.Web.Live;

/// <summary>A place in a seat's events: everything up to and with this id has been read.</summary>
/// <param name="Id">The id; 0 is before the first event.</param>
[JsonConverter(typeof(CursorConverter))]
public readonly record struct Cursor(long Id)
{
    /// <summary>Reads a cursor; nothing at all is the start.</summary>
    public static bool TryParse(string? text, out Cursor cursor)
    {
        cursor = default;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        cursor = new Cursor(id);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => Id.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Writes a cursor as text, and reads text, a number or null.</summary>
internal sealed class CursorConverter : JsonConverter<Cursor>
{
    public override bool HandleNull => true;

    public override Cursor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => default,
        JsonTokenType.Number when reader.TryGetInt64(out var id) && id >= 0 => new Cursor(id),
        JsonTokenType.String when Cursor.TryParse(reader.GetString(), out var cursor) => cursor,
        _ => throw new JsonException("A cursor is the 'next' of an earlier answer, or empty for the start."),
    };

    public override void Write(Utf8JsonWriter writer, Cursor value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
