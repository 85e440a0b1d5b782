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
    internal const string Format = "pixellab-replay";
    internal const int Version = 1;

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

    /// <summary>Reads a file's events as they come, for a seat; their ids are those of the log they come from.</summary>
    /// <param name="input">The file.</param>
    /// <param name="seat">The seat.</param>
    /// <param name="mostEvents">The most events that are taken.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ReplayException">It is no replay, or one that is too large or broken.</exception>
    public static IAsyncEnumerable<LabEvent> ReadAsync(Stream input, SeatId seat, int mostEvents, CancellationToken cancellation) =>
        new ReplayReader(seat, mostEvents).ReadAsync(input, cancellation);
}
