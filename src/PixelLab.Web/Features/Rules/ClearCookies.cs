using System.Text;
using System.Text.Encodings.Web;
using PixelLab.Core.Events;
using PixelLab.Core.Rules;
using PixelLab.Core.Vendors;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Features.Rules;

/// <summary>
/// Clears the town's cookies in the browser, as far as hosts can: a host may tell the browser to forget only what is its
/// own, so the browser is sent through all of them, one after another, each as the page at the top.
/// </summary>
public static class ClearCookies
{
    private const int MostCookies = 50;

    /// <summary>Every host but the lab and the sandbox, which set no cookies, in the town's order.</summary>
    private static readonly IReadOnlyList<TownHost> Way = [.. Town.Hosts.Where(host => host.Kind is TownKind.Site or TownKind.Vendor)];

    /// <summary>Maps the way's start on the lab and a step on every host.</summary>
    public static void MapClearCookies(this WebApplication app)
    {
        app.MapTownHost(Town.Lab.Name)
            .MapPost("/switches/cookies", StartAsync);
        foreach (var host in Way)
        {
            app.MapTownHost(host.Name).MapGet(Door.ForgetStep, StepAsync);
            if (host.Kind == TownKind.Vendor)
            {
                app.MapTownHost(host.Name).MapGet(Door.ForgetImage, ForgetInJarAsync);
            }
        }
    }

    /// <summary>Notes it before the first host forgets, so that every hit without its old cookie stands after it in the log.</summary>
    private static async Task<SeeOther> StartAsync(TownRequest town, IEventWriter log, DoorTicket ticket, TimeProvider time)
    {
        await log.AppendAsync([new CookiesCleared { At = time.GetUtcNow(), Seat = town.Seat }], CancellationToken.None);
        return new SeeOther(town.Url(Way[0].Name, $"{Door.ForgetStep}?{ticket.For(town.Seat)}"));
    }

    /// <summary>
    /// A vendor forgets and sends on. A site forgets and shows a page that sends on once its images are loaded: through
    /// these the vendors reach the cookies that the browser keeps for them in the jar of this one site (CHIPS).
    /// </summary>
    private static async Task StepAsync(HttpContext context, TownRequest town)
    {
        Forget(context, town);
        var place = IndexOf(town.Host);
        var next = place + 1 < Way.Count ? town.Url(Way[place + 1].Name, Door.ForgetStep + context.Request.QueryString) : town.LabUrl("/switches?done=cleared#cookies");
        if (town.Host.Kind == TownKind.Vendor)
        {
            context.Response.Redirect(next);
            return;
        }

        await ShowStepAsync(context, town, place, next);
    }

    private static Task ForgetInJarAsync(HttpContext context, TownRequest town)
    {
        foreach (var cookie in VendorList.Find(town.Host.Name)?.Disclosure.Cookies ?? [])
        {
            context.Response.Headers.Append(
                "Set-Cookie", $"{cookie.Name}=; Path=/; Max-Age=0; HttpOnly; SameSite=None; Secure; Partitioned");
        }

        HitKeeper.Answer(context);
        return Task.CompletedTask;
    }

    private static void Forget(HttpContext context, TownRequest town)
    {
        context.Response.Headers.CacheControl = "no-store";
        var onLocalhost = context.Request.Host.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
        if (onLocalhost)
        {
            // Not on a real domain: there it would clear the cookies of everything under that domain
            // (W3C Clear Site Data, section 4.2.2), and those are not the lab's.
            context.Response.Headers["Clear-Site-Data"] = "\"cookies\"";
        }

        var own = town.Path("/");
        foreach (var name in NamesIn(context.Request).Take(MostCookies))
        {
            if (onLocalhost || IsTheTowns(name))
            {
                context.Response.Headers.Append("Set-Cookie", $"{name}=; Path=/; Max-Age=0");
            }

            if (own != "/")
            {
                context.Response.Headers.Append("Set-Cookie", $"{name}=; Path={own}; Max-Age=0");
            }
        }
    }

    private static IEnumerable<string> NamesIn(HttpRequest request) =>
        CookieText.Parse([.. request.Headers.Cookie.Select(text => new NameValue("Cookie", text ?? ""))])
            .Select(cookie => cookie.Name)
            .Where(name => name.Length is > 0 and <= 100 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-'))
            .Distinct();

    private static bool IsTheTowns(string name) =>
        name.StartsWith("consent_", StringComparison.Ordinal) || SitePolicies.Cookies.Contains(name);

    private static Task ShowStepAsync(HttpContext context, TownRequest town, int place, string next)
    {
        var encode = HtmlEncoder.Default;
        var images = string.Concat(Town.Vendors.Select(vendor =>
            $"<img src=\"{encode.Encode(town.Url(vendor.Name, Door.ForgetImage + context.Request.QueryString))}\" width=\"1\" height=\"1\" alt=\"\">"));
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="refresh" content="0; url={encode.Encode(next)}">
            <link rel="icon" href="data:,">
            <title>Clearing cookies</title>
            <main>
            <h1>Clearing cookies</h1>
            <p>{encode.Encode(town.Host.Title)} is {place + 1} of {Way.Count}. <a href="{encode.Encode(next)}">Go on</a></p>
            {images}
            </main>
            </html>
            """,
            Encoding.UTF8,
            context.RequestAborted);
    }

    private static int IndexOf(TownHost host)
    {
        for (var i = 0; i < Way.Count; i++)
        {
            if (Way[i] == host)
            {
                return i;
            }
        }

        throw new ArgumentException($"'{host.Name}' does not lie on the way.", nameof(host));
    }
}
