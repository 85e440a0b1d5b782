using PixelLab.Core.Events;
using PixelLab.Core.Rules;

namespace PixelLab.Web.Pages;

/// <summary>How a visitor and a site stand to each other, for one request.</summary>
/// <param name="Regime">The site's banner.</param>
/// <param name="State">The visitor's answer.</param>
/// <param name="Gpc">Whether the browser sent Global Privacy Control.</param>
public sealed record SiteConsent(Regime Regime, ConsentState State, bool Gpc)
{
    /// <summary>Whether a pixel of that purpose may be in the page.</summary>
    public bool Allows(string purpose) => ConsentRules.MayFire(Regime, State, purpose, Gpc);

    /// <summary>Whether the page still shows its banner.</summary>
    public bool MustAsk => ConsentRules.MustAsk(Regime, State);

    /// <summary>
    /// The state as Google's consent mode writes it in <c>gcs</c>: <c>G1</c>, then 1 or 0 for ads, then for analytics. Null
    /// where the site asks nobody.
    /// </summary>
    public string? ConsentMode => ConsentSignals.Mode(Regime, State, Gpc);

    /// <summary>
    /// The state as ad requests carry it: <c>gdpr</c> and <c>gdpr_consent</c> where consent is asked for (here the purposes in plain
    /// letters; real ones carry an encoded string), <c>us_privacy</c> with its four characters where one can opt out.
    /// </summary>
    public IReadOnlyList<NameValue> AdParameters => ConsentSignals.AdParameters(Regime, State, Gpc);
}
