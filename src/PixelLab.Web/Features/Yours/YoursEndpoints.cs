using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using PixelLab.Core.Languages;
using PixelLab.Core.Yours;
using PixelLab.Core.Yours.Brought;
using PixelLab.Web.Addressing;
using PixelLab.Web.Api;
using PixelLab.Web.Languages;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Features.Yours;

/// <summary>Explains what people bring of their own web. Nothing of it is kept or logged, and nobody else is asked about it.</summary>
public static class YoursEndpoints
{
    private const long MostBytes = (long)ExplainLimits.MostMegabytes * CaptureLimits.Megabyte;

    /// <summary>Adds what takes it in.</summary>
    public static WebApplicationBuilder AddYours(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ExplainIntake>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ExplanationJson.Default));
        return builder;
    }

    /// <summary>Maps the API and the page.</summary>
    public static WebApplication MapYours(this WebApplication app)
    {
        app.MapTownHost(Town.Lab.Name).MapPost("/api/explain", ExplainAsync).WithTags("Your own web")
            .WithSummary("Explains a request of your own: an address, a cURL command, a raw request, a HAR, HTML, or the source of a mail.")
            .WithDescription(
                "The body is what you bring, as it is, with any content type; what it is is recognised by its content. A HAR may be packed with gzip. "
                + "Nothing of it is kept, and nobody is asked about it. What could not be read, or was cut, is told in ‘problems’ with its place.")
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .Produces<ExplanationView>()
            .Refuses(400, 413, 429)
            .WithAnswer(Example);
        app.MapTownHost(Town.Lab.Name).MapGet("/api/explain/progress", (string follow, ExplainIntake intake) =>
                intake.Find(follow) is { } progress ? Results.Ok(progress.View) : Results.NoContent())
            .WithTags("Your own web").WithSummary("How far something is that is being explained; nothing where there is none of that name.")
            .WithDescription(ApiNotes.RefusesNothing)
            .Produces<ExplainProgressView>()
            .Produces(204)
            .WithAnswer(() => new ExplainProgressView(65_536, 0));
        app.MapKept();
        app.MapYoursPages();
        app.MapKnownPage();
        return app;
    }

    private static async Task<IResult> ExplainAsync(
        HttpContext context,
        [Description("The file’s name, which is believed only where the content does not say what it is.")] string? name,
        [Description("A name of 16 to 64 letters and digits, by which to ask how far it is; left out where nobody asks.")] string? follow,
        ExplainIntake intake,
        PageLanguage language,
        CancellationToken cancellation) =>
        await intake.WithPlaceAsync(context, async () =>
        {
            await using var brought = new FileBufferingReadStream(context.Request.Body, ExplainLimits.HeldBytes);
            using var progress = intake.Follow(follow);
            var meter = intake.MeterOf(context);
            try
            {
                return await ExplainIntake.TryReadAsync(brought, meter, progress, cancellation)
                    ? await AnswerAsync(
                        context, intake, await IsPackedAsync(brought, cancellation), new Explanation(brought, name, language.Language, meter), meter,
                        () => progress.Read = brought.Position, cancellation)
                    : UsedUp(context);
            }
            catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
            {
                return Refused(context, 413, "Refused.Large", ExplainLimits.MostMegabytes);
            }
        })
        ?? Refused(context, 429, "Refused.Busy");

    /// <summary>Answers piece by piece. Before the first request is found it can still be refused.</summary>
    private static async Task<IResult> AnswerAsync(
        HttpContext context, ExplainIntake intake, bool isPacked, Explanation explanation, ExplainMeter meter, Action note, CancellationToken cancellation)
    {
        var output = context.Response.BodyWriter;
        using var writer = new ExplanationWriter(output);
        await using var requests = explanation.RequestsAsync(cancellation).GetAsyncEnumerator(cancellation);
        context.Response.ContentType = "application/json";
        while (await intake.InTurnAsync(context, isPacked, () => WritePieceAsync(requests, writer, explanation), cancellation))
        {
            await output.FlushAsync(cancellation);
            note();
        }

        if (meter.IsUsedUp && !writer.HasBegun)
        {
            return UsedUp(context);
        }

        if (explanation.Refusal is { } why)
        {
            return Results.Problem(why, statusCode: 400);
        }

        writer.End(explanation);
        await output.FlushAsync(cancellation);
        return Results.Empty;
    }

    private static async Task<bool> IsPackedAsync(FileBufferingReadStream brought, CancellationToken cancellation)
    {
        var head = new byte[2];
        var read = await brought.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        brought.Position = 0;
        return BroughtReader.IsPacked(head.AsSpan(0, read));
    }

    /// <summary>Writes some requests.</summary>
    /// <returns>Whether there may be more.</returns>
    private static async Task<bool> WritePieceAsync(IAsyncEnumerator<ExplainedRequestView> requests, ExplanationWriter writer, Explanation explanation)
    {
        for (long written = 0; written < ExplainIntake.Piece;)
        {
            if (!await requests.MoveNextAsync())
            {
                return false;
            }

            written += writer.Write(explanation.Kind, requests.Current);
        }

        return true;
    }

    private static IResult UsedUp(HttpContext context) => Refused(context, 429, "Refused.UsedUp", ExplainLimits.MegabytesInTenMinutes);

    private static IResult Refused(HttpContext context, int status, string why, params ReadOnlySpan<object?> values) =>
        Results.Problem(PageLanguage.Of(context)[BroughtText.Words][why, values], statusCode: status);

    private static ExplanationView Example()
    {
        const string Url = "https://www.facebook.com/tr?id=1234567890&ev=PageView";
        var request = new BroughtRequest("GET", Url, [], null, "line 1");
        return new ExplanationView(
            BroughtKind.Url,
            [ExplainedRequestView.Of(RequestReader.Explain(request, Language.English), request)],
            [ExplainedLinkView.Of(ExplainedLink.Of(new BroughtLink("https://click.example/?u=https%3A%2F%2Fshop.example%2F", "Our new shoes"), Language.English))],
            [new BroughtProblem("line 2", "There is no address in it.")]);
    }
}
