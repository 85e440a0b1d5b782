using PixelLab.Core.Town;
using PixelLab.Web.Addressing;
using PixelLab.Web.Pages;
using PixelLab.Web.Sites.Mail;

namespace PixelLab.Web.Sites.Shop.Account;

/// <summary>The shop's account and newsletter routes.</summary>
public static class ShopAccountPages
{
    /// <summary>Maps them.</summary>
    public static void MapShopAccount(this RouteGroupBuilder shop)
    {
        shop.MapGet("/account", ShowAsync);
        shop.MapPost("/account/log-in", LogInAsync);
        shop.MapPost("/account/log-out", LogOutAsync);
        shop.MapPost("/newsletter", SignUpAsync);
        shop.MapGet("/newsletter", ShowThanksAsync);
    }

    private static async Task<IResult> ShowAsync(PageVisit visit)
    {
        visit.Title = ShopText.Text[visit.Customer() is null ? "LogIn" : "Account"];
        visit.PlantPageView();
        if (visit.Context.Request.Query.ContainsKey("welcome") && visit.Customer() is not null)
        {
            visit.PlantLogin();
        }

        return await visit.ShowAsync<ShopAccountPage>();
    }

    private static async Task<IResult> LogInAsync(PageVisit visit)
    {
        var form = await visit.Context.Request.ReadSmallFormAsync();
        if (Personas.Find(form["person"].FirstOrDefault()) is not { } person)
        {
            return visit.Context.Response.SeeOther(visit.Town.Path("/account"));
        }

        await visit.LogInAsync(person);
        return visit.Context.Response.SeeOther(visit.Town.Path("/account?welcome"));
    }

    private static async Task<IResult> LogOutAsync(PageVisit visit)
    {
        await visit.LogOutAsync();
        return visit.Context.Response.SeeOther(visit.Town.Path("/account"));
    }

    private static async Task<IResult> SignUpAsync(PageVisit visit)
    {
        var form = await visit.Context.Request.ReadSmallFormAsync();
        if (Personas.Find(form["person"].FirstOrDefault()) is not { } person)
        {
            return visit.Context.Response.SeeOther(visit.Town.Path("/"));
        }

        await visit.SignUpAsync(person);
        return visit.Context.Response.SeeOther(visit.Town.Path($"/newsletter?for={person.Key}"));
    }

    private static async Task<IResult> ShowThanksAsync(PageVisit visit)
    {
        if (Personas.Find(visit.Context.Request.Query["for"].FirstOrDefault()) is not { } person)
        {
            return visit.Context.Response.SeeOther(visit.Town.Path("/"));
        }

        visit.Title = ShopText.Text["Letter.Title"];
        visit.PlantPageView();
        visit.PlantSignUp(person);
        return await visit.ShowAsync<ShopNewsletterThanks>(new Dictionary<string, object?> { ["Person"] = person });
    }
}
