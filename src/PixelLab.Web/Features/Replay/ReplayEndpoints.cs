using System.ComponentModel;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Web.Addressing;
using PixelLab.Web.Api;
using PixelLab.Web.Limits;
using PixelLab.Web.Live;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Features.Replay;

/// <summary>An event on its way out.</summary>
/// <param name="Event">As the log holds it.</param>
/// <param name="Row">As a table shows it.</param>
internal sealed record ReplayedEvent(LabEvent Event, ReplayRow Row);

/// <summary>A seat's events as files, and a replay's way back in.</summary>
public static class ReplayEndpoints
{
    private const int PageSize = 500;

    /// <summary>What a form may take beside its file.</summary>
    private const int FormBytes = 64 * 1024;

    /// <summary>Adds the bounds of replays, and what opens them.</summary>
    public static WebApplicationBuilder AddReplay(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ReplayLimits>().BindConfiguration(ReplayLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ReplayIntake>();
        return builder;
    }

    /// <summary>Maps export under a seat, and the page that opens a replay.</summary>
    public static WebApplication MapReplay(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<IOptions<ReplayLimits>>().Value;
        app.MapSeatGroup().MapGet("/export", Export)
            .WithSummary("The events of a seat as a file: a replay, CSV or HAR.").WithFile("application/json", "text/csv");
        var lab = app.MapTownHost(Town.Lab.Name);
        lab.MapGet("/replay", (TownRequest town, [AsParameters] ReplayFilter filter) => Page(town, limits, null, filter));
        lab.MapPost("/replay", OpenAsync)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(limits.MostBytes + FormBytes));
        return app;
    }

    /// <summary>The events as <c>json</c> (a replay), <c>csv</c> or <c>har</c>; the panel's filter is honoured.</summary>
    private static Results<PushStreamHttpResult, ProblemHttpResult> Export(
        HttpContext context, SeatId seat, [Description("json for a replay, which it is where it is left out; csv or har.")] string? format, [AsParameters] ReplayFilter filter, TownRequest town, IEventReader log)
    {
        Func<Stream, IAsyncEnumerable<ReplayedEvent>, CancellationToken, Task>? write = format switch
        {
            null or "" or "json" => ReplayFile.WriteAsync,
            "csv" => CsvExport.WriteAsync,
            "har" => HarExport.WriteAsync,
            _ => null,
        };
        if (write is null)
        {
            return TypedResults.Problem(ReplayText.Text["Refused.Format"], statusCode: 400);
        }

        var ending = string.IsNullOrEmpty(format) ? "json" : format;
        var cancellation = context.RequestAborted;
        return TypedResults.Stream(
            output => write(output, EventsAsync(log, seat, filter, town.Address, cancellation), cancellation),
            ending == "csv" ? "text/csv; charset=utf-8" : "application/json",
            $"pixellab-{seat}.{ending}");
    }

    /// <summary>All that a seat holds now.</summary>
    internal static IAsyncEnumerable<ReplayedEvent> EventsAsync(
        IEventReader log, SeatId seat, TownAddress address, CancellationToken cancellation) =>
        EventsAsync(log, seat, new ReplayFilter(null, null, null, null, null), address, cancellation);

    /// <summary>What is there now, page by page, so that a long log is never held whole.</summary>
    private static async IAsyncEnumerable<ReplayedEvent> EventsAsync(
        IEventReader log, SeatId seat, ReplayFilter filter, TownAddress address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var end = log.LastId;
        long after = 0;
        while (true)
        {
            var events = await log.ReadAsync(seat, after, PageSize, cancellation);
            foreach (var labEvent in events)
            {
                after = labEvent.Id;
                if (after > end)
                {
                    yield break;
                }

                var row = ReplayRow.Of(EventViews.Row(labEvent, address, Language.English));
                if (filter.Matches(row))
                {
                    yield return new ReplayedEvent(labEvent, row);
                }
            }

            if (events.Count < PageSize)
            {
                yield break;
            }
        }
    }

    private static async Task<IResult> OpenAsync(
        HttpContext context, TownRequest town, ReplayIntake intake, IOptions<ReplayLimits> options, CancellationToken cancellation)
    {
        var limits = options.Value;
        try
        {
            return await intake.WithPlaceAsync<IResult>(context, async () =>
            {
                var form = await context.Request.ReadFormUpToAsync(limits.MostBytes + FormBytes);
                if (form.Files.GetFile("replay") is not { Length: > 0 } file || file.Length > limits.MostBytes)
                {
                    throw new ReplayException(ReplayText.Text["Refused.NoFile", limits.MostMegabytes]);
                }

                await using var input = file.OpenReadStream();
                var seat = await intake.OpenAsync(input, cancellation);
                return new SeeOther(town.Address.Url(Town.Lab, seat, "/compare?of=replay"));
            });
        }
        catch (ReplayException fault)
        {
            return Page(town, limits, fault.Message);
        }
    }

    private static RazorComponentResult<ReplayPage> Page(TownRequest town, ReplayLimits limits, string? fault, ReplayFilter? filter = null) =>
        new(new Dictionary<string, object?> { ["Place"] = town, ["Limits"] = limits, ["Fault"] = fault, ["Filter"] = filter?.AsQuery() ?? "" })
        {
            StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
}
