using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace PixelLab.Web.Addressing;

/// <summary>A page without anything that could fail, for requests that reach no site. Its few styles are in it.</summary>
public static class PlainPage
{
    private const string Style = """
        :root { color-scheme: light dark; }
        body { display: grid; place-items: center; min-block-size: 90vh; margin: 0; padding: 1rem; background: light-dark(#f7f7f4, #10121c); color: light-dark(#171a2e, #ecedf5); font: 1.125rem/1.6 system-ui, sans-serif; }
        main { max-inline-size: 34rem; }
        h1 { margin: 0 0 0.5rem; font-size: clamp(1.75rem, 6vw, 2.5rem); line-height: 1.15; letter-spacing: -0.02em; }
        p { margin: 0 0 1.25rem; overflow-wrap: anywhere; }
        a { display: inline-block; padding: 0.6rem 1.2rem; border-radius: 999px; background: light-dark(#2f34a8, #b4bbff); color: light-dark(#ffffff, #12142b); font-weight: 600; text-decoration: none; }
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
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{encode.Encode(title)}</title>
            <style>{Style}</style>
            <main>
            <h1>{encode.Encode(title)}</h1>
            <p>{encode.Encode(text)}</p>
            <p><a href="{encode.Encode(labUrl)}">Go to the lab’s front page</a></p>
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
