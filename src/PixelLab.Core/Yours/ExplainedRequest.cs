using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Yours.Known;

namespace PixelLab.Core.Yours;

/// <summary>A request that somebody brought, in plain words. It is computed when asked for, from the request alone.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Url">The whole address as it came.</param>
/// <param name="Host">The host that it goes to, without port; empty where the address names none.</param>
/// <param name="Owner">The company that the host belongs to; null where nobody is known.</param>
/// <param name="Vendor">The usual name of the product that is asked; null where none is recognised.</param>
/// <param name="Category">What the company does with it: <c>advertising</c>, <c>website analytics</c>; null where nobody is known.</param>
/// <param name="Event">
/// What it reports, by its own name where it bears one (<c>PageView</c>), else by the field's name (<c>email_open</c>); several in a list. Null where it
/// can't be told.
/// </param>
/// <param name="Fields">Everything that it carried: host, path, parameters, headers with their cookies, body.</param>
public sealed record ExplainedRequest(
    string Method,
    string Url,
    string Host,
    string? Owner,
    string? Vendor,
    string? Category,
    string? Event,
    IReadOnlyList<ExplainedField> Fields)
{
    /// <summary>The event in plain words, as what somebody did: <c>opened a page</c>; what was asked for, where it reports none.</summary>
    public required string Did { get; init; }

    /// <summary>By what means it was made, as far as it tells.</summary>
    public required FetchMeans Means { get; init; }

    /// <summary>What it told the company about somebody, the most telling first.</summary>
    public IReadOnlyList<Told> Told { get; init; } = [];

    /// <summary>The part of the host's name that somebody registered.</summary>
    public string Domain => RegistrableDomain.Of(Host);

    /// <summary>The registered part of the name of the page in the window, or of the page that the request names; null where neither is told.</summary>
    public string? Site { get; init; }

    /// <summary>Whether it went to the page's own site: to the same registered name, or to a host of the same owner.</summary>
    public bool IsFirstParty { get; init; }

    /// <summary>Who led to it; null where that is not told.</summary>
    public Lead? LedBy { get; init; }
}
