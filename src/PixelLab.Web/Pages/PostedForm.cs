using Microsoft.AspNetCore.Http.Features;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Pages;

/// <summary>Reads what a form of the lab sends.</summary>
public static class PostedForm
{
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
}
