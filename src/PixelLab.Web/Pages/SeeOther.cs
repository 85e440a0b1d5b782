namespace PixelLab.Web.Pages;

/// <summary>Sends a browser on with 303, so that a reload does not send the form again (RFC 9110 section 15.4.4).</summary>
/// <param name="path">Where to.</param>
public sealed class SeeOther(string path) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
