using PixelLab.Core.Rules;
using PixelLab.Web.Addressing;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Features.Rules;

/// <summary>The pages about privacy that every site has: its policy, the visitor's choices, the opt-out.</summary>
public static class PrivacyPages
{
    /// <summary>Maps <c>/privacy</c>, <c>/choices</c> and <c>/opt-out</c> on every site. They carry no pixels.</summary>
    public static WebApplication MapPrivacy(this WebApplication app)
    {
        foreach (var name in Town.Sites.Select(site => site.Name))
        {
            var site = app.MapTownHost(name);
            site.MapGet("/privacy", ShowPolicyAsync);
            site.MapGet("/choices", ShowChoicesAsync);
            site.MapGet("/opt-out", ShowOptOutAsync);
        }

        return app;
    }

    private static async Task<IResult> ShowPolicyAsync(PageVisit visit)
    {
        visit.Title = ConsentText.Text["Privacy"];
        return await visit.ShowAsync<PrivacyPage>();
    }

    private static async Task<IResult> ShowChoicesAsync(PageVisit visit)
    {
        visit.Title = ConsentText.Text["Choices"];
        return await visit.ShowAsync<ChoicesPage>();
    }

    private static async Task<IResult> ShowOptOutAsync(PageVisit visit)
    {
        if (visit.Consent.Regime != Regime.OptOut)
        {
            return new SeeOther(visit.Town.Path("/choices"));
        }

        visit.Title = ConsentText.Text["OptOut"];
        return await visit.ShowAsync<OptOutPage>();
    }
}
