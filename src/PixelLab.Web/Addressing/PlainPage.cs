using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using PixelLab.Core.Languages;

namespace PixelLab.Web.Addressing;

/// <summary>A page without anything that could fail, for requests that reach no site. Its few styles are in it.</summary>
public static class PlainPage
{
    private const string Style = """
        :root { color-scheme: light dark; }
        * { box-sizing: border-box; }
        body { display: grid; place-items: center; min-block-size: 100vh; margin: 0; padding: 1rem; background: light-dark(#f7f7f4, #10121c); color: light-dark(#171a2e, #ecedf5); font: 1.125rem/1.6 system-ui, sans-serif; }
        main { inline-size: min(100%, 36rem); padding: clamp(1.5rem, 6vw, 2.75rem); border: 1px solid light-dark(#dcdde6, #33384f); border-radius: 16px; background: light-dark(#ffffff, #191c2a); }
        h1 { margin: 1.25rem 0 0.5rem; font-size: clamp(1.6rem, 6vw, 2.25rem); line-height: 1.15; letter-spacing: -0.02em; text-wrap: balance; }
        p { margin: 0 0 1.5rem; overflow-wrap: anywhere; }
        .lab { display: flex; gap: 0.5rem; align-items: center; margin: 0; font-weight: 700; letter-spacing: -0.02em; }
        .lab rect { fill: light-dark(#f0a500, #ffc53d); }
        .lab .frame { fill: none; stroke: light-dark(#3a3fb8, #aab2ff); stroke-width: 2; stroke-dasharray: 3.4 3; }
        .way { margin: 0; }
        a { display: inline-block; padding: 0.6rem 1.4rem; border-radius: 999px; background: light-dark(#2f34a8, #b4bbff); color: light-dark(#ffffff, #12142b); font-weight: 600; text-decoration: none; }
        a:focus-visible { outline: 3px solid light-dark(#3a3fb8, #aab2ff); outline-offset: 3px; }
        """;

    /// <summary>Lets the page have its own styles and nothing else: the hash names them (Content Security Policy Level 3, §8.4).</summary>
    private static readonly string ContentSecurityPolicy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Answers with a heading, a sentence and a link to the lab. All text is encoded here.</summary>
    public static Task WriteAsync(HttpContext context, int status, string title, string text, string labUrl)
    {
        var encode = HtmlEncoder.Default;
        var page = $"""
            <!doctype html>
            <html lang="{Language.Asked.Tag}">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{encode.Encode(title)}</title>
            <style>{Style}</style>
            <main>
            <p class="lab"><svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><rect class="frame" x="3" y="3" width="26" height="26" rx="6"/><rect x="12.5" y="12.5" width="7" height="7" rx="1"/></svg> PixelLab</p>
            <h1>{encode.Encode(title)}</h1>
            <p>{encode.Encode(text)}</p>
            <p class="way"><a href="{encode.Encode(labUrl)}">{encode.Encode(AddressingText.Text["Lab"])}</a></p>
            </main>
            </html>
            """;
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.WriteAsync(page, Encoding.UTF8, context.RequestAborted);
    }
}
