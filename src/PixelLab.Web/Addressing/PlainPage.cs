using System.Text;
using System.Text.Encodings.Web;

namespace PixelLab.Web.Addressing;

/// <summary>A page without anything that could fail, for requests that reach no site.</summary>
public static class PlainPage
{
    /// <summary>Answers with a heading, a sentence and a link to the lab. All text is encoded here.</summary>
    public static Task WriteAsync(HttpContext context, int status, string title, string text, string labUrl)
    {
        var encode = HtmlEncoder.Default;
        var page = $"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>{encode.Encode(title)}</title>
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
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.WriteAsync(page, Encoding.UTF8, context.RequestAborted);
    }
}
