using Microsoft.AspNetCore.Http.Features;
using PixelLab.Web.Addressing;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Pages;

/// <summary>Takes forms from the host's own pages only, so that no other page can answer a banner or turn a switch.</summary>
public static class OwnPages
{
    /// <summary>Turns away what a browser sends on behalf of another host's page.</summary>
    public static RouteHandlerBuilder FromOwnPagesOnly(this RouteHandlerBuilder route) =>
        route.DisableAntiforgery().AddEndpointFilter((context, next) => IsFromOwnPage(context.HttpContext)
            ? next(context)
            : ValueTask.FromResult<object?>(TypedResults.Text(
                "This form is taken only from the lab’s own pages.", statusCode: StatusCodes.Status403Forbidden)));

    /// <summary>Reads a form; what is no form, too large or broken reads as an empty one.</summary>
    public static async Task<IFormCollection> ReadFormUpToAsync(this HttpRequest request, int mostBytes)
    {
        if (!request.HasFormContentType || request.ContentLength is not { } length || length > mostBytes)
        {
            await HearOutAsync(request);
            return FormCollection.Empty;
        }

        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException)
        {
            return FormCollection.Empty;
        }
    }

    /// <summary>
    /// Takes in a body that nobody wants, within a bound: a connection closed while the browser is still sending shows it a network
    /// error in place of the words that say what was wrong.
    /// </summary>
    private static async Task HearOutAsync(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = BodyLimits.HeardOut;
        }

        try
        {
            await request.Body.CopyToAsync(Stream.Null, request.HttpContext.RequestAborted);
        }
        catch (IOException)
        {
            // More than the bound, or broken off: the connection ends as the server sees fit.
        }
    }

    /// <summary>
    /// Browsers say by themselves where a request comes from (W3C Fetch Metadata, <c>Sec-Fetch-Site</c>). Over plain http on a
    /// bare address they do not, but <c>Origin</c> stands on every POST (Fetch Standard, section 3.2); it alone would not do, for
    /// a page with the policy <c>no-referrer</c> sends <c>null</c>. A program that is no browser sends neither and may.
    /// </summary>
    private static bool IsFromOwnPage(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers["Sec-Fetch-Site"] is { Count: > 0 } site)
        {
            return site is ["same-origin" or "none"];
        }

        var town = TownRequest.Of(context);
        return headers.Origin is not { Count: > 0 } origin || origin == town.Address.Origin(town.Host);
    }
}
