using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PixelLab.Core.Events;

/// <summary>
/// The name of one learner's own space. Whoever knows it may read the seat, so a made one is drawn
/// from 31^10 names (about 49 bits); <see cref="Default"/> is for a person alone on their own machine.
/// </summary>
[JsonConverter(typeof(SeatIdConverter))]
public readonly record struct SeatId
{
    /// <summary>The name of the seat of whoever sits at the machine.</summary>
    public const string DefaultName = "me";

    /// <summary>Letters and digits without the pairs that look alike (0 and o, 1 and l and i).</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int MadeLength = 10;
    private const int MinLength = 2;
    private const int MaxLength = 32;

    private readonly string? _value;

    private SeatId(string value) => _value = value;

    /// <summary>The seat of a request that names none.</summary>
    public static SeatId Default { get; } = new(DefaultName);

    /// <summary>The name as it stands in a path after <c>~</c>.</summary>
    public string Value => _value ?? DefaultName;

    /// <summary>Whether this is the seat of a request that names none.</summary>
    public bool IsDefault => Value == DefaultName;

    /// <summary>Draws a new seat nobody can guess.</summary>
    public static SeatId New() => new(RandomNumberGenerator.GetString(Alphabet, MadeLength));

    /// <summary>Reads a seat: 2 to 32 lower-case ASCII letters and digits, nothing else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SeatId seat)
    {
        seat = Default;
        if (text is null || text.Length is < MinLength or > MaxLength || !text.All(IsAllowed))
        {
            return false;
        }

        seat = new SeatId(text);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    private static bool IsAllowed(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}

/// <summary>Writes a seat as its bare name.</summary>
internal sealed class SeatIdConverter : JsonConverter<SeatId>
{
    public override SeatId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SeatId.TryParse(reader.GetString(), out var seat)
            ? seat
            : throw new JsonException("A seat is 2 to 32 lower-case letters and digits.");

    public override void Write(Utf8JsonWriter writer, SeatId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
