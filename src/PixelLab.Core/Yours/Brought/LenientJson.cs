using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PixelLab.Core.Yours.Brought;

/// <summary>Texts of JSON that others wrote: halves of surrogate pairs and bytes that are no UTF-8 become the replacement character, and no exception.</summary>
internal static class LenientJson
{
    /// <summary>The text that the reader stands at.</summary>
    public static string Text(ref Utf8JsonReader reader)
    {
        var raw = Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
        return reader.ValueIsEscaped ? Unescaped(raw) : raw;
    }

    /// <summary>A text, or as it was written what is none, and what has half a surrogate pair in it.</summary>
    public static string Text(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
        }
        catch (InvalidOperationException)
        {
            return element.GetRawText();
        }
    }

    /// <summary>A member's name; the replacement character for one with half a surrogate pair in it.</summary>
    public static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "�";
        }
    }

    /// <summary>What stands between quotation marks, with its escapes undone.</summary>
    public static string Unescaped(string raw)
    {
        var text = new StringBuilder(raw.Length);
        var rest = raw.AsSpan();
        while (rest.IndexOf('\\') is >= 0 and var escape && escape + 1 < rest.Length)
        {
            text.Append(rest[..escape]);
            var isCode = rest[escape + 1] == 'u' && escape + 6 <= rest.Length;
            text.Append(rest[escape + 1] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' when isCode && ushort.TryParse(rest.Slice(escape + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) => (char)code,
                var other => other,
            });
            rest = rest[(escape + (isCode ? 6 : 2))..];
        }

        var whole = text.Append(rest).ToString();
        return whole.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(whole)) : whole;
    }
}
