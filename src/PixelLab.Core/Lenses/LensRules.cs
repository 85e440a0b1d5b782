namespace PixelLab.Core.Lenses;

/// <summary>What keeps the visitors of one lens: each under a key, joined where the rules find that two are one.</summary>
/// <typeparam name="TSeen">What is kept of a hit.</typeparam>
internal interface IVisitorIndex<in TSeen>
{
    /// <summary>The visitor's key as it is now, after all joining.</summary>
    string Root(string key);

    /// <summary>Counts a hit to a visitor.</summary>
    void Count(string key, TSeen seen);

    /// <summary>Finds that two visitors are one.</summary>
    void Join(string a, string b);
}

/// <summary>What the keys of visitors look like.</summary>
internal static class LensRules
{
    /// <summary>How the key of a visitor begins who is known by nothing but a cookieless mark.</summary>
    public const string MarkPrefix = "pixel:";
}

/// <summary>
/// The rules by which each lens tells visitors apart. They stand here once: for a seat, where every hit is kept, and for a
/// population, where only numbers are.
/// </summary>
/// <typeparam name="TSeen">What is kept of a hit.</typeparam>
internal sealed class LensRules<TSeen>(IVisitorIndex<TSeen> pixelOnly, IVisitorIndex<TSeen> cookieOnly, IVisitorIndex<TSeen> both)
{
    /// <summary>For each cookieless mark, the visitors with a cookie or an account that were seen under it.</summary>
    private readonly Dictionary<string, Known> _knownUnder = new(StringComparer.Ordinal);

    /// <summary>Reads one more hit by all three.</summary>
    public void Add(HitMarks marks, TSeen seen)
    {
        pixelOnly.Count(LensRules.MarkPrefix + marks.Pixel, seen);
        if (marks.HasCookie)
        {
            cookieOnly.Count(CookieKey(marks), seen);
            JoinTwins(cookieOnly, marks);
        }

        CountByBoth(marks, seen);
    }

    private static string CookieKey(HitMarks marks) => "cookie:" + (marks.Sent ?? marks.Given);

    /// <summary>
    /// One browser brought two cookies at once, the one for all sites and the one for this site, so both are its own. Where the
    /// browser later refuses the first, the second still tells.
    /// </summary>
    private static void JoinTwins(IVisitorIndex<TSeen> book, HitMarks marks)
    {
        if (marks.Twin is not null)
        {
            book.Join("cookie:" + marks.Sent, "cookie:" + marks.Twin);
        }
    }

    /// <summary>
    /// What is sure comes first: an account, then a cookie that came back. A hit with neither goes to the one visitor known
    /// under its mark. Where there are several (a family, a classroom behind one address), nobody can say whose it is: it stays
    /// with the bare mark, which belongs to the first who was known under it.
    /// </summary>
    private void CountByBoth(HitMarks marks, TSeen seen)
    {
        var mark = LensRules.MarkPrefix + marks.Pixel;
        var known = _knownUnder.TryGetValue(mark, out var under) ? under.Now(both) : default;
        string key;
        if (marks.Person is not null || marks.Sent is not null)
        {
            key = marks.Person is not null ? "person:" + marks.Person : CookieKey(marks);
            if (marks.Person is not null && marks.HasCookie)
            {
                both.Join(key, CookieKey(marks));
            }

            // What was counted to the bare mark until now was this visitor, unless somebody else is known under it.
            if (known.First is null)
            {
                both.Join(key, mark);
            }
        }
        else
        {
            key = known is { First: { } only, IsAlone: true } ? only : mark;
        }

        both.Count(key, seen);
        JoinTwins(both, marks);
        if (marks.Person is not null && marks.PageView is not null)
        {
            // A shop tells one company its customer's number and another the hash of the address. Both in one view of a page are one.
            both.Join(key, "page:" + marks.PageView);
        }

        if (marks.Sent is not null || marks.Person is not null)
        {
            if (under is null)
            {
                _knownUnder[mark] = new Known(key);
            }
            else
            {
                under.Add(key);
            }
        }
    }

    /// <summary>The keys that were seen under one mark, in the order in which they came.</summary>
    private sealed class Known(string first)
    {
        private HashSet<string>? _others;
        private Queue<string>? _apart;

        public void Add(string key)
        {
            if (key != first && (_others ??= new(StringComparer.Ordinal)).Add(key))
            {
                (_apart ??= []).Enqueue(key);
            }
        }

        /// <summary>
        /// The first visitor, and whether it is the only one. Asked for every hit, so it stops at the second; and what was joined
        /// stays joined, so it looks at each key that is one with the first only once.
        /// </summary>
        public (string? First, bool IsAlone) Now(IVisitorIndex<TSeen> book)
        {
            var root = book.Root(first);
            while (_apart is not null && _apart.TryPeek(out var other))
            {
                if (book.Root(other) != root)
                {
                    return (root, false);
                }

                _apart.Dequeue();
            }

            return (root, true);
        }
    }
}
