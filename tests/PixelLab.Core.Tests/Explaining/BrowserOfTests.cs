using System.Collections.Immutable;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;

namespace PixelLab.Core.Tests.Explaining;

/// <summary>
/// A browser that treats the network's two cookies as real ones were measured to: open, a jar for each site, or blocked
/// but for marked cookies. All hits of a page leave before the first reply arrives, which is the worst case.
/// </summary>
internal sealed class BrowserOfTests(CookieJarVerdict world, string[]? head = null, long firstId = 1)
{
    private readonly Dictionary<string, string> _jar = [];
    private readonly string _name = $"browser{firstId}";
    private long _nextId = firstId;
    private int _pageViews;

    public CookieJarVerdict World { get; set; } = world;

    public ImmutableList<LabEvent> Events { get; private set; } = [];

    public BrowserOfTests Opens(string site, int hits = 1)
    {
        var pageView = $"{_name}page{++_pageViews}";
        var (idKey, markedKey) = (World == CookieJarVerdict.Open ? "anid" : $"anid on {site}", $"anid_p on {site}");
        var id = World == CookieJarVerdict.Blocked ? null : _jar.GetValueOrDefault(idKey);
        var marked = _jar.GetValueOrDefault(markedKey);
        for (var n = 1; n <= hits; n++)
        {
            string?[] sent = [id is null ? null : $"anid={id}", marked is null ? null : $"anid_p={marked}"];
            var cookies = string.Join("; ", sent.OfType<string>());
            var set = new List<string>();
            if (id is null)
            {
                _jar[idKey] = $"id{_nextId}";
                set.Add($"anid=id{_nextId}; Path=/; SameSite=None; Secure");
            }

            if (marked is null)
            {
                _jar[markedKey] = $"marked{_nextId}";
                set.Add($"anid_p=marked{_nextId}; Path=/; SameSite=None; Secure; Partitioned");
            }

            var hit = BuiltHit.OfAdnet($"ev=PageView&eid={pageView}.{n}", head).On(site).Setting([.. set]) with { Id = _nextId++ };
            Events = Events.Add(cookies.Length == 0 ? hit : hit.WithHeader("Cookie", cookies));
        }

        return this;
    }

    public void DeletesCookies() => _jar.Clear();
}
