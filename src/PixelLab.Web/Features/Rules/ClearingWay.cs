using System.Text;
using System.Text.Encodings.Web;
using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Rules;
using PixelLab.Core.Vendors;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;

namespace PixelLab.Web.Features.Rules;

/// <summary>What a browser is to forget of the town.</summary>
public enum Forgetting
{
    /// <summary>The cookies of sites and vendors. What the lab itself noted stays: the lessons ask for this much.</summary>
    Cookies,

    /// <summary>All that it keeps of any host, but who it is in the room that it is in: else who closes the tab could not come back.</summary>
    AllButPlace,

    /// <summary>All that it keeps of any host.</summary>
    All,
}

/// <summary>
/// Clears a browser of the town, as far as hosts can: a host may tell the browser to forget only what is its own, so the browser is sent
/// through all of them, one after another, each as the page at the top, and the lab last. The keys of rooms that were opened in the browser
/// stay in any case: nobody else has them, and a class could not be ended without.
/// </summary>
public static class ClearingWay
{
    /// <summary>What stands behind the <c>#</c> of the address that a way ends at, so that a script there can say what was done.</summary>
    public const string Done = "#cleared";

    private const int MostCookies = 50;

    /// <summary>A longer address at the end is not worth its ticket, which goes through all hosts; the lab's front page takes its place.</summary>
    private const int MostPath = 500;

    /// <summary>Every host, in the town's order, but the lab last.</summary>
    private static readonly IReadOnlyList<TownHost> Way = [.. Town.Hosts.Where(host => host.Kind != TownKind.Lab), Town.Lab];

    /// <summary>Maps a step on every host.</summary>
    public static void MapClearingWay(this WebApplication app)
    {
        foreach (var host in Way)
        {
            app.MapTownHost(host.Name).MapGet(Door.ForgetStep, StepAsync);
            if (host.Kind == TownKind.Vendor)
            {
                app.MapTownHost(host.Name).MapGet(Door.ForgetImage, ForgetInJarAsync);
            }
        }
    }

    /// <summary>The address at which the way begins.</summary>
    /// <param name="ticket">Gives the tickets.</param>
    /// <param name="town">Whose browser it is.</param>
    /// <param name="what">What it is to forget.</param>
    /// <param name="end">The host at which the way ends.</param>
    /// <param name="path">The path there: a way ends at a page of the town and nowhere else.</param>
    public static string Begin(DoorTicket ticket, TownRequest town, Forgetting what, TownHost end, string path)
    {
        var isFit = path is ['/', ..] && path.Length <= MostPath && path.All(letter => letter is > ' ' and <= '~');
        return town.Url(Way[0].Name, $"{Door.ForgetStep}?{ticket.For(town.Seat, $"{what} {(isFit ? end : Town.Lab).Name} {(isFit ? path : "/")}")}");
    }

    /// <summary>
    /// The host forgets and sends on. A site shows a page for it, which sends on once its images are loaded: through these the vendors reach
    /// the cookies that the browser keeps for them in the jar of this one site (CHIPS).
    /// </summary>
    private static async Task StepAsync(HttpContext context, TownRequest town, DoorTicket ticket)
    {
        var errand = ticket.ErrandIn(context)!.Split(' ', 3);
        var what = Enum.Parse<Forgetting>(errand[0]);
        var end = town.Url(errand[1], errand[2]);
        var hasForgotten = Forget(context, town, what);
        var place = Way.Index().First(step => step.Item == town.Host).Index;
        var next = place + 1 < Way.Count ? town.Url(Way[place + 1].Name, Door.ForgetStep + context.Request.QueryString) : end;
        if (hasForgotten)
        {
            context.Response.Redirect(next);
            return;
        }

        await ShowStepAsync(context, town, what, place, next);
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

    /// <summary>Says all that a host can say.</summary>
    /// <returns>Whether nothing is left that takes a page.</returns>
    private static bool Forget(HttpContext context, TownRequest town, Forgetting what)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (town.Host.Kind == TownKind.Lab)
        {
            if (what != Forgetting.Cookies)
            {
                OwnSeat.Forget(context);
            }

            return what == Forgetting.Cookies;
        }

        // On a real domain it would clear the cookies of everything under that domain (W3C Clear Site Data, section 4.2.2), and those are
        // not the lab's. Storage is the origin's own; but only a host with a name of its own is sure to have an origin to itself, and the
        // sandbox has no other way.
        var onLocalhost = context.Request.Host.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
        var isSandbox = town.Host.Kind == TownKind.Sandbox;
        var storage = what != Forgetting.Cookies && (isSandbox ? town.Address.SandboxHasOrigin : onLocalhost && town.Address.NamesHosts);
        string[] kinds = [.. onLocalhost ? ["\"cookies\""] : Array.Empty<string>(), .. storage ? ["\"storage\""] : Array.Empty<string>()];
        if (kinds.Length > 0)
        {
            context.Response.Headers["Clear-Site-Data"] = string.Join(", ", kinds);
        }

        var all = onLocalhost || (isSandbox && town.Address.SandboxHasOrigin);
        var own = town.Path("/");
        foreach (var name in NamesIn(context.Request).Take(MostCookies))
        {
            if (all || IsTheTowns(name))
            {
                context.Response.Headers.Append("Set-Cookie", $"{name}=; Path=/; Max-Age=0");
            }

            if (own != "/")
            {
                context.Response.Headers.Append("Set-Cookie", $"{name}=; Path={own}; Max-Age=0");
            }
        }

        // On the sandbox's host there is no page but the learner's.
        return isSandbox || (town.Host.Kind != TownKind.Site && (storage || what == Forgetting.Cookies));
    }

    private static IEnumerable<string> NamesIn(HttpRequest request) =>
        CookieText.Parse([.. request.Headers.Cookie.Select(text => new NameValue("Cookie", text ?? ""))])
            .Select(cookie => cookie.Name)
            .Where(name => name.Length is > 0 and <= 100 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-'))
            .Distinct();

    private static bool IsTheTowns(string name) =>
        name.StartsWith("consent_", StringComparison.Ordinal) || SitePolicies.Cookies.Contains(name);

    private static Task ShowStepAsync(HttpContext context, TownRequest town, Forgetting what, int place, string next)
    {
        var encode = HtmlEncoder.Default;
        var images = town.Host.Kind != TownKind.Site ? "" : string.Concat(Town.Vendors.Select(vendor =>
            $"<img src=\"{encode.Encode(town.Url(vendor.Name, Door.ForgetImage + context.Request.QueryString))}\" width=\"1\" height=\"1\" alt=\"\">"));
        var script = what == Forgetting.Cookies ? "" :
            $"<script src=\"{encode.Encode(town.Shared("/built/forget.js"))}\"{(what == Forgetting.AllButPlace ? " data-but-place" : "")}></script>";
        var words = SwitchesText.Text;
        var title = encode.Encode(words[what == Forgetting.Cookies ? "Clearing.Cookies" : "Clearing.All"]);
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="{Language.Asked.Tag}">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="refresh" content="0; url={encode.Encode(next)}">
            <link rel="icon" href="data:,">
            <title>{title}</title>
            <main>
            <h1>{title}</h1>
            <p>{encode.Encode(words["Clearing.Step", town.Host.Title, place + 1, Way.Count])} <a href="{encode.Encode(next)}">{encode.Encode(words["Clearing.Go"])}</a></p>
            {images}
            </main>
            {script}
            </html>
            """,
            Encoding.UTF8,
            context.RequestAborted);
    }
}
