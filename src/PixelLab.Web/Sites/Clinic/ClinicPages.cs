using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Reports;
using PixelLab.Core.Town;
using PixelLab.Web.Addressing;
using PixelLab.Web.Pages;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Sites.Clinic;

/// <summary>The clinic's routes, and the lab's page on what its pixels let others infer.</summary>
public static class ClinicPages
{
    /// <summary>The invented person as whom everybody walks through the clinic: nothing here is about the learner.</summary>
    public static readonly Persona Patient = Personas.Find("salma")!;

    /// <summary>The hours on offer.</summary>
    public static readonly IReadOnlyList<string> Hours = ["Monday, 9.20", "Tuesday, 14.40", "Thursday, 11.00"];

    /// <summary>Maps the clinic.</summary>
    public static void Map(WebApplication app)
    {
        var clinic = app.MapTownHost("clinic");
        clinic.MapGet("/", ShowFrontAsync);
        clinic.MapGet("/symptoms/{slug}", ShowTopicAsync);
        clinic.MapGet("/appointment", ShowAppointmentAsync);
        clinic.MapPost("/appointment", TakeAppointmentAsync);
        clinic.MapGet("/appointment/confirmed", ShowConfirmedAsync);
        clinic.MapSiteNotFound(ShowNothingAsync);
        app.MapTownHost(Town.Lab.Name).MapGet("/what-they-infer", ShowInferredAsync);
    }

    private static async Task<IResult> ShowFrontAsync(PageVisit visit)
    {
        visit.Title = visit.Town.Host.Title;
        visit.PlantPage();
        return await visit.ShowAsync<ClinicFront>();
    }

    private static async Task<IResult> ShowTopicAsync(PageVisit visit, string slug)
    {
        if (ClinicTopics.Find(slug) is not { } topic)
        {
            return await ShowNothingAsync(visit);
        }

        visit.Title = topic.Title;
        visit.PlantPage();
        return await visit.ShowAsync<ClinicArticle>(new Dictionary<string, object?> { ["Topic"] = topic });
    }

    private static async Task<IResult> ShowAppointmentAsync(PageVisit visit)
    {
        visit.Title = ClinicText.Text["Make"];
        visit.PlantPage();
        var query = visit.Context.Request.Query;
        return await visit.ShowAsync<ClinicAppointment>(new Dictionary<string, object?>
        {
            ["Topic"] = ClinicTopics.Find(query["topic"].FirstOrDefault()) ?? ClinicTopics.All[0],
            ["Patient"] = query["patient"] == Patient.Key ? Patient : null,
        });
    }

    /// <summary>Keeps nothing: the appointment is as invented as the patient.</summary>
    private static async Task<IResult> TakeAppointmentAsync(PageVisit visit)
    {
        var form = await visit.Context.Request.ReadSmallFormAsync();
        var topic = ClinicTopics.Find(form["topic"].FirstOrDefault());
        if (topic is null || form["patient"] != Patient.Key)
        {
            return visit.Context.Response.SeeOther(visit.Town.Path("/appointment"));
        }

        var hour = Hours.Contains(form["hour"].ToString()) ? form["hour"].ToString() : Hours[0];
        return visit.Context.Response.SeeOther(visit.Town.Path(
            $"/appointment/confirmed?topic={topic.Slug}&hour={Uri.EscapeDataString(hour)}"));
    }

    private static async Task<IResult> ShowConfirmedAsync(PageVisit visit)
    {
        var query = visit.Context.Request.Query;
        if (ClinicTopics.Find(query["topic"].FirstOrDefault()) is not { } topic)
        {
            return await ShowNothingAsync(visit);
        }

        visit.Title = ClinicText.Text["Confirmed"];
        visit.PlantPage();
        return await visit.ShowAsync<ClinicConfirmed>(new Dictionary<string, object?>
        {
            ["Topic"] = topic,
            ["Hour"] = Hours.FirstOrDefault(hour => hour == query["hour"]) ?? Hours[0],
        });
    }

    private static async Task<IResult> ShowNothingAsync(PageVisit visit)
    {
        visit.Title = ClinicText.Text["Nothing"];
        visit.PlantPage();
        return await visit.ShowAsync<ClinicNothing>(status: StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ShowInferredAsync(HttpContext context, TownRequest town, SeatReadings readings)
    {
        var trails = await readings.AskAsync(town.Seat, (SiteTrail reading) => reading.On("clinic"), context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<WhatTheyInfer>(new Dictionary<string, object?> { ["Place"] = town, ["Trails"] = trails });
    }
}
