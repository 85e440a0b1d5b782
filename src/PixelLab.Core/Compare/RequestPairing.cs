using System.Text.Json.Serialization;
using PixelLab.Core.Events;

namespace PixelLab.Core.Compare;

/// <summary>Two requests part by part, side by side.</summary>
/// <param name="Parts">The parts, in the order of the wire.</param>
/// <param name="LeftOut">How many parts there are beyond those shown.</param>
public sealed record RequestPairing(IReadOnlyList<PairedPart> Parts, int LeftOut)
{
    private const int MostParts = 200;

    /// <summary>
    /// Puts two requests side by side. A name that stands several times is paired in order, first with first.
    /// </summary>
    public static RequestPairing Of(CapturedRequest left, CapturedRequest right)
    {
        List<PairedPart> parts =
        [
            new(PartKind.Request, "method", left.Method, right.Method),
            new(PartKind.Request, "path", left.Path, right.Path),
            .. Pair(PartKind.Query, left.Query, right.Query, StringComparer.Ordinal),
            .. Pair(PartKind.Header, WithoutCookies(left), WithoutCookies(right), StringComparer.OrdinalIgnoreCase),
            .. Pair(PartKind.Cookie, left.Cookies, right.Cookies, StringComparer.Ordinal),
            new(PartKind.Network, "address", left.Address, right.Address),
            new(PartKind.Network, "protocol", left.Protocol, right.Protocol),
        ];
        return new RequestPairing([.. parts.Take(MostParts)], Math.Max(0, parts.Count - MostParts));
    }

    private static IReadOnlyList<NameValue> WithoutCookies(CapturedRequest request) =>
        [.. request.Headers.Where(header => !header.Name.Equals("Cookie", StringComparison.OrdinalIgnoreCase))];

    private static IEnumerable<PairedPart> Pair(
        PartKind kind, IReadOnlyList<NameValue> left, IReadOnlyList<NameValue> right, StringComparer names)
    {
        var partners = right
            .GroupBy(pair => pair.Name, names)
            .ToDictionary(group => group.Key, group => new Queue<string>(group.Select(pair => pair.Value)), names);
        var used = new Dictionary<string, int>(names);
        foreach (var pair in left)
        {
            var hasPartner = partners.TryGetValue(pair.Name, out var queue) && queue.Count > 0;
            used[pair.Name] = used.GetValueOrDefault(pair.Name) + (hasPartner ? 1 : 0);
            yield return new PairedPart(kind, pair.Name, pair.Value, hasPartner ? queue!.Dequeue() : null);
        }

        // What is left over of the second request, in its own order.
        foreach (var pair in right)
        {
            if (used.TryGetValue(pair.Name, out var count) && count > 0)
            {
                used[pair.Name] = count - 1;
                continue;
            }

            yield return new PairedPart(kind, pair.Name, null, pair.Value);
        }
    }
}

/// <summary>Where a part of a request stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PartKind>))]
public enum PartKind
{
    /// <summary>In the request line.</summary>
    [JsonStringEnumMemberName("request")]
    Request,

    /// <summary>In the query.</summary>
    [JsonStringEnumMemberName("query")]
    Query,

    /// <summary>Among the headers.</summary>
    [JsonStringEnumMemberName("header")]
    Header,

    /// <summary>Among the cookies.</summary>
    [JsonStringEnumMemberName("cookie")]
    Cookie,

    /// <summary>Below the request: where it came from, and how.</summary>
    [JsonStringEnumMemberName("network")]
    Network,
}

/// <summary>What comes of holding a part of two requests against each other.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PartVerdict>))]
public enum PartVerdict
{
    /// <summary>Both have the same.</summary>
    [JsonStringEnumMemberName("same")]
    Same,

    /// <summary>Each has its own.</summary>
    [JsonStringEnumMemberName("different")]
    Different,

    /// <summary>Only the first has it.</summary>
    [JsonStringEnumMemberName("left")]
    Left,

    /// <summary>Only the second has it.</summary>
    [JsonStringEnumMemberName("right")]
    Right,
}

/// <summary>One part of two requests.</summary>
/// <param name="Kind">Where it stands.</param>
/// <param name="Name">Its name.</param>
/// <param name="Left">Its value in the first request; null where it has none.</param>
/// <param name="Right">Its value in the second; null where it has none.</param>
public sealed record PairedPart(PartKind Kind, string Name, string? Left, string? Right)
{
    /// <summary>What comes of holding the two against each other.</summary>
    public PartVerdict Verdict => (Left, Right) switch
    {
        (null, _) => PartVerdict.Right,
        (_, null) => PartVerdict.Left,
        _ when string.Equals(Left, Right, StringComparison.Ordinal) => PartVerdict.Same,
        _ => PartVerdict.Different,
    };
}
