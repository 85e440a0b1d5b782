using System.Collections.Frozen;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Yours.Known;

/// <summary>
/// What a parameter can be, whoever sends it. What it gives away stands in <see cref="KnownText"/> as <c>Is.NAME</c>, and what would stop or blur it as
/// <c>Control.NAME</c>.
/// </summary>
/// <param name="Name">Its name in the files of vendors.</param>
/// <param name="Control">The name of the words on what would stop or blur it.</param>
/// <param name="Kind">How its value is read; <see cref="ValueKind.Code"/> where the value's own shape tells more.</param>
/// <param name="Tells">What it tells about somebody; null for what it only tells about the page or the vendor.</param>
internal sealed record Thing(string Name, string Control, ValueKind Kind = ValueKind.Code, Telling? Tells = null)
{
    private static readonly FrozenDictionary<string, Thing> ByName = new Thing[]
    {
        // Who somebody is.
        new("browser-id", "FirstPartyId", Tells: Telling.Number),
        new("cookie-id", "Cookies", Tells: Telling.Number),
        new("partner-id", "PartnersId", Tells: Telling.PartnersNumber),
        new("session-id", "FirstPartyId", Tells: Telling.Number),
        new("account-id", "Account", Tells: Telling.Person),
        new("recipient", "Mail", Tells: Telling.Letter),
        new("email", "Account", Tells: Telling.Person),
        new("email-hash", "Account", Tells: Telling.Person),
        new("phone-hash", "Account", Tells: Telling.Person),
        new("person-hash", "Account", Tells: Telling.Person),
        new("personal-detail", "Account", ValueKind.Text, Telling.Person),
        new("visits", "FirstPartyId", ValueKind.Number),
        new("first-visit", "FirstPartyId"),
        new("signed-in", "Account"),

        // What they did, and where.
        new("event", "Page", ValueKind.Event),
        new("event-detail", "Page", ValueKind.Text),
        new("page", "Script", ValueKind.PageAddress, Telling.Page),
        new("page-path", "Script", ValueKind.Text, Telling.Page),
        new("site", "Script", ValueKind.Text),
        new("title", "Script", ValueKind.Text, Telling.Title),
        new("page-kind", "Page", ValueKind.Text),
        new("referrer", "Referrer", ValueKind.PageAddress, Telling.CameFrom),
        new("clicked", "Script", ValueKind.Text, Telling.Clicked),
        new("link-target", "Link", ValueKind.PageAddress, Telling.Clicked),
        new("search", "Page", ValueKind.Text, Telling.Search),
        new("item", "Page", ValueKind.Text, Telling.Item),
        new("value", "Page", ValueKind.Text, Telling.Worth),
        new("currency", "Page", ValueKind.Text),
        new("quantity", "Page", ValueKind.Text),
        new("order", "Page", ValueKind.Text),
        new("video", "Page", ValueKind.Text, Telling.Item),
        new("typed", "Script", ValueKind.Text),
        new("recording", "Script"),
        new("engaged", "Script", ValueKind.Milliseconds, Telling.TimeInView),
        new("scrolled", "Script", ValueKind.Text, Telling.Scrolled),
        new("custom", "Page", ValueKind.Text),
        new("experiment", "Page", ValueKind.Text),
        new("error", "Page", ValueKind.Text),

        // From which ad or message they came.
        new("click-id", "Link", Tells: Telling.AdClicked),
        new("campaign", "Link", ValueKind.Text),
        new("ad", "Page", ValueKind.Text),
        new("mailing", "Mail", Tells: Telling.Letter),

        // What they use.
        new("screen", "Script", ValueKind.Size, Telling.Screen),
        new("window", "Script", ValueKind.Size),
        new("width", "Script", ValueKind.Pixels, Telling.Screen),
        new("height", "Script", ValueKind.Pixels, Telling.Screen),
        new("colours", "Script", ValueKind.ColourDepth),
        new("language", "Language", ValueKind.Language, Telling.Languages),
        new("time-zone", "Script", ValueKind.TimeZone, Telling.TimeZone),
        new("browser", "Script", ValueKind.Text, Telling.Program),
        new("system", "Script", ValueKind.Text, Telling.Program),
        new("device", "Script", ValueKind.Text),
        new("feature", "Script", ValueKind.Text),
        new("connection", "Script", ValueKind.Text),
        new("place", "Script", ValueKind.Text, Telling.Address),
        new("address", "Network", ValueKind.Text, Telling.Address),
        new("time", "Bookkeeping"),
        new("local-time", "Script", ValueKind.Text),
        new("speed", "Script", ValueKind.Text),

        // What they agreed to.
        new("consent", "Consent"),
        new("google-consent", "Consent", ValueKind.ConsentMode),
        new("us-privacy", "Consent", ValueKind.UsPrivacy),

        // What says nothing about them by itself.
        new("account", "Bookkeeping", ValueKind.Text),
        new("random", "Bookkeeping"),
        new("event-id", "Bookkeeping"),
        new("counter", "Bookkeeping", ValueKind.Number),
        new("version", "Bookkeeping", ValueKind.Text),
        new("seal", "Bookkeeping"),
        new("plumbing", "Bookkeeping", ValueKind.Text),
        new("packed", "Bookkeeping"),
    }.ToFrozenDictionary(thing => thing.Name, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public static IEnumerable<Thing> All => ByName.Values;

    /// <summary>The thing of that name; files are held by tests to names that are there.</summary>
    public static Thing Named(string name) => ByName.GetValueOrDefault(name) ?? ByName["plumbing"];
}
