using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Yours.Brought;

/// <summary>
/// Reads an HTTP archive (HAR 1.2) as browsers, proxies and test tools write it, and a replay of the lab. Of the file no more is held than the
/// request that it stands at, and who led to the next ones (<see cref="RecordedLeads"/>): replies are passed over.
/// </summary>
/// <param name="language">What is said is said in it.</param>
/// <param name="isReplay">Whether it says that it is a replay.</param>
internal sealed class RecordingReader(Language language, bool isReplay)
{
    /// <summary>Bytes that are held of one token, before it is none.</summary>
    private const int Token = 2 * BroughtLimits.JsonText;

    /// <summary>The depth at which the members stand of an archive's entry (<c>log.entries[]</c>), and of a replay's event (<c>events[].event</c>).</summary>
    private const int Members = 4;

    private static readonly string[] Known =
    [
        "log", "entries", "request", "method", "url", "headers", "cookies", "postData", "text", "params", "name", "value", "mimeType", "encoding",
        "events", "event", "kind", "head", "scheme", "body",
        "pages", "id", "title", "pageref", "response", "redirectURL", "_resourceType", "_initiator", "type", "stack", "callFrames", "parent",
    ];

    private readonly Words _words = language[BroughtText.Words];
    private readonly List<BroughtItem> _found = [];
    private readonly RecordedLeads _leads = new();

    /// <summary>By depth, the name of the member that is being read; null where it is of no use.</summary>
    private readonly string?[] _path = new string?[10];

    private JsonReaderState _state = new(
        new JsonReaderOptions { MaxDepth = BroughtLimits.JsonDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });

    private RecordedRequest? _request;
    private (string? Name, string? Title) _page;
    private bool _isArchive;
    private bool _isReplay;
    private bool _isWhole;
    private bool _isFull;
    private int _entries;
    private int _requests;
    private int _goNowhere;

    /// <summary>Reads it.</summary>
    /// <param name="input">JSON in UTF-8, without a mark before it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async IAsyncEnumerable<BroughtItem> ReadAsync(Stream input, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var bytes = new FirstBytes(input, BroughtLimits.Recording);
        var file = PipeReader.Create(new ShortTexts(bytes, BroughtLimits.JsonText), new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        string? fault = null;
        ReadResult read;
        do
        {
            (read, fault) = await NextAsync(file, cancellation);
            if (fault is null)
            {
                fault = Take(read.Buffer, read.IsCompleted, out var taken);
                file.AdvanceTo(taken, read.Buffer.End);
            }

            foreach (var item in _found)
            {
                yield return item;
            }

            _found.Clear();
        }
        while (fault is null && !read.IsCompleted && !_isFull);

        foreach (var problem in AtTheEnd(bytes.IsUsedUp ? _words["Cut.Size", Megabytes(BroughtLimits.Recording)] : fault))
        {
            yield return new BroughtItem.OfProblem(problem);
        }
    }

    private async Task<(ReadResult Read, string? Fault)> NextAsync(PipeReader file, CancellationToken cancellation)
    {
        try
        {
            return (await file.ReadAsync(cancellation), null);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return (default, _words["Packed.Broken"]);
        }
    }

    /// <summary>Takes in what has come, as far as it is whole.</summary>
    /// <returns>Why it cannot be read further; null where it can.</returns>
    private string? Take(ReadOnlySequence<byte> bytes, bool isEnd, out SequencePosition taken)
    {
        var reader = new Utf8JsonReader(bytes, isEnd, _state);
        taken = bytes.Start;
        try
        {
            while (!_isFull && reader.Read())
            {
                TakeToken(ref reader);
                taken = reader.Position;
            }
        }
        catch (JsonException)
        {
            return _isWhole ? _words["Har.More"] : _words["Json.Broken"];
        }

        _state = reader.CurrentState;

        // Blanks between two tokens are part of none, and however many there are they need not be held.
        var rest = new SequenceReader<byte>(bytes.Slice(reader.Position));
        rest.AdvancePastAny(" \t\r\n"u8);
        taken = rest.Position;
        return rest.Remaining > Token ? _words["Json.Broken"] : null;
    }

    private void TakeToken(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName when depth < _path.Length:
                _path[depth] = NameOf(ref reader);
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Begin(depth, reader.TokenType == JsonTokenType.StartArray);
                break;
            case JsonTokenType.EndObject:
                End(depth);
                break;
            case JsonTokenType.EndArray:
                _isWhole |= depth == 0;
                break;
            case JsonTokenType.String when depth == Members && IsPages(depth - 2):
                TakePage(ref reader);
                break;
            case JsonTokenType.String or JsonTokenType.Number when _request is not null && depth < _path.Length:
                TakeValue(ref reader, depth);
                break;
            default:
                break;
        }
    }

    private static string? NameOf(ref Utf8JsonReader reader)
    {
        // What is escaped may be no text at all, which the reader's own comparison takes for a fault.
        var escaped = reader.ValueIsEscaped ? LenientJson.Text(ref reader) : null;
        foreach (var name in Known)
        {
            if (escaped is null ? reader.ValueTextEquals(name) : escaped == name)
            {
                return name;
            }
        }

        return null;
    }

    private void Begin(int depth, bool isArray)
    {
        _isArchive |= isArray && IsEntries(depth);
        _isReplay |= isArray && IsEvents(depth);
        if (!isArray && (IsEntries(depth - 1) || IsEvents(depth - 1)))
        {
            _entries++;
            _request = new RecordedRequest(_words["Where.Entry", language.Number(_entries)]);
        }

        if (depth + 1 < _path.Length)
        {
            _path[depth + 1] = null;
        }
    }

    /// <summary>Whether the value at a depth is the list of an archive's entries.</summary>
    private bool IsEntries(int depth) => depth == 2 && _path is [_, "log", "entries", ..];

    /// <summary>Whether it is the list of an archive's pages.</summary>
    private bool IsPages(int depth) => depth == 2 && _path is [_, "log", "pages", ..];

    private void TakePage(ref Utf8JsonReader reader)
    {
        switch (_path[Members])
        {
            case "id":
                _page.Name = LenientJson.Text(ref reader);
                break;
            case "title":
                _page.Title = LenientJson.Text(ref reader);
                break;
            default:
                break;
        }
    }

    /// <summary>Whether it is the list of a replay's events.</summary>
    private bool IsEvents(int depth) => isReplay && depth == 1 && _path is [_, "events", ..];

    private void TakeValue(ref Utf8JsonReader reader, int depth)
    {
        var request = _request!;
        switch (depth - Members, _path[Members], _path[Members + 1], _path[Members + 2], _path[depth])
        {
            case (0, "kind", _, _, _):
                request.Kind = LenientJson.Text(ref reader);
                break;
            case (0, "pageref", _, _, _):
                request.PageName = LenientJson.Text(ref reader);
                break;
            case (0, "_resourceType", _, _, _):
                request.IsForDocument = reader.ValueTextEquals("document"u8);
                break;
            case (1, "response", "redirectURL", _, _):
                request.RedirectsTo = LenientJson.Text(ref reader);
                break;
            case (1, "_initiator", "type", _, _):
                request.IsByScript = reader.ValueTextEquals("script"u8);
                break;
            case (1, "_initiator", "url", _, _):
                request.InitiatorUrl = LenientJson.Text(ref reader);
                break;
            // Of a stack the function that asked comes first; where it has no script of its own, whoever called it later on.
            case (4, "_initiator", "stack", "callFrames", "url"):
                request.TakeCaller(LenientJson.Text(ref reader), isInner: true);
                break;
            case (5, "_initiator", "stack", "parent", "url") when _path[Members + 3] == "callFrames":
                request.TakeCaller(LenientJson.Text(ref reader), isInner: false);
                break;
            case (1, "request", "method", _, _):
                request.Method = LenientJson.Text(ref reader);
                break;
            case (1, "request", "url", _, _):
                request.Url = LenientJson.Text(ref reader);
                break;
            case (1, "request", "head", _, _):
                request.Head = LenientJson.Text(ref reader);
                break;
            case (1, "request", "scheme", _, _):
                request.Scheme = LenientJson.Text(ref reader);
                break;
            case (1, "request", "body", _, _) or (2, "request", "postData", "text", _):
                request.Body = LenientJson.Text(ref reader);
                break;
            case (2, "request", "postData", "mimeType", _):
                request.BodyType = LenientJson.Text(ref reader);
                break;
            case (2, "request", "postData", "encoding", _):
                request.BodyEncoding = LenientJson.Text(ref reader);
                break;
            case (3, "request", "headers" or "cookies", _, "name") or (4, "request", "postData", "params", "name"):
                request.Name = LenientJson.Text(ref reader);
                break;
            case (3, "request", "headers" or "cookies", _, "value") or (4, "request", "postData", "params", "value"):
                request.Value = LenientJson.Text(ref reader);
                break;
            default:
                break;
        }
    }

    private void End(int depth)
    {
        _isWhole |= depth == 0;
        switch (depth - Members, _path[Members], _path[Members + 1], _path[Members + 2])
        {
            case (2, "request", "headers" or "cookies", _):
                _request?.TakePair(isCookie: _path[Members + 1] == "cookies");
                break;
            case (3, "request", "postData", "params"):
                _request?.TakeParameter();
                break;
            default:
                if (IsPages(depth - 1))
                {
                    _leads.NotePage(_page.Name, _page.Title);
                    _page = default;
                }

                if (_request is not null && (IsEntries(depth - 1) || IsEvents(depth - 1)))
                {
                    Finish(_request);
                    _request = null;
                }

                break;
        }
    }

    private void Finish(RecordedRequest request)
    {
        if (request.Url.Length == 0 && request.Head is null)
        {
            if (_path[1] == "log")
            {
                Problem(request.Where, _words["Har.NoUrl"]);
            }

            return;
        }

        if (!WebAddress.IsOfTheWeb(request.ToBrought() is var brought ? brought.Url : ""))
        {
            _goNowhere++;
            return;
        }

        if (_requests == BroughtLimits.Requests)
        {
            _isFull = true;
            return;
        }

        _requests++;
        _found.AddRange(Bounded.Items(_leads.Of(request, brought), language));
    }

    private IEnumerable<BroughtProblem> AtTheEnd(string? fault)
    {
        if (!_isArchive && !_isReplay)
        {
            yield return new BroughtProblem(_words["Where.File"], _isWhole ? _words["Json.NoHar"] : Early(fault), IsNothingRead: true);
            yield break;
        }

        if (_isFull)
        {
            yield return new BroughtProblem(_words["Where.After", language.Number(_entries - 1)], _words.Count("Cut.Requests", BroughtLimits.Requests));
        }
        else if (fault is not null || !_isWhole)
        {
            var isNothingRead = _requests + _goNowhere == 0;
            yield return new BroughtProblem(
                _words["Where.After", language.Number(_entries)], isNothingRead ? Early(fault) : fault ?? _words["Json.Broken"], isNothingRead);
        }

        if (_goNowhere > 0)
        {
            yield return new BroughtProblem(_words["Where.File"], _words.Count("Har.Nowhere", _goNowhere));
        }

        if (_requests == 0 && _goNowhere == 0 && fault is null && _isWhole)
        {
            yield return new BroughtProblem(_words["Where.File"], _words[_isArchive ? "Har.Empty" : "Replay.Empty"]);
        }
    }

    /// <summary>Why nothing was found in it; where it is broken, there is nothing before that place.</summary>
    private string Early(string? fault) => fault is null || fault == _words["Json.Broken"] ? _words["Json.BrokenEarly"] : fault;

    private void Problem(string where, string why) => _found.Add(new BroughtItem.OfProblem(new BroughtProblem(where, why)));

    private string Megabytes(long bytes) => language.Number(bytes / (1024 * 1024));
}
