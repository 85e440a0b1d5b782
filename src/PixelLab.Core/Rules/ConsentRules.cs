using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Rules;

/// <summary>What a visitor has answered on a site.</summary>
/// <param name="Answered">Whether there was an answer at all.</param>
/// <param name="Granted">The purposes agreed to; in an opt-out regime those not opted out of.</param>
public sealed record ConsentState(bool Answered, IReadOnlySet<string> Granted)
{
    /// <summary>No answer yet.</summary>
    public static ConsentState Unanswered { get; } = new(false, new HashSet<string>());

    /// <summary>An answer with these purposes granted and the others refused.</summary>
    public static ConsentState Of(params IEnumerable<string> granted) =>
        new(true, new HashSet<string>(granted.Where(Purposes.All.Contains)));
}

/// <summary>When a site that keeps to its own banner lets a pixel fire.</summary>
public static class ConsentRules
{
    /// <summary>Whether a pixel of that purpose fires.</summary>
    /// <param name="regime">The site's banner.</param>
    /// <param name="consent">The visitor's answer.</param>
    /// <param name="purpose">What the pixel's data is for.</param>
    /// <param name="gpc">Whether the request carried <c>Sec-GPC: 1</c> (Global Privacy Control).</param>
    public static bool MayFire(Regime regime, ConsentState consent, string purpose, bool gpc) => regime switch
    {
        Regime.OptIn => consent.Answered && consent.Granted.Contains(purpose),
        Regime.Manipulative => !consent.Answered || consent.Granted.Contains(purpose),

        // The right is to opt out of sale and sharing for advertising; counting for the site itself is neither.
        Regime.OptOut => purpose != Purposes.Advertising || (!gpc && (!consent.Answered || consent.Granted.Contains(purpose))),
        _ => true,
    };

    /// <summary>Whether the site still has to ask.</summary>
    public static bool MustAsk(Regime regime, ConsentState consent) =>
        !consent.Answered && regime is (Regime.OptIn or Regime.Manipulative or Regime.Notice);
}
