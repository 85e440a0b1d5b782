using System.Globalization;
using System.Text.Json;
using PixelLab.Core.Events;

namespace PixelLab.Web.Features.Replay;

/// <summary>A replay could not be opened. The message says why, in words for the person who chose the file.</summary>
public sealed class ReplayException(string message) : Exception(message);

/// <summary>
/// A seat's events as a file that another lab can open: JSON with the events as the log holds them. Explanations are not in
/// it; they are made anew where it is opened.
/// </summary>
public static class ReplayFile
{
    private const string Format = "pixellab-replay";
    private const int Version = 1;

    /// <summary>Bytes of a replay without events.</summary>
    internal static int EmptyBytes { get; } = $$"""{"format":"{{Format}}","version":{{Version}},"events":[]}""".Length;

    /// <summary>Bytes that an event takes in a replay, with the comma before it.</summary>
    internal static int BytesOf(LabEvent labEvent) =>
        string.Create(CultureInfo.InvariantCulture, $",{{\"id\":{labEvent.Id},\"event\":}}").Length + LabEventJson.Write(labEvent).Length;

    /// <summary>Writes the events as they come.</summary>
    internal static async Task WriteAsync(Stream output, IAsyncEnumerable<ReplayedEvent> events, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", Version);
        json.WriteStartArray("events");
        await foreach (var (labEvent, _) in events.WithCancellation(cancellation))
        {
            json.WriteStartObject();
            json.WriteNumber("id", labEvent.Id);
            json.WritePropertyName("event");
            json.WriteRawValue(LabEventJson.Write(labEvent), skipInputValidation: true);
            json.WriteEndObject();
            await json.FlushAsync(cancellation);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads a file's events, for a seat; their ids are those of the log they come from.</summary>
    /// <param name="input">The file.</param>
    /// <param name="seat">The seat.</param>
    /// <param name="mostEvents">The most events that are taken.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ReplayException">It is no replay, or one that is too large or broken.</exception>
    public static async Task<IReadOnlyList<LabEvent>> ReadAsync(Stream input, SeatId seat, int mostEvents, CancellationToken cancellation)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(input, new JsonDocumentOptions { MaxDepth = 16 }, cancellation);
            if (json.RootElement is not { ValueKind: JsonValueKind.Object } root
                || !root.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String || !format.ValueEquals(Format)
                || !root.TryGetProperty("events", out var events) || events.ValueKind != JsonValueKind.Array)
            {
                throw new ReplayException("This file is no replay of PixelLab.");
            }

            if (!root.TryGetProperty("version", out var version) || !version.TryGetInt32(out var number) || number != Version)
            {
                throw new ReplayException("This replay was made by another version of PixelLab, which writes it differently.");
            }

            if (events.GetArrayLength() > mostEvents)
            {
                throw new ReplayException($"This replay holds more than {mostEvents:N0} events.");
            }

            return [.. events.EnumerateArray().Select((item, index) => Read(item, index, seat))];
        }
        catch (JsonException)
        {
            throw new ReplayException("This file is no JSON, or broken off.");
        }
    }

    private static LabEvent Read(JsonElement item, int index, SeatId seat)
    {
        try
        {
            if (item.ValueKind == JsonValueKind.Object
                && item.TryGetProperty("id", out var id) && id.TryGetInt64(out var number) && number > 0
                && item.TryGetProperty("event", out var raw))
            {
                var labEvent = LabEventJson.Read(JsonSerializer.SerializeToUtf8Bytes(raw, LabEventJson.Default.JsonElement), number, seat);
                if (ReplayCheck.Fault(labEvent) is { } fault)
                {
                    throw new ReplayException($"Event {index + 1} of this replay cannot be: {fault}.");
                }

                return labEvent;
            }
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException or InvalidOperationException)
        {
            // Said below: whatever is wrong in it, the person can only choose another file.
        }

        throw new ReplayException($"Event {index + 1} of this replay can't be read.");
    }
}
