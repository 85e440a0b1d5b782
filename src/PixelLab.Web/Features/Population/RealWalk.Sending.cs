using PixelLab.Core.Population;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;

namespace PixelLab.Web.Features.Population;

/// <summary>Sending: one request of one browser over the wire, as that browser makes it.</summary>
public sealed partial class RealWalk
{
    private const int MostRedirects = 6;
    private const int MostFrame = 64 * 1024;

    /// <summary>
    /// Sends one request, follows its redirects within the town, and keeps the cookies. A page stays open for what follows.
    /// The text of the last reply, where wanted.
    /// </summary>
    private static async Task<string?> SendAsync(
        Walk walk, WalkedBrowser browser, Step step, Sent sent, CancellationToken cancellation)
    {
        var (host, url, form) = (sent.Host, sent.Url, sent.Form);
        var isPage = sent.Host == sent.Site && sent.Asked == AskedFor.Image;
        for (var redirect = 0; redirect <= MostRedirects; redirect++)
        {
            await walk.Pace.WaitForNextTickAsync(cancellation);
            using var message = OwnRequests.Message(form is null && sent.Asked != AskedFor.Beacon ? HttpMethod.Get : HttpMethod.Post, url);
            var site = isPage ? host : sent.Site;
            var referer = isPage ? browser.Page : walk.Town.Origin(Town.Get(site)) + "/";
            AddHeaders(message, browser, browser.CookiesFor(host, site), referer, isPage ? AskedFor.Page : sent.Asked);
            Emulation.Mark(message, step.Address);
            message.Content = form is not null
                ? new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)))
                : sent.Asked == AskedFor.Beacon ? new ByteArrayContent([]) : null;
            using var reply = await walk.Client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (reply.Headers.TryGetValues("Set-Cookie", out var given))
            {
                browser.Take(host, site, given);
            }

            if (sent.Follows && (int)reply.StatusCode is >= 300 and < 400 && reply.Headers.Location is { } to
                && walk.Town.Read(new Uri(new Uri(url), to).AbsoluteUri) is { } next)
            {
                url = new Uri(new Uri(url), to).AbsoluteUri;
                host = next.Host.Name;
                form = null;
                continue;
            }

            if (isPage && sent.Follows)
            {
                browser.Open(url);
            }

            if (!sent.KeepsText || reply.Content.Headers.ContentLength > MostFrame)
            {
                await reply.Content.CopyToAsync(Stream.Null, cancellation);
                return null;
            }

            return await reply.Content.ReadAsStringAsync(cancellation);
        }

        return null;
    }

    private static void AddHeaders(HttpRequestMessage message, WalkedBrowser browser, string? cookies, string? referer, AskedFor asked)
    {
        var headers = browser.Browser.Kind.Headers(
            message.Headers.Host ?? "", referer, browser.Browser.Language, browser.Person.SendsGpc, cookies, asked);
        foreach (var header in headers.Where(header => header.Name is not ("Host" or "Content-Length")))
        {
            message.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }
    }

    /// <summary>A request of a browser.</summary>
    /// <param name="Host">Whom it asks.</param>
    /// <param name="Site">The site around it; the host itself for a page.</param>
    /// <param name="Url">The address.</param>
    private sealed record Sent(string Host, string Site, string Url)
    {
        public (string Name, string Value)[]? Form { get; init; }

        public AskedFor Asked { get; init; } = AskedFor.Image;

        public bool Follows { get; init; } = true;

        public bool KeepsText { get; init; }
    }
}
