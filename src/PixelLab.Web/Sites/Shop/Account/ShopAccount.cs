using PixelLab.Core.Events;
using PixelLab.Core.Town;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Sites.Shop.Account;

/// <summary>Who is logged in at the shop, kept in a first-party cookie of the shop's own.</summary>
public static class ShopAccount
{
    private const string Cookie = "account";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>The customer that is logged in, or null.</summary>
    public static Persona? Customer(this PageVisit visit) => Personas.Find(visit.SiteCookie(Cookie));

    /// <summary>Logs a customer in, and notes it in the shop's own record.</summary>
    public static async Task LogInAsync(this PageVisit visit, Persona person)
    {
        visit.SetSiteCookie(Cookie, person.Key, Kept);
        await visit.NoteAccountAsync(person, "log_in");
    }

    /// <summary>Logs the customer out.</summary>
    public static async Task LogOutAsync(this PageVisit visit)
    {
        if (visit.Customer() is { } person)
        {
            visit.DropSiteCookie(Cookie);
            await visit.NoteAccountAsync(person, "log_out");
        }
    }

    /// <summary>Notes that an account was used.</summary>
    private static async Task NoteAccountAsync(this PageVisit visit, Persona person, string action) =>
        await visit.Context.RequestServices.GetRequiredService<IEventWriter>().AppendAsync(
            [
                new AccountUsed
                {
                    At = visit.At,
                    Seat = visit.Town.Seat,
                    Site = visit.Town.Host.Name,
                    Person = person.Key,
                    Action = action,
                },
            ],
            CancellationToken.None);
}
