using PixelLab.Core.Events;

namespace PixelLab.Core.Yours.Known;

/// <summary>
/// The shape of a path: <c>/b/ss/{rsid}/**</c>. A segment in braces is any one and has a name, <c>*</c> stands for any characters within a segment, and
/// <c>**</c>, once, for any segments, or none.
/// </summary>
internal sealed class PathPattern
{
    private const int MostSegments = 64;
    private const string Rest = "**";

    private readonly string[] _head;
    private readonly string[]? _tail;

    public PathPattern(string text)
    {
        var segments = text.Split('/');
        var rest = Array.IndexOf(segments, Rest);
        _head = rest < 0 ? segments : segments[..rest];
        _tail = rest < 0 ? null : segments[(rest + 1)..];
        Weight = text.Count(char.IsLetterOrDigit);
    }

    /// <summary>How many letters and digits of a path it fixes.</summary>
    public int Weight { get; }

    /// <summary>A path in its segments, as far as they are looked at.</summary>
    public static string[] Segments(string path) => path.Split('/', MostSegments);

    /// <summary>The named segments of a path, or null where the path has another shape.</summary>
    public IReadOnlyList<NameValue>? Match(string[] segments)
    {
        if (_tail is null ? segments.Length != _head.Length : segments.Length < _head.Length + _tail.Length)
        {
            return null;
        }

        var named = new List<NameValue>();
        return Fits(_head, segments.AsSpan(0, _head.Length), named) && (_tail is null || Fits(_tail, segments.AsSpan(segments.Length - _tail.Length), named))
            ? named
            : null;
    }

    private static bool Fits(string[] pattern, ReadOnlySpan<string> segments, List<NameValue> named)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] is ['{', .. var name, '}'] && segments[i].Length > 0)
            {
                named.Add(new NameValue(name, QueryText.Decode(segments[i])));
            }
            else if (!KnownVendors.Fits(pattern[i], segments[i]))
            {
                return false;
            }
        }

        return true;
    }
}
