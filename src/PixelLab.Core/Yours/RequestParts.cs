using System.Buffers;
using System.Text.Json;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Yours.Brought;
using PixelLab.Core.Yours.Known;

namespace PixelLab.Core.Yours;

/// <summary>
/// Takes apart what a request's address and body say, as far as <see cref="PartLimits"/> lets it: pairs, lines of pairs, forms, JSON, and what is
/// folded into values.
/// </summary>
internal sealed class RequestParts
{
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = PartLimits.JsonDepth, AllowTrailingCommas = true };

    /// <summary>What stands in texts and marks, and in no name of a form.</summary>
    private static readonly SearchValues<char> NoName = SearchValues.Create(" <>{}\"");

    private readonly List<RequestPart> _parts = [];

    /// <summary>The parts, in the order in which they came; what is folded into a value follows it.</summary>
    public IReadOnlyList<RequestPart> All => _parts;

    /// <summary>Whether there was more than is taken apart.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The parts of a request.</summary>
    public static RequestParts Of(BroughtAddress address, string? body, string? contentType)
    {
        var parts = new RequestParts();
        // Some write their parameters into the path: /activity;src=1;type=sale (RFC 3986 section 3.3).
        if (address.Path.IndexOf(';', StringComparison.Ordinal) is >= 0 and var start)
        {
            parts.AddPairs(QueryText.Parse("?" + address.Path[(start + 1)..].Replace(';', '&')));
        }

        parts.AddPairs(QueryText.Parse(address.Url));
        if (body is { Length: > 0 and <= PartLimits.Body })
        {
            parts.AddBody(body, contentType ?? "");
        }
        else
        {
            parts.IsCut |= body is { Length: > 0 };
        }

        return parts;
    }

    /// <summary>Adds what a vendor's file reads out of the path.</summary>
    public void AddPath(IEnumerable<NameValue> named) => AddPairs(named);

    private void AddPairs(IEnumerable<NameValue> pairs)
    {
        var read = 0;
        foreach (var pair in pairs)
        {
            Add(new RequestPart(PlainText.Head(pair.Name, PartLimits.Name), pair.Value), depth: 0);
            // Readers of pairs stop there without a word.
            IsCut |= ++read == TextLimits.QueryPairs;
        }
    }

    private void Add(RequestPart part, int depth)
    {
        if (_parts.Count == PartLimits.Parts || part.Name.Length > PartLimits.Name)
        {
            IsCut = true;
            return;
        }

        _parts.Add(part);
        if (depth < PartLimits.Depth && Folded.Open(part.Value) is { } inner)
        {
            Unfold(part, inner, depth + 1);
        }
    }

    private void Unfold(RequestPart part, string inner, int depth)
    {
        if (inner.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            foreach (var pair in QueryText.Parse(inner))
            {
                Add(part.Within("?" + pair.Name, "?" + pair.Name, pair.Value), depth);
            }
        }
        else if (Folded.IsJson(inner))
        {
            AddJson(inner, part, depth);
        }
        else
        {
            foreach (var pair in QueryText.Parse("?" + inner))
            {
                Add(part.Within("." + pair.Name, "." + pair.Name, pair.Value), depth);
            }
        }
    }

    private void AddBody(string body, string contentType)
    {
        if (contentType.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            AddPairs(MultipartText.Parse(body));
            return;
        }

        var root = new RequestPart("", "");
        var lines = body.Split('\n', PartLimits.Parts, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (Folded.IsJson(body))
        {
            if (!AddJson(body, root, 1))
            {
                foreach (var line in lines.Where(Folded.IsJson))
                {
                    AddJson(line, root, 1);
                }
            }
        }
        else if (lines.Length > 0 && Array.TrueForAll(lines, IsPairs))
        {
            // Google Analytics sends several events as so many lines of pairs.
            AddPairs(lines.SelectMany(line => QueryText.Parse("?" + line)));
        }
        else if (Folded.Open(body.Trim()) is { } inner)
        {
            Unfold(root, inner, 1);
        }
    }

    /// <summary>Whether a line looks like pairs of a form rather than like a text.</summary>
    private static bool IsPairs(string line) =>
        line.IndexOf('=', StringComparison.Ordinal) is > 0 and < 200 and var equals && line.AsSpan(0, equals).IndexOfAny(NoName) < 0;

    private bool AddJson(string text, RequestPart root, int depth)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Json);
            Add(document.RootElement, root, depth);
            return true;
        }
        // The latter is for text with half a surrogate pair, which has no form in UTF-8.
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            return false;
        }
    }

    private void Add(JsonElement element, RequestPart at, int depth)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    var name = at.Name.Length == 0 ? LenientJson.Name(property) : "." + LenientJson.Name(property);
                    Descend(property.Value, at.Within(name, name, ""), depth);
                }

                break;
            case JsonValueKind.Array:
                var place = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Descend(item, at.Within($"[{place++}]", "[]", ""), depth);
                }

                break;
            default:
                Add(at with { Value = LenientJson.Text(element) }, depth);
                break;
        }
    }

    /// <summary>A name that has grown too long ends the way, so that names in names are no work.</summary>
    private void Descend(JsonElement element, RequestPart at, int depth)
    {
        if (_parts.Count == PartLimits.Parts || at.Name.Length > PartLimits.Name)
        {
            IsCut = true;
        }
        else
        {
            Add(element, at, depth);
        }
    }
}
