using PixelLab.Core.Consent;
using PixelLab.Core.Events;
using PixelLab.Core.Settings;
using PixelLab.Web.Addressing;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Rules;

/// <summary>Takes the answers to the sites' banners.</summary>
public static class ConsentEndpoints
{
    /// <summary>Maps <c>POST /consent</c> on every site: form fields <c>how</c>, <c>purpose</c> (repeated) and <c>back</c>.</summary>
    public static WebApplication MapConsent(this WebApplication app)
    {
        foreach (var site in Town.Sites)
        {
            app.MapTownHost(site.Name).MapPost("/consent", AnswerAsync).DisableAntiforgery();
        }

        return app;
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, TownRequest town, SeatReadings readings, IEventWriter log, TimeProvider time)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var how = form["how"].ToString();
        IReadOnlyList<string> chosen = [.. Purposes.All.Where(purpose => form["purpose"].Contains(purpose))];
        IReadOnlyList<string>? granted = how switch
        {
            "accept_all" or "opt_in" => Purposes.All,
            "refuse_all" or "withdraw" => [],
            "choose" => chosen,
            "opt_out" => [Purposes.Analytics],
            _ => null,
        };
        if (granted is null)
        {
            return TypedResults.BadRequest("The answer is not one of the banner's.");
        }

        var settings = await readings.AskAsync(town.Seat, (SeatSettings settings) => settings.Snapshot(), context.RequestAborted);
        await log.AppendAsync(
            [
                new ConsentChoice
                {
                    At = time.GetUtcNow(),
                    Seat = town.Seat,
                    Site = town.Host.Name,
                    Regime = settings.RegimeOf(town.Host.Name).Name(),
                    Granted = granted,
                    Denied = [.. Purposes.All.Except(granted)],
                    How = how,
                },
            ],
            CancellationToken.None);
        ConsentCookie.Write(context.Response, town.Host.Name, granted);
        return new SeeOther(town.Path(SafeBack(form["back"].ToString())));
    }

    /// <summary>A path on this site, never another address.</summary>
    private static string SafeBack(string back) =>
        back.Length is > 0 and < 2000 && back[0] == '/' && !back.StartsWith("//", StringComparison.Ordinal)
            && !back.Contains('\\', StringComparison.Ordinal) && !back.Any(char.IsControl)
            ? back
            : "/";
}

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
