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
            LetItBeHeardOut(request);
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

    /// <summary>The path of the page whose form it is, which the form names as <c>back</c>; the front page where it names none.</summary>
    public static async Task<string> ReadWayBackAsync(this HttpRequest request) =>
        (await request.ReadFormUpToAsync(BodyLimits.SwitchesForm))["back"].ToString() is ['/', ..] back ? back : "/";

    /// <summary>Lets a body that nobody wants be longer than what is read of others: its sender is to hear what was wrong with it.</summary>
    private static void LetItBeHeardOut(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = BodyLimits.HeardOut;
        }
    }
}
