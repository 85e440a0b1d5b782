using PixelLab.Core.Rules;
using PixelLab.Core.Town;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Sites.Mail;

/// <summary>Signing up at a site as one of the invented people.</summary>
public static class SiteSignUp
{
    /// <summary>Puts the person on the site's list, notes it in the site's own record, and has the welcome delivered.</summary>
    public static Task SignUpAsync(this PageVisit visit, Persona person) =>
        visit.Context.RequestServices.GetRequiredService<MailDelivery>().SignUpAsync(
            visit.Town, person, MailClients.Find(visit.Settings.Value(SettingNames.MailClient)), visit.Context.RequestAborted);
}
