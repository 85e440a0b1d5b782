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
            new("request", "method", left.Method, right.Method),
            new("request", "path", left.Path, right.Path),
            .. Pair("query", left.Query, right.Query, StringComparer.Ordinal),
            .. Pair("header", WithoutCookies(left), WithoutCookies(right), StringComparer.OrdinalIgnoreCase),
            .. Pair("cookie", left.Cookies, right.Cookies, StringComparer.Ordinal),
            new("network", "address", left.Address, right.Address),
            new("network", "protocol", left.Protocol, right.Protocol),
        ];
        return new RequestPairing([.. parts.Take(MostParts)], Math.Max(0, parts.Count - MostParts));
    }

    private static IReadOnlyList<NameValue> WithoutCookies(CapturedRequest request) =>
        [.. request.Headers.Where(header => !header.Name.Equals("Cookie", StringComparison.OrdinalIgnoreCase))];

    private static IEnumerable<PairedPart> Pair(
        string kind, IReadOnlyList<NameValue> left, IReadOnlyList<NameValue> right, StringComparer names)
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

/// <summary>One part of two requests.</summary>
/// <param name="Kind">Where it stands: <c>request</c>, <c>query</c>, <c>header</c>, <c>cookie</c> or <c>network</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Left">Its value in the first request; null where it has none.</param>
/// <param name="Right">Its value in the second; null where it has none.</param>
public sealed record PairedPart(string Kind, string Name, string? Left, string? Right)
{
    /// <summary><c>same</c>, <c>different</c>, <c>left</c> where only the first has it, <c>right</c> where only the second has.</summary>
    public string Verdict => (Left, Right) switch
    {
        (null, _) => "right",
        (_, null) => "left",
        _ when string.Equals(Left, Right, StringComparison.Ordinal) => "same",
        _ => "different",
    };
}
