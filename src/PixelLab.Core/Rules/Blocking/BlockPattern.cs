using PixelLab.Core.Events;

namespace PixelLab.Core.Rules.Blocking;

/// <summary>
/// The part of a rule that speaks of the address: <c>||</c> for the start of a host's label, <c>|</c> for either end, <c>*</c> for
/// anything, <c>^</c> for a separator or the end. It is matched without regular expressions: whoever writes the rules may be
/// hostile, and here the work is at most the product of both lengths, with nothing to build beforehand.
/// </summary>
internal sealed class BlockPattern
{
    private readonly string _pattern;
    private readonly Anchor _anchor;
    private readonly bool _toTheEnd;

    /// <summary>What has to stand in an address; most rules are done with after looking for it.</summary>
    private readonly string _longestPiece;

    public BlockPattern(string pattern)
    {
        var text = pattern.ToLowerInvariant();
        (_anchor, var start) = text switch
        {
            ['|', '|', ..] => (Anchor.Label, 2),
            ['|', ..] => (Anchor.Start, 1),
            _ => (Anchor.None, 0),
        };
        _toTheEnd = text.Length > start && text[^1] == '|';
        _pattern = text[start..(_toTheEnd ? text.Length - 1 : text.Length)];
        _longestPiece = _pattern.Split('*', '^').MaxBy(piece => piece.Length)!;
    }

    private enum Anchor
    {
        None,
        Start,
        Label,
    }

    public bool IsMatch(string url)
    {
        if (url.Length > TextLimits.MatchedAddress && _toTheEnd)
        {
            // Its end is not looked at.
            return false;
        }

        var looked = url.Length <= TextLimits.MatchedAddress ? url : url[..TextLimits.MatchedAddress];
        return looked.Contains(_longestPiece, StringComparison.OrdinalIgnoreCase) && _anchor switch
        {
            Anchor.Start => MatchesAt(looked, 0, floating: false),
            Anchor.Label => MatchesAtALabel(looked),
            _ => MatchesAt(looked, 0, floating: true),
        };
    }

    /// <summary>At the start of the host, or after any of its dots.</summary>
    private bool MatchesAtALabel(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme <= 0)
        {
            return false;
        }

        var start = scheme + 3;
        var end = url.AsSpan(start).IndexOfAny('/', '?', '#') is >= 0 and var length ? start + length : url.Length;
        while (start <= end)
        {
            if (MatchesAt(url, start, floating: false))
            {
                return true;
            }

            var dot = url.AsSpan(start, end - start).IndexOf('.');
            if (dot < 0)
            {
                return false;
            }

            start += dot + 1;
        }

        return false;
    }

    /// <summary>
    /// Walks along both texts; where they part, the last <c>*</c> takes one character more. A floating pattern begins as
    /// if with one.
    /// </summary>
    private bool MatchesAt(string url, int start, bool floating)
    {
        var (at, u) = (0, start);
        var (afterStar, starTook) = floating ? (0, start) : (-1, start);
        while (true)
        {
            if (at == _pattern.Length && (!_toTheEnd || u == url.Length))
            {
                return true;
            }

            if (at < _pattern.Length && _pattern[at] == '*')
            {
                (afterStar, starTook) = (++at, u);
            }
            else if (at < _pattern.Length && u < url.Length && Matches(_pattern[at], url[u]))
            {
                at++;
                u++;
            }
            else if (at < _pattern.Length && u == url.Length && _pattern[at] == '^')
            {
                at++;
            }
            else if (afterStar >= 0 && starTook < url.Length)
            {
                (at, u) = (afterStar, ++starTook);
            }
            else
            {
                return false;
            }
        }
    }

    private static bool Matches(char pattern, char letter) =>
        pattern == '^' ? IsSeparator(letter) : pattern == char.ToLowerInvariant(letter);

    private static bool IsSeparator(char letter) => !char.IsAsciiLetterOrDigit(letter) && letter is not ('_' or '.' or '%' or '-');
}
