using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Rules;
using PixelLab.Web.Addressing;
using PixelLab.Web.Limits;
using PixelLab.Web.Pages;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Rules;

/// <summary>The lab's page of switches: plain forms, each turn an event of the seat.</summary>
public static class SwitchesPages
{
    /// <summary>Maps <c>/switches</c>, and the way through all hosts that clears cookies.</summary>
    public static WebApplication MapSwitches(this WebApplication app)
    {
        var lab = app.MapTownHost(Town.Lab.Name);
        lab.MapGet("/switches", ShowAsync);
        lab.MapPost("/switches", TurnAsync);
        lab.MapPost("/switches/reset", PutBackAsync);
        lab.MapPost("/switches/cookies", ClearCookiesAsync);
        app.MapClearingWay();
        return app;
    }

    private static async Task<IResult> ShowAsync(HttpContext context, TownRequest town, SeatReadings readings, CookieJars jars)
    {
        var settings = await SettingsAsync(context, town, readings);
        var jar = await jars.JudgeAsync(town.Seat, Language.Asked, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<SwitchesPage>(new Dictionary<string, object?>
        {
            ["Place"] = town,
            ["Settings"] = settings,
            ["Jar"] = jar,
            ["Gpc"] = context.Request.Headers["Sec-GPC"] == "1",
            ["Done"] = SwitchesText.Text.Find($"Done.{context.Request.Query["done"]}"),
            ["HasCleared"] = context.Request.Query["done"] == "cleared",
        });
    }

    private static async Task<IResult> TurnAsync(
        HttpContext context, TownRequest town, SeatReadings readings, IEventWriter log, TimeProvider time)
    {
        var form = await context.Request.ReadFormUpToAsync(BodyLimits.SwitchesForm);
        var settings = await SettingsAsync(context, town, readings);
        var wanted = Wanted(form);
        if (wanted is null)
        {
            return TypedResults.BadRequest(SwitchesText.Text["Refused"]);
        }

        var at = time.GetUtcNow();
        SettingChanged[] changes =
        [
            .. wanted.Where(change => settings.Value(change.Name) != change.Value)
                .Select(change => new SettingChanged { At = at, Seat = town.Seat, Name = change.Name, Value = change.Value }),
        ];
        if (changes.Length > 0)
        {
            await log.AppendAsync(changes, CancellationToken.None);
        }

        return new SeeOther(town.Path($"/switches?done={(changes.Length > 0 ? "turned" : "same")}{Anchor(form)}"));
    }

    private static async Task<IResult> PutBackAsync(
        HttpContext context, TownRequest town, SeatReadings readings, IEventWriter log, IGivenSwitches given, TimeProvider time)
    {
        var settings = await SettingsAsync(context, town, readings);
        var at = time.GetUtcNow();
        SettingChanged[] changes =
        [
            .. settings.Turned.Select(name => new SettingChanged { At = at, Seat = town.Seat, Name = name, Value = "" }),
        ];
        if (changes.Length > 0)
        {
            await log.AppendAsync(changes, CancellationToken.None);
        }

        return new SeeOther(town.Path(await given.GiveAgainAsync(town.Seat) ? "/switches?done=room" : "/switches?done=reset"));
    }

    /// <summary>Notes it before the first host forgets, so that every hit without its old cookie stands after it in the log.</summary>
    private static async Task<SeeOther> ClearCookiesAsync(TownRequest town, IEventWriter log, DoorTicket ticket, TimeProvider time)
    {
        await log.AppendAsync([new CookiesCleared { At = time.GetUtcNow(), Seat = town.Seat }], CancellationToken.None);
        return new SeeOther(ClearingWay.Begin(ticket, town, Forgetting.Cookies, Town.Lab, "/switches?done=cleared#cookies"));
    }

    /// <summary>What a form asks for; null where a part of it is nothing a switch takes.</summary>
    private static List<NameValue>? Wanted(IFormCollection form)
    {
        var wanted = new List<NameValue>();
        foreach (var (name, values) in form)
        {
            var value = values.ToString();
            switch (name)
            {
                case "section":
                    continue;
                case "regime.all":
                    wanted.AddRange(SitePolicies.Sites.Select(site => new NameValue(SettingNames.RegimePrefix + site, value)));
                    break;
                case "own.rules":
                    wanted.RemoveAll(other => other.Name == SettingNames.BlockerRules);
                    wanted.Add(new NameValue(SettingNames.BlockerRules, ""));
                    break;
                case SettingNames.BlockerRules:
                    wanted.Add(new NameValue(name, OwnListOr(value)));
                    break;
                default:
                    wanted.Add(new NameValue(name, value));
                    break;
            }
        }

        return wanted.Count > 0 && wanted.TrueForAll(change => Switches.Take(change.Name, change.Value)) ? wanted : null;
    }

    /// <summary>Rules nobody changed are the lab's own list, which may grow; browsers send line ends as CR LF.</summary>
    private static string OwnListOr(string rules)
    {
        var lines = rules.ReplaceLineEndings("\n").Trim();
        return lines == Blocker.OwnRules.ReplaceLineEndings("\n").Trim() ? "" : lines;
    }

    private static string Anchor(IFormCollection form) =>
        form["section"].ToString() is { Length: > 0 and <= 20 } section && section.All(char.IsAsciiLetterLower) ? "#" + section : "";

    private static Task<SeatSettings> SettingsAsync(HttpContext context, TownRequest town, SeatReadings readings) =>
        readings.AskAsync(town.Seat, (SeatSettings reading) => reading.Snapshot(), context.RequestAborted);
}
