namespace PixelLab.Core.Rules;

/// <summary>How a site asks, or does not ask, before its pixels fire.</summary>
public enum Regime
{
    /// <summary>Nothing is shown and everything fires.</summary>
    None,

    /// <summary>A notice tells of the pixels; everything fires. Telling is not asking.</summary>
    Notice,

    /// <summary>Nothing fires before a yes; refusing is as easy as agreeing (ePrivacy Directive Art. 5(3), GDPR Art. 4(11) and 7).</summary>
    OptIn,

    /// <summary>
    /// A banner made to be agreed to: boxes ticked beforehand (no consent, CJEU C-673/17 Planet49, 2019), refusal hidden, and
    /// pixels that do not wait for the answer. Shown for contrast.
    /// </summary>
    Manipulative,

    /// <summary>Everything fires until the visitor opts out by a link or by Global Privacy Control (California's CCPA).</summary>
    OptOut,
}

/// <summary>The regimes by the names that settings and events carry.</summary>
public static class Regimes
{
    private static readonly (Regime Regime, string Name)[] Names =
    [
        (Regime.None, "none"),
        (Regime.Notice, "notice"),
        (Regime.OptIn, "opt_in"),
        (Regime.Manipulative, "manipulative"),
        (Regime.OptOut, "opt_out"),
    ];

    /// <summary>Every regime.</summary>
    public static IEnumerable<Regime> All => Names.Select(entry => entry.Regime);

    /// <summary>The regime's name.</summary>
    public static string Name(this Regime regime) => Names.First(entry => entry.Regime == regime).Name;

    /// <summary>The regime of that name, or null.</summary>
    public static Regime? Parse(string? name)
    {
        foreach (var entry in Names)
        {
            if (entry.Name == name)
            {
                return entry.Regime;
            }
        }

        return null;
    }
}
