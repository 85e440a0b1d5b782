using PixelLab.Core.Languages;

namespace PixelLab.Core.Vendors.Wire;

/// <summary>What a privacy policy has to say about one company that gets data (GDPR Art. 13).</summary>
/// <param name="Words">The company’s words, which hold what is said.</param>
/// <param name="Purpose">What the data is for: one of <see cref="Purposes"/>.</param>
/// <param name="Sends">What its pixel sends, each by its name among the words.</param>
/// <param name="Cookies">The cookies it may set, none for a vendor that sets none.</param>
/// <param name="InMail">Whether its pixels are in messages rather than in pages, so that no banner has a say.</param>
public sealed record VendorDisclosure(
    WordFile Words,
    string Purpose,
    IReadOnlyList<string> Sends,
    IReadOnlyList<CookieDisclosure> Cookies,
    bool InMail = false)
{
    /// <summary>What the data is for, in a sentence.</summary>
    public string WhatFor(Language language) => language[Words]["Policy"];

    /// <summary>What its pixel sends, a phrase each.</summary>
    public IEnumerable<string> Sent(Language language) => Sends.Select(name => language[Words][$"Policy.Sent.{name}"]);

    /// <summary>What a cookie of its does, as a sentence.</summary>
    public string WhatFor(CookieDisclosure cookie, Language language) => language[Words][$"Policy.Cookie.{cookie.Word}"];

    /// <summary>Who reads a cookie of its, and where.</summary>
    public string ReadBy(CookieDisclosure cookie, string title, Language language) => language[Words][$"Policy.ReadBy.{cookie.Word}", title];
}

/// <summary>
/// What a policy has to say about a cookie: a visitor has to be told how long it lasts and who can read it (CJEU C-673/17
/// Planet49, 2019).
/// </summary>
/// <param name="Name">The cookie's name.</param>
/// <param name="Word">What it is called among the company’s words.</param>
/// <param name="Days">How long it lasts.</param>
public sealed record CookieDisclosure(string Name, string Word, int Days);
