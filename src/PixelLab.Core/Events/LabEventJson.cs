using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PixelLab.Core.Events;

/// <summary>How an event is written to the log and read back.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(LabEvent))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class LabEventJson : JsonSerializerContext
{
    /// <summary>
    /// Only what JSON itself demands is escaped, for the log is no web page: a request's head is full of <c>&amp;</c> and quotation marks,
    /// and escaping them as for HTML took longer than all the rest of the writing.
    /// </summary>
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>The event as UTF-8 JSON, without id and seat, which the log keeps beside it.</summary>
    public static byte[] Write(LabEvent labEvent)
    {
        var written = new ArrayBufferWriter<byte>();
        Write(labEvent, written);
        return written.WrittenSpan.ToArray();
    }

    /// <summary>Writes the event as <see cref="Write(LabEvent)"/> does.</summary>
    public static void Write(LabEvent labEvent, IBufferWriter<byte> into)
    {
        if (_writer is null)
        {
            _writer = new Utf8JsonWriter(into, Plain);
        }
        else
        {
            _writer.Reset(into);
        }

        JsonSerializer.Serialize(_writer, labEvent, Default.LabEvent);
        _writer.Flush();
    }

    /// <summary>Reads an event back.</summary>
    /// <exception cref="JsonException">The bytes are no event of this version.</exception>
    public static LabEvent Read(ReadOnlySpan<byte> json, long id, SeatId seat)
    {
        var labEvent = JsonSerializer.Deserialize(json, Default.LabEvent)
            ?? throw new JsonException("An event cannot be null.");
        return labEvent with { Id = id, Seat = seat };
    }
}
