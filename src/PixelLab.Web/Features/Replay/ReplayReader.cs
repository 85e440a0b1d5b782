using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Features.Replay;

/// <summary>
/// Reads a replay event by event. Of the file no more is held than the event that it stands at, and what is wrong in it ends the reading where
/// it stands.
/// </summary>
internal sealed class ReplayReader(SeatId seat, int mostEvents)
{
    private static readonly JsonDocumentOptions OfAnEvent = new() { MaxDepth = 16 };

    private readonly List<LabEvent> _read = [];
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = OfAnEvent.MaxDepth });
    private Part _part;
    private bool _isReplay;
    private bool _isThisVersion;
    private int _count;

    private enum Part
    {
        Before,
        Members,
        Events,
        MembersAfter,
        After,
    }

    private static Words Text => ReplayText.Text;

    /// <summary>Reads a file's events as they come; their ids are those of the log they come from.</summary>
    /// <exception cref="ReplayException">It is no replay, or one that is too large or broken.</exception>
    public async IAsyncEnumerable<LabEvent> ReadAsync(Stream input, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var file = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        ReadResult bytes;
        do
        {
            bytes = await file.ReadAsync(cancellation);
            var taken = Take(bytes.Buffer, bytes.IsCompleted);
            foreach (var labEvent in _read)
            {
                yield return labEvent;
            }

            _read.Clear();
            file.AdvanceTo(taken, bytes.Buffer.End);
        }
        while (!bytes.IsCompleted);
    }

    /// <summary>Takes in what has come, as far as it is whole.</summary>
    /// <returns>How far that was.</returns>
    private SequencePosition Take(ReadOnlySequence<byte> bytes, bool isEnd)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes, isEnd, _state);
            var whole = reader;
            while (TakeOne(ref reader, bytes))
            {
                whole = reader;
            }

            if (isEnd && _part != Part.After)
            {
                throw Broken();
            }

            // Blanks between two tokens are part of none, and however many there are they need not be held.
            var rest = new SequenceReader<byte>(bytes.Slice(whole.Position));
            rest.AdvancePastAny(" \t\r\n"u8);
            if (rest.Remaining > ReplayLimits.Event)
            {
                throw new ReplayException(Text["Refused.LargeEvent", _count]);
            }

            _state = whole.CurrentState;
            return rest.Position;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // A name with half a pair of surrogates is JSON, and cannot be compared with any.
            throw Broken();
        }
    }

    /// <summary>Takes one member, or one event.</summary>
    /// <returns>Whether it was there, whole.</returns>
    private bool TakeOne(ref Utf8JsonReader reader, ReadOnlySequence<byte> bytes)
    {
        if (!reader.Read())
        {
            return false;
        }

        switch (_part)
        {
            case Part.Before:
                _part = reader.TokenType == JsonTokenType.StartObject ? Part.Members : throw NoReplay();
                return true;
            case Part.Events:
                return TakeEvent(ref reader, bytes);
            case Part.Members or Part.MembersAfter when reader.TokenType == JsonTokenType.EndObject:
                _part = _part == Part.MembersAfter ? Part.After : throw NoReplay();
                return true;
            default:
                return TakeMember(ref reader);
        }
    }

    private bool TakeMember(ref Utf8JsonReader reader)
    {
        if (!_isReplay && reader.ValueTextEquals("log"))
        {
            throw new ReplayException(Text["Refused.Har"]);
        }

        var (isFormat, isVersion, isEvents) = (reader.ValueTextEquals("format"), reader.ValueTextEquals("version"), reader.ValueTextEquals("events"));
        if (isEvents)
        {
            return BeginEvents(ref reader);
        }

        if (!reader.Read() || !reader.TrySkip())
        {
            return false;
        }

        _isReplay |= isFormat && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(ReplayFile.Format);
        _isThisVersion |= isVersion && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var version) && version == ReplayFile.Version;
        return true;
    }

    private bool BeginEvents(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return false;
        }

        if (!_isReplay || reader.TokenType != JsonTokenType.StartArray || _part != Part.Members)
        {
            throw NoReplay();
        }

        if (!_isThisVersion)
        {
            throw new ReplayException(Text["Refused.Version"]);
        }

        _part = Part.Events;
        return true;
    }

    private bool TakeEvent(ref Utf8JsonReader reader, ReadOnlySequence<byte> bytes)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _part = Part.MembersAfter;
            return true;
        }

        var start = reader.TokenStartIndex;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Unreadable();
        }

        if (!reader.TrySkip())
        {
            return false;
        }

        if (_count == mostEvents)
        {
            throw new ReplayException(Text["Refused.Events", Language.English.Number(mostEvents)]);
        }

        using var item = JsonDocument.Parse(bytes.Slice(start, reader.BytesConsumed - start), OfAnEvent);
        _read.Add(EventOf(item.RootElement));
        _count++;
        return true;
    }

    private LabEvent EventOf(JsonElement item)
    {
        try
        {
            if (item.TryGetProperty("id", out var id) && id.TryGetInt64(out var number) && number > 0 && item.TryGetProperty("event", out var raw))
            {
                var labEvent = LabEventJson.Read(JsonSerializer.SerializeToUtf8Bytes(raw, LabEventJson.Default.JsonElement), number, seat);
                if (ReplayCheck.Fault(labEvent) is { } fault)
                {
                    throw new ReplayException(Text["Refused.Event", _count + 1, fault]);
                }

                return labEvent;
            }
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException or InvalidOperationException)
        {
            // Said below: whatever is wrong in it, the person can only choose another file.
        }

        throw Unreadable();
    }

    private ReplayException Unreadable() => new(Text["Refused.Unreadable", _count + 1]);

    private static ReplayException NoReplay() => new(Text["Refused.NoReplay"]);

    private static ReplayException Broken() => new(Text["Refused.Broken"]);
}
