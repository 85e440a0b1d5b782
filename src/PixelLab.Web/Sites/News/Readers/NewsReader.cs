using PixelLab.Core.Town;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Sites.News.Readers;

/// <summary>Who has signed up with the paper in this browser, kept in a first-party cookie of the paper's own.</summary>
public static class NewsReader
{
    private const string Cookie = "reader";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>The reader who is signed in, or null.</summary>
    public static Persona? Reader(this PageVisit visit) => Personas.Find(visit.SiteCookie(Cookie));

    /// <summary>Signs a reader in.</summary>
    public static void KeepReader(this PageVisit visit, Persona person) => visit.SetSiteCookie(Cookie, person.Key, Kept);

    /// <summary>Signs the reader out.</summary>
    public static void ForgetReader(this PageVisit visit) => visit.DropSiteCookie(Cookie);
}
