using PixelLab.Web.Addressing;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Frame;

/// <summary>
/// Says that the lab is still reading, where a page of its own waits for the events of a large seat to be read: after a restart all that is
/// concluded from them is concluded anew. The page asks again by itself, and the reading goes on from where it was.
/// </summary>
public sealed class StillReading(RequestDelegate next, SeatReadings readings, TimeProvider time)
{
    /// <summary>After how long it is said. A page that comes sooner needs no word.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Answers with the page, or with how far the reading is.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<TownRequest>() is not { Host.Kind: TownKind.Lab } place || !IsPage(context.Request))
        {
            await next(context);
            return;
        }

        var aborted = context.RequestAborted;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        context.RequestAborted = patience.Token;
        var page = next(context);
        var percent = await WaitAsync(page, context, place);
        try
        {
            if (percent is not null)
            {
                await patience.CancelAsync();
            }

            await page;
        }
        catch (OperationCanceledException) when (percent is not null && !aborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            context.RequestAborted = aborted;
            context.Response.Clear();
            context.Response.Headers["Refresh"] = "1";
            await PlainPage.WriteAsync(
                context,
                StatusCodes.Status202Accepted,
                FrameText.Text["Reading.Title"],
                FrameText.Text["Reading", percent],
                place.LabUrl("/"));
        }
        finally
        {
            context.RequestAborted = aborted;
        }
    }

    private static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Waits until the page is there, or for so long that something is to be said: how much is read then.</summary>
    private async Task<int?> WaitAsync(Task page, HttpContext context, TownRequest place)
    {
        while (await Task.WhenAny(page, Task.Delay(Patience, time)) != page)
        {
            // Whatever else it waits for comes with it.
            if (!context.Response.HasStarted && readings.PercentRead(place.Seat) is { } percent)
            {
                return percent;
            }
        }

        return null;
    }
}
