using PixelLab.Core.Rules;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Web.Features.Rules;

/// <summary>What a site's policy names as the reason why it may do what it does.</summary>
public static class LegalBasisText
{
    /// <summary>The reason under a kind of banner, for a company.</summary>
    public static string For(Regime regime, VendorDisclosure disclosure) => (regime, disclosure.Purpose) switch
    {
        _ when disclosure.InMail =>
            "You signed up for the newsletter. Counting who opens it is another matter: the authorities of France and Italy said in 2026 that this needs a consent of its own. We do not ask for one.",
        (Regime.OptIn, _) => "Your consent (GDPR, Article 6(1)(a); ePrivacy Directive, Article 5(3)). Without it nothing is sent.",
        (Regime.Manipulative, _) => "Your consent, which we take you to have given when you use the site.",
        (Regime.OptOut, Purposes.Advertising) =>
            "You have not opted out. California’s privacy law (CCPA) calls this sharing for advertising and lets you end it.",
        (Regime.OptOut, _) => "We use it for ourselves, to run the site. We neither sell nor share it.",
        (Regime.Notice, _) => "We tell you about it. We do not ask.",
        _ => "We neither ask nor tell you, outside of this policy.",
    };
}
