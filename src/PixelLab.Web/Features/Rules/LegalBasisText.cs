using PixelLab.Core.Rules;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Web.Features.Rules;

/// <summary>What a site's policy names as the reason why it may do what it does.</summary>
public static class LegalBasisText
{
    /// <summary>The reason under a kind of banner, for a company.</summary>
    public static string For(Regime regime, VendorDisclosure disclosure) =>
        disclosure.InMail ? ConsentText.Text["Basis.Mail"] : ConsentText.Text.Find($"Basis.{regime}.{disclosure.Purpose}") ?? ConsentText.Text[$"Basis.{regime}"];
}
