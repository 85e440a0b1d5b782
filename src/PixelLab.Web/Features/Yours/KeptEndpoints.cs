using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Yours;
using PixelLab.Core.Yours.Brought;
using PixelLab.Web.Addressing;
using PixelLab.Web.Api;
using PixelLab.Web.Limits;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Yours;

/// <summary>
/// Keeps in a seat what somebody brought of their own web, where they press for it. It lies in the seat's log, locked, and goes with it; only the browser
/// that kept it can open it (<see cref="KeptLock"/>).
/// </summary>
internal static class KeptEndpoints
{
    private const string Form = "multipart/form-data";

    /// <summary>The most letters of a content type: that of a form has 30 beside its boundary, which has 70 at most (RFC 2046 section 5.1.1).</summary>
    private const int MostTypeLetters = 120;

    private static Words Words => Language.English[BroughtText.Words];

    /// <summary>Maps the API.</summary>
    public static void MapKept(this IEndpointRouteBuilder routes)
    {
        var kept = routes.MapSeatGroup().MapGroup("/brought").WithTags("Your own web");
        kept.MapGet("", FindAsync).WithSummary("What this browser keeps in the seat of its own web; nothing where it keeps nothing.")
            .WithDescription(ApiNotes.RefusesNothing)
            .WithFile(Form);
        kept.MapPut("", KeepAsync).WithSummary("Keeps something of your own web in the seat, in place of what was kept before.")
            .WithDescription("The body is a form with a file for each thing. It is locked with a key that is only given to this browser, as a cookie.")
            .Accepts<Stream>(Form).Refuses(409, 413, 415);
        kept.MapDelete("", LetGo).WithSummary("Lets go of it: the browser’s key is thrown away, without which nobody can open it.")
            .WithDescription(ApiNotes.RefusesNothing);
    }

    private static async Task<Results<FileContentHttpResult, NoContent>> FindAsync(
        HttpContext context, SeatId seat, SeatReadings readings, IEventReader log, CancellationToken cancellation)
    {
        if (await readings.AskAsync(seat, (KeptThings things) => things.Latest, cancellation) is { } latest
            && await log.FindAsync(seat, latest, cancellation) is ThingsKept kept
            && KeptLock.Open(context, seat, kept.Locked) is { } open
            && Array.IndexOf(open, (byte)'\n') is > 0 and var end)
        {
            return TypedResults.File(open[(end + 1)..], Encoding.ASCII.GetString(open, 0, end), "kept");
        }

        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> KeepAsync(
        HttpContext context, SeatId seat, IEventWriter log, TimeProvider time, CancellationToken cancellation)
    {
        var type = context.Request.ContentType ?? "";
        if (type.Length > MostTypeLetters || !type.All(char.IsAscii) || !MediaTypeHeaderValue.TryParse(type, out var media) || media.MediaType != Form)
        {
            return TypedResults.Problem(Words["Refused.Kept.Form", Form], statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        var head = Encoding.ASCII.GetBytes(type + "\n");
        var open = new byte[head.Length + ExplainLimits.KeptBytes + 1];
        head.CopyTo(open, 0);
        var read = await context.Request.Body.ReadAtLeastAsync(open.AsMemory(head.Length), ExplainLimits.KeptBytes + 1, throwOnEndOfStream: false, cancellation);
        if (read > ExplainLimits.KeptBytes)
        {
            return TypedResults.Problem(
                Words["Refused.Kept.Large", ExplainLimits.KeptBytes / 1024], statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        var (locked, key) = KeptLock.Lock(seat, open.AsSpan(0, head.Length + read));
        if (await log.AppendAsync([new ThingsKept { At = time.GetUtcNow(), Seat = seat, Locked = locked }], CancellationToken.None) is not [{ Id: > 0 }])
        {
            return TypedResults.Problem(Words["Refused.Kept.Full"], statusCode: StatusCodes.Status409Conflict);
        }

        KeptLock.Give(context, seat, key);
        return TypedResults.NoContent();
    }

    private static NoContent LetGo(HttpContext context, SeatId seat)
    {
        KeptLock.Forget(context, seat);
        return TypedResults.NoContent();
    }
}
