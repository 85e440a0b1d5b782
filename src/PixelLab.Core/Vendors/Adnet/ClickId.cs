using System.Globalization;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Vendors.Adnet;

/// <summary>
/// The id of one click, which decorates the landing page's address as <c>gclid</c> and <c>fbclid</c> do. It names the ad
/// and the click's hit, so that a sale can be traced to the click without any cookie of the network's.
/// </summary>
/// <param name="Ad">The showing that was clicked.</param>
/// <param name="Click">The id of the click's hit.</param>
public sealed record ClickId(string Ad, long Click)
{
    /// <summary>The parameter's name on the landing page.</summary>
    public const string Parameter = "adclid";

    /// <summary>The cookie of the site's own in which it is kept from the landing page to the order.</summary>
    public const string Cookie = "_adc";

    /// <summary>The parameter in which the site's pixel sends it back to the network.</summary>
    public const string PixelParameter = "adc";

    private const string Version = "a1";
    private const int MostLength = 80;

    /// <summary>Reads one from outside; null for what the network never made.</summary>
    public static ClickId? Parse(string? text)
    {
        if (text is not { Length: > 0 and <= MostLength })
        {
            return null;
        }

        var parts = text.Split('.');
        return parts is [Version, { Length: > 0 } ad, { Length: > 0 and <= 16 } click]
            && ad.All(char.IsAsciiLetterOrDigit)
            && long.TryParse(click, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) && number > 0
                ? new ClickId(ad, number)
                : null;
    }

    /// <summary>The id as a mention of the click's hit.</summary>
    public HitMention Mention => new($"{Version}.{Ad}.", Click);

    /// <inheritdoc />
    public override string ToString() => Mention.ToString();
}
