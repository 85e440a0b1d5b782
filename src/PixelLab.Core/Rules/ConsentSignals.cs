using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Rules;

/// <summary>How pixels carry what a visitor has answered.</summary>
public static class ConsentSignals
{
    /// <summary>
    /// The state as Google's consent mode writes it in <c>gcs</c>: <c>G1</c>, then 1 or 0 for ads, then for analytics. Null
    /// where the site asks nobody.
    /// </summary>
    public static string? Mode(Regime regime, ConsentState state, bool gpc) => regime is Regime.None or Regime.Notice
        ? null
        : $"G1{Digit(regime, state, gpc, Purposes.Advertising)}{Digit(regime, state, gpc, Purposes.Analytics)}";

    /// <summary>
    /// The state as ad requests carry it: <c>gdpr</c> and <c>gdpr_consent</c> where consent is asked for (here the purposes in plain
    /// letters; real ones carry an encoded string), <c>us_privacy</c> with its four characters where one can opt out.
    /// </summary>
    public static IReadOnlyList<NameValue> AdParameters(Regime regime, ConsentState state, bool gpc) => regime switch
    {
        Regime.OptIn or Regime.Manipulative =>
        [
            new("gdpr", "1"),
            new("gdpr_consent", state.Answered ? string.Join('.', state.Granted.Order(StringComparer.Ordinal)) : "unanswered"),
        ],
        Regime.OptOut => [new("us_privacy", ConsentRules.MayFire(regime, state, Purposes.Advertising, gpc) ? "1YNN" : "1YYN")],
        _ => [],
    };

    private static char Digit(Regime regime, ConsentState state, bool gpc, string purpose) =>
        ConsentRules.MayFire(regime, state, purpose, gpc) ? '1' : '0';
}
