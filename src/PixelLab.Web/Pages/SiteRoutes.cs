using PixelLab.Web.Addressing;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Pages;

/// <summary>What the routes of all sites have in common.</summary>
public static class SiteRoutes
{
    /// <summary>
    /// Answers what no other route of the site does with the site's own page, so that a mistyped address still looks
    /// like the site. Files are left to the lab: a missing script is no page of the site.
    /// </summary>
    public static void MapSiteNotFound(this RouteGroupBuilder site, Func<PageVisit, Task<IResult>> show) =>
        site.MapGet("/{**path:nonfile}", (PageVisit visit) => show(visit)).WithOrder(int.MaxValue);

    /// <summary>Reads a small form. What is no form, or too large, or broken, reads as an empty one.</summary>
    public static async Task<IFormCollection> ReadSmallFormAsync(this HttpRequest request)
    {
        if (!request.HasFormContentType || request.ContentLength is null or > BodyLimits.SmallForm)
        {
            return FormCollection.Empty;
        }

        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return FormCollection.Empty;
        }
    }

    /// <summary>Sends the browser on with GET after a form was taken, so that a reload sends nothing twice (RFC 9110 section 15.4.4).</summary>
    public static IResult SeeOther(this HttpResponse response, string path)
    {
        response.Headers.Location = path;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
