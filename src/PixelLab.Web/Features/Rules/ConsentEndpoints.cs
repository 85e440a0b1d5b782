using Microsoft.Extensions.Primitives;
using PixelLab.Core.Events;
using PixelLab.Core.Rules;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Addressing;
using PixelLab.Web.Limits;
using PixelLab.Web.Pages;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Rules;

/// <summary>Takes the answers to the sites' banners.</summary>
public static class ConsentEndpoints
{
    /// <summary>Maps <c>POST /consent</c> on every site: form fields <c>how</c>, <c>purpose</c> (repeated) and <c>back</c>.</summary>
    public static WebApplication MapConsent(this WebApplication app)
    {
        foreach (var site in Town.Sites)
        {
            app.MapTownHost(site.Name).MapPost("/consent", AnswerAsync);
        }

        return app;
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, TownRequest town, SeatReadings readings, IEventWriter log, TimeProvider time)
    {
        var form = await context.Request.ReadFormUpToAsync(BodyLimits.SmallForm);
        var how = form["how"].ToString();
        if (GrantedBy(how, form["purpose"]) is not { } granted)
        {
            return TypedResults.BadRequest(ConsentText.Text["Refused"]);
        }

        var settings = await readings.AskAsync(town.Seat, (SeatSettings settings) => settings.Snapshot(), context.RequestAborted);
        var regime = settings.RegimeOf(town.Host.Name);
        await log.AppendAsync(
            [
                new ConsentChoice
                {
                    At = time.GetUtcNow(),
                    Seat = town.Seat,
                    Site = town.Host.Name,
                    Regime = regime.Name(),
                    Granted = granted,
                    Denied = how == "noted" ? [] : [.. Purposes.All.Except(granted)],
                    How = how,
                },
            ],
            CancellationToken.None);
        ConsentCookie.Write(context.Response, town, regime, granted);
        return new SeeOther(town.Path(SafeBack(form["back"].ToString())));
    }

    /// <summary>The purposes that an answer agrees to, or null for an answer nobody can give.</summary>
    private static IReadOnlyList<string>? GrantedBy(string how, StringValues chosen) => how switch
    {
        "accept_all" or "opt_in" => Purposes.All,
        "refuse_all" or "withdraw" => [],
        "choose" => [.. Purposes.All.Where(purpose => chosen.Contains(purpose))],
        "opt_out" => [Purposes.Analytics],

        // A notice is only read: nothing was asked, so nothing is agreed to.
        "noted" => [],
        _ => null,
    };

    /// <summary>A path on this site, never another address.</summary>
    private static string SafeBack(string back) =>
        back.Length is > 0 and < 2000 && back[0] == '/' && !back.StartsWith("//", StringComparison.Ordinal)
            && !back.Contains('\\', StringComparison.Ordinal) && !back.Any(char.IsControl)
            ? back
            : "/";
}
