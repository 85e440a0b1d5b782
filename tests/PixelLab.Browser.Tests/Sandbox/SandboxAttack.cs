using System.Text.Json;

namespace PixelLab.Browser.Tests.Sandbox;

/// <summary>A page that tries whatever a script could try against the lab, and tells what came of each attempt: <c>stopped</c>, or what went through.</summary>
/// <param name="Lab">The lab's origin.</param>
/// <param name="Victim">Another seat.</param>
/// <param name="VictimPanel">The address of that seat's panel.</param>
/// <param name="Shop">The front page of a site of the attacker's own seat, without a slash at the end.</param>
/// <param name="Metrics">The origin of an allowed company, in path mode with its path.</param>
/// <param name="Pixel">The address of a pixel that may be loaded.</param>
/// <param name="Outside">An origin that is none of the town's.</param>
internal sealed record SandboxAttack(
    string Lab, string Victim, string VictimPanel, string Shop, string Metrics, string Pixel, string Outside)
{
    /// <summary>What is tried where the page's origin is shared with nobody: there, no storage may be had at all.</summary>
    private const string WithoutOrigin = """
        attempt('has an origin', async () => origin === 'null' ? 'stopped' : origin);
        attempt('reads what the lab keeps', async () => 'read ' + localStorage.length);
        attempt('reads what the tab keeps', async () => 'read ' + sessionStorage.length);
        attempt('reads cookies', async () => 'read ' + document.cookie);
        attempt('sets a cookie', async () => { document.cookie = 'planted=1; path=/'; return 'set'; });
        attempt('opens a database', () => new Promise((resolve, reject) => {
          const asked = indexedDB.open('x'); asked.onsuccess = () => resolve('opened'); asked.onerror = reject;
        }));
        attempt('opens the cache', () => caches.open('x').then(() => 'opened'));
        attempt('holds a lock of the lab', () => navigator.locks.request('x', { ifAvailable: true }, () => 'held'));
        attempt('reads the page’s files', () => navigator.storage.getDirectory().then(() => 'read'));
        attempt('hears the lab on a channel', () => new Promise((resolve) => {
          const channel = new BroadcastChannel('lab'); channel.onmessage = () => resolve('heard'); channel.postMessage('from the sandbox');
        }));
        """;

    /// <summary>The page.</summary>
    /// <param name="hasOrigin">Whether the page has an origin of its own, in which it may keep what it likes.</param>
    public string Page(bool hasOrigin) => $$"""
        <!doctype html><title>t</title>
        <iframe name="into" src="{{VictimPanel}}"></iframe>
        <form id="form" method="post" action="{{Shop}}/leak"><input name="a" value="b"></form>
        <p id="result"></p>
        <script>
        const told = {};
        const late = (promise) => Promise.race([promise, new Promise((resolve) => setTimeout(() => resolve('stopped'), 1500))]);
        const going = [];
        const run = async (name, act) => {
          try { told[name] = (await late(act())) ?? 'went through'; } catch { told[name] = 'stopped'; }
        };
        const attempt = (name, act) => going.push(run(name, act));
        const image = (src) => new Promise((resolve, reject) => { const one = new Image(); one.onload = () => resolve('went through'); one.onerror = reject; one.src = src; });
        const socket = (url) => new Promise((resolve, reject) => { const one = new WebSocket(url); one.onopen = () => resolve('opened'); one.onerror = reject; one.onclose = reject; });
        const read = async (url, init) => { const reply = await fetch(url, init); return 'read ' + (await reply.text()).length; };
        const lab = '{{Lab}}';
        const shop = '{{Shop}}';
        const metrics = '{{Metrics}}';
        const out = '{{Outside}}';
        const api = lab + '/api/seats/{{Victim}}';
        const ws = (url) => url.replace(/^http/, 'ws') + '/live';
        (async () => {
          attempt('reads the lab', () => read('{{VictimPanel}}'));
          attempt('reads a seat from the lab', () => read(api + '/events'));
          attempt('reads a seat from its own host', async () => { const reply = await fetch('/api/seats/{{Victim}}/events'); return reply.ok ? 'read' : 'stopped'; });
          attempt('reads a seat from a company', () => read(metrics + '/api/seats/{{Victim}}/events'));
          attempt('reads a seat round a corner of a path', () => read(metrics + '/../../api/seats/{{Victim}}/events'));
          attempt('erases a seat at the lab', () => fetch(api, { method: 'DELETE' }).then((reply) => reply.ok ? 'erased' : 'stopped'));
          attempt('erases a seat at a company', () => read(metrics + '/api/seats/{{Victim}}', { method: 'DELETE' }));
          attempt('follows a seat at a company', () => socket(ws(metrics)));
          attempt('follows a seat at the lab', () => socket(ws(lab)));
          attempt('loads an image from a site', () => image(shop + '/icons/lab.svg'));
          attempt('loads an image from outside', () => image(out + '/x.gif'));
          attempt('fetches outside', () => fetch(out + '/', { mode: 'no-cors' }).then(() => 'sent'));
          attempt('sends a beacon to a site', async () => new Promise((resolve) => {
            addEventListener('securitypolicyviolation', (told) => { if (told.blockedURI.endsWith('/leak')) resolve('stopped'); });
            navigator.sendBeacon(shop + '/leak', 'x');
          }));
          attempt('sends a form', async () => new Promise((resolve) => {
            addEventListener('pagehide', () => resolve('sent'));
            document.querySelector('#form').submit();
          }));
          attempt('opens a window', async () => window.open(shop + '/') ? 'opened' : 'stopped');
          attempt('knows who opened it', async () => window.opener === null ? 'stopped' : 'knows');
          attempt('reads the page around it', async () => parent === window ? 'stopped' : parent.document.title);
          attempt('leads the page around it away', async () => { if (parent === window) return 'stopped'; parent.location.href = shop + '/?led=away'; return 'led'; });
          attempt('reads a frame of the panel', async () => frames.into.document.body.textContent ? 'read' : 'stopped');
          attempt('has cookies', async () => document.cookie ? 'cookies: ' + document.cookie : 'stopped');
          attempt('gives its neighbours a cookie', async () => {
            document.cookie = 'tossed=1; path=/; domain=' + location.hostname.split('.').slice(1).join('.');
            return document.cookie.includes('tossed') ? 'given' : 'stopped';
          });
          attempt('has a service worker', () => navigator.serviceWorker.register('/').then(() => 'registered'));
          attempt('has a worker', () => new Promise((resolve, reject) => { const one = new Worker('data:text/javascript,postMessage(1)'); one.onmessage = () => resolve('runs'); one.onerror = reject; }));
          {{(hasOrigin ? "" : WithoutOrigin)}}
          await Promise.all(going);
          await image('{{Pixel}}?en=page_view');
          const result = document.querySelector('#result');
          result.textContent = JSON.stringify(told);
          result.dataset.done = 'yes';
        })();
        </script>
        """;

    /// <summary>Waits for what the page tells, and holds it to it that nothing went through.</summary>
    public static async Task AssertStoppedAsync(ILocator result, int attempts)
    {
        await Expect(result).ToHaveAttributeAsync("data-done", "yes", new() { Timeout = 60_000 });
        var told = JsonDocument.Parse(await result.TextContentAsync() ?? "").RootElement;
        Assert.Empty(told.EnumerateObject().Where(one => one.Value.GetString() != "stopped").Select(one => $"{one.Name}: {one.Value}"));
        Assert.Equal(attempts, told.EnumerateObject().Count());
    }
}
