namespace PixelLab.Core.Events;

/// <summary>How much is read of texts that requests and people bring; all of it may be hostile.</summary>
public static class TextLimits
{
    /// <summary>The most pairs of a query; a longer one keeps its rest in the URL.</summary>
    public const int QueryPairs = 500;

    /// <summary>The most cookies of one request.</summary>
    public const int Cookies = 200;

    /// <summary>The most characters of the address of a page.</summary>
    public const int PageAddress = 16_384;

    /// <summary>The most characters of a user agent; real ones have about 120.</summary>
    public const int UserAgent = 512;

    /// <summary>The most characters of a page that a learner wrote.</summary>
    public const int WrittenPage = 20_000;

    /// <summary>The most characters of what is said at one step of the case.</summary>
    public const int CaseAnswer = 600;

    /// <summary>The most characters of blocker rules that are kept.</summary>
    public const int BlockerRules = 20_000;

    /// <summary>
    /// The most characters of an address that rules are matched against: the work is the product of all rules and the address, for every
    /// pixel of a page. Addresses that people meet are shorter; what stands behind it is not looked at.
    /// </summary>
    public const int MatchedAddress = 2_048;

    /// <summary>The most blocker rules that are read.</summary>
    public const int BlockerRuleCount = 200;

    /// <summary>The longest blocker rule, in characters.</summary>
    public const int BlockerRule = 500;
}
