using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Vendors;

/// <summary>One browser that a company knows by two numbers: its own and a partner's.</summary>
/// <param name="Owner">The company whose table this is in.</param>
/// <param name="Own">The company's own number.</param>
/// <param name="Partner">The other company.</param>
/// <param name="Theirs">The other company's number.</param>
/// <param name="Hit">The hit that brought it.</param>
public sealed record Match(string Owner, string Own, string Partner, string Theirs, long Hit);

/// <summary>
/// The tables that cookie matching fills: after a redirect each company can look up its own number for the other's, and
/// from then on what one knows can be sold to the other without any browser.
/// </summary>
public sealed class MatchTable : Reading
{
    private static readonly EventKinds Taken = EventKinds.Of(typeof(Hit));

    private const int Most = 5_000;

    private readonly Dictionary<(string Owner, string Own, string Partner), Match> _matches = [];

    /// <summary>Every match, oldest first.</summary>
    public IReadOnlyList<Match> All => [.. _matches.Values.OrderBy(match => match.Hit)];

    /// <inheritdoc />
    public override EventKinds Takes => Taken;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        if (labEvent is not Hit { Request.Path: CookieMatch.Path } hit || _matches.Count >= Most
            || VendorList.Find(hit.Vendor) is not { Match.Partner: var partner } vendor || hit.Request.Parameter("partner") != partner
            || hit.Request.Parameter("id") is not { Length: > 0 and <= 64 } theirs)
        {
            return;
        }

        foreach (var own in vendor.NumbersOf(hit))
        {
            _matches[(hit.Vendor, own, partner)] = new Match(hit.Vendor, own, partner, theirs, hit.Id);
        }
    }

    /// <summary>A partner's number for a company's own, or null.</summary>
    public string? Find(string owner, string own, string partner) =>
        _matches.GetValueOrDefault((owner, own, partner))?.Theirs;
}
