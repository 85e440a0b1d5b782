using PixelLab.Core.Events;
using PixelLab.Core.Readings;

namespace PixelLab.Core.Lenses;

/// <summary>
/// The same hits, read three ways: by a tracker that has pixels but no cookies, by one that goes by cookies alone, and by
/// one that uses both. Each is taken to see every pixel of the town, as one company behind all of them would.
/// </summary>
public sealed class LensReading : Reading
{
    private readonly VisitorBook _pixelOnly = new();
    private readonly VisitorBook _cookieOnly = new();
    private readonly VisitorBook _both = new();

    /// <summary>For each cookieless mark, the visitors with a cookie or an account that were seen under it.</summary>
    private readonly Dictionary<string, HashSet<string>> _knownUnder = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        if (labEvent is not Hit hit)
        {
            return;
        }

        var marks = HitMarks.Of(hit);
        _pixelOnly.Count("pixel:" + marks.Pixel, hit);
        if (marks.HasCookie)
        {
            _cookieOnly.Count(CookieKey(marks), hit);
            JoinTwins(_cookieOnly, marks);
        }

        CountByBoth(hit, marks);
    }

    /// <summary>The visitors that a tracker believes to have had, in the order of their first hit.</summary>
    public IReadOnlyList<LensVisitor> Visitors(Lens lens) => Book(lens).Visitors;

    /// <summary>The visitor that a tracker counts a hit to; null where it never saw the hit.</summary>
    public string? VisitorOf(Lens lens, long hit) => Book(lens).VisitorOf(hit);

    private VisitorBook Book(Lens lens) => lens switch
    {
        Lens.PixelOnly => _pixelOnly,
        Lens.CookieOnly => _cookieOnly,
        _ => _both,
    };

    private static string CookieKey(HitMarks marks) => "cookie:" + (marks.Sent ?? marks.Given);

    /// <summary>
    /// One browser brought two cookies at once, the one for all sites and the one for this site, so both are its own. Where the
    /// browser later refuses the first, the second still tells.
    /// </summary>
    private static void JoinTwins(VisitorBook book, HitMarks marks)
    {
        if (marks.Twin is not null)
        {
            book.Join("cookie:" + marks.Sent, "cookie:" + marks.Twin);
        }
    }

    /// <summary>
    /// What is sure comes first: an account, then a cookie that came back. A hit with neither goes to the one visitor known
    /// under its mark; where there are several (a family, a classroom behind one address), to none of them.
    /// </summary>
    private void CountByBoth(Hit hit, HitMarks marks)
    {
        var mark = "pixel:" + marks.Pixel;
        var known = _knownUnder.TryGetValue(mark, out var under) ? Roots(under) : [];
        string key;
        if (marks.Person is not null || marks.Sent is not null)
        {
            key = marks.Person is not null ? "person:" + marks.Person : CookieKey(marks);
            if (marks.Person is not null && marks.HasCookie)
            {
                _both.Join(key, CookieKey(marks));
            }

            // What was counted to the bare mark until now was this visitor, unless somebody else is known under it.
            if (known.Count == 0)
            {
                _both.Join(key, mark);
            }
        }
        else
        {
            key = known.Count == 1 ? known.First() : mark;
        }

        _both.Count(key, hit);
        JoinTwins(_both, marks);
        if (marks.Sent is not null || marks.Person is not null)
        {
            (_knownUnder.TryGetValue(mark, out var keys) ? keys : _knownUnder[mark] = []).Add(key);
        }
    }

    private HashSet<string> Roots(HashSet<string> keys) => [.. keys.Select(_both.Root)];
}
