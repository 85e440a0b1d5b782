using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Case;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Rules;
using PixelLab.Core.Vendors.Invented;
using PixelLab.Web.Addressing;
using PixelLab.Web.Limits;
using PixelLab.Web.Pages;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Case;

/// <summary>The case's desk, where one says what was found, and its sheet with the points. All works without scripts: each step is a form.</summary>
public static class CasePages
{
    /// <summary>The path of the desk at the lab.</summary>
    public const string Path = "/case";

    /// <summary>The path of the sheet.</summary>
    public const string SheetPath = "/case/sheet";

    /// <summary>Maps the desk and the sheet.</summary>
    public static WebApplication MapCase(this WebApplication app)
    {
        var lab = app.MapTownHost(Town.Lab.Name);
        lab.MapGet(Path, ShowDeskAsync);
        lab.MapGet(SheetPath, ShowSheetAsync);
        lab.MapPost(Path + "/begin", BeginAsync);
        lab.MapPost(Path + "/findings", TakeFindingsAsync);
        lab.MapPost(Path + "/stop", TakeStopAsync);
        lab.MapPost(Path + "/friend", TakeFriendAsync);
        lab.MapPost(Path + "/close", CloseAsync);
        return app;
    }

    /// <summary>A box for something that a company was told, by the name of its field.</summary>
    internal static string BoxOf(InventedWire wire) => $"told.{wire.Name}";

    /// <summary>The choice of a tie, by the name of its field.</summary>
    internal static string TieOf(InventedWire wire) => $"tie.{wire.Name}";

    private static async Task<(CasePlan Plan, CaseState State)> CaseOfAsync(TownRequest town, SeatReadings readings, CancellationToken cancellation)
    {
        var state = await readings.AskAsync(town.Seat, (CaseReading reading) => reading.State, cancellation);
        return (CaseComposer.Of(state.Number ?? CaseComposer.NumberOf(town.Seat)), state);
    }

    private static async Task<RazorComponentResult<CaseDesk>> ShowDeskAsync(HttpContext context, TownRequest town, SeatReadings readings)
    {
        var (plan, state) = await CaseOfAsync(town, readings, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<CaseDesk>(new Dictionary<string, object?>
        {
            ["Place"] = town,
            ["Plan"] = plan,
            ["State"] = state,
            ["IsBlocking"] = await readings.AskAsync(town.Seat, (SeatSettings settings) => settings.IsOn(SettingNames.Blocker), context.RequestAborted),
        });
    }

    private static async Task<RazorComponentResult<CaseSheet>> ShowSheetAsync(HttpContext context, TownRequest town, SeatReadings readings)
    {
        var (plan, state) = await CaseOfAsync(town, readings, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<CaseSheet>(new Dictionary<string, object?> { ["Place"] = town, ["Plan"] = plan, ["State"] = state });
    }

    /// <summary>Begins the seat's own case, or another one after it.</summary>
    private static async Task<IResult> BeginAsync(HttpContext context, TownRequest town, SeatReadings readings, IEventWriter log, TimeProvider time)
    {
        var (plan, state) = await CaseOfAsync(town, readings, context.RequestAborted);
        var number = plan.Number;
        while (state.IsBegun && number == plan.Number)
        {
            number = RandomNumberGenerator.GetInt32(1, CaseComposer.Most + 1);
        }

        // The step of the lesson that led here asks for other things than the case.
        await KeepAsync(log, town, time, [(SettingNames.Case, number.ToString(CultureInfo.InvariantCulture)), (SettingNames.Lesson, ""), .. state.IsClosed ? [] : BlockerOff(state)]);
        return new SeeOther(town.Path(Path));
    }

    private static async Task<IResult> TakeFindingsAsync(HttpContext context, TownRequest town, SeatReadings readings, IEventWriter log, TimeProvider time)
    {
        var form = await context.Request.ReadFormUpToAsync(BodyLimits.SmallForm);
        var (plan, state) = await CaseOfAsync(town, readings, context.RequestAborted);
        if (state is { HasWalked: true, IsClosed: false })
        {
            var findings = plan.Companies.ToDictionary(company => company.Wire.Name, company => new CaseFinding(
                form[BoxOf(company.Wire)].Select(CaseAnswers.Parse<CaseFact>).OfType<CaseFact>().ToHashSet(),
                CaseAnswers.Parse<TiedBy>(form[TieOf(company.Wire)].FirstOrDefault())));
            await KeepAsync(log, town, time, CaseSteps.Findings, CaseAnswers.Write(findings));
        }

        return new SeeOther(town.Path(Path + "#findings"));
    }

    private static async Task<IResult> TakeStopAsync(HttpContext context, TownRequest town, SeatReadings readings, IEventWriter log, TimeProvider time)
    {
        var form = await context.Request.ReadFormUpToAsync(BodyLimits.SmallForm);
        var (plan, state) = await CaseOfAsync(town, readings, context.RequestAborted);
        if (state is { Findings: not null, IsClosed: false }
            && plan.Companies.FirstOrDefault(company => company.Wire.Name == form["company"])?.Wire is { } wire
            && CaseAnswers.Parse<CaseMeans>(form["means"].FirstOrDefault()) is { } means)
        {
            var rule = CaseRules.Of(means, wire, town.Address);
            await KeepAsync(log, town, time, rule is null
                ? [(SettingNames.Blocker, "")]
                : [(SettingNames.BlockerRules, rule), (SettingNames.Blocker, "on")]);
            await KeepAsync(log, town, time, CaseSteps.Stop, $"{wire.Name} {means}");
        }

        return new SeeOther(town.Path(Path + "#stop"));
    }

    private static async Task<IResult> TakeFriendAsync(HttpContext context, TownRequest town, SeatReadings readings, IEventWriter log, TimeProvider time)
    {
        var text = (await context.Request.ReadFormUpToAsync(BodyLimits.CaseForm))["text"].ToString().ReplaceLineEndings("\n").Trim();
        var (_, state) = await CaseOfAsync(town, readings, context.RequestAborted);
        if (text.Length > 0 && state is { IsBegun: true, IsClosed: false })
        {
            await KeepAsync(log, town, time, CaseSteps.Friend, PlainText.Head(text, TextLimits.CaseAnswer));
        }

        return new SeeOther(town.Path(Path + "#friend"));
    }

    private static async Task<IResult> CloseAsync(HttpContext context, TownRequest town, SeatReadings readings, IEventWriter log, TimeProvider time)
    {
        var (_, state) = await CaseOfAsync(town, readings, context.RequestAborted);
        if (state is { Findings: not null, IsClosed: false })
        {
            await KeepAsync(log, town, time, CaseSteps.Closed, "");
            await KeepAsync(log, town, time, BlockerOff(state));
        }

        return new SeeOther(town.Path(state.Findings is null ? Path : SheetPath));
    }

    /// <summary>The rule that the case had written is taken off with it; what somebody set up before is theirs to put back.</summary>
    private static (string Name, string Value)[] BlockerOff(CaseState state) =>
        state.Stop is null ? [] : [(SettingNames.Blocker, ""), (SettingNames.BlockerRules, "")];

    private static async Task KeepAsync(IEventWriter log, TownRequest town, TimeProvider time, string step, string answer) => await log.AppendAsync(
        [new CaseAnswered { At = time.GetUtcNow(), Seat = town.Seat, Step = step, Answer = answer }], CancellationToken.None);

    private static async Task KeepAsync(IEventWriter log, TownRequest town, TimeProvider time, (string Name, string Value)[] settings)
    {
        if (settings.Length > 0)
        {
            await log.AppendAsync(
                [.. settings.Select(setting => new SettingChanged { At = time.GetUtcNow(), Seat = town.Seat, Name = setting.Name, Value = setting.Value })],
                CancellationToken.None);
        }
    }
}
