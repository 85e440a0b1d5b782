namespace PixelLab.Core.Vendors.Wire;

/// <summary>What a privacy policy has to say about one company that gets data (GDPR Art. 13).</summary>
/// <param name="Purpose">What the data is for: one of <see cref="Purposes"/>.</param>
/// <param name="WhatFor">The same in a sentence.</param>
/// <param name="Sent">What its pixel sends, a phrase each.</param>
/// <param name="Cookies">The cookies it may set, none for a vendor that sets none.</param>
/// <param name="InMail">Whether its pixels are in messages rather than in pages, so that no banner has a say.</param>
public sealed record VendorDisclosure(
    string Purpose,
    string WhatFor,
    IReadOnlyList<string> Sent,
    IReadOnlyList<CookieDisclosure> Cookies,
    bool InMail = false);

/// <summary>
/// What a policy has to say about a cookie: a visitor has to be told how long it lasts and who can read it (CJEU C-673/17
/// Planet49, 2019).
/// </summary>
/// <param name="Name">The cookie's name.</param>
/// <param name="WhatFor">What it does, as a sentence.</param>
/// <param name="Lifetime">How long it lasts.</param>
/// <param name="ReadBy">Who reads it, and where.</param>
public sealed record CookieDisclosure(string Name, string WhatFor, string Lifetime, string ReadBy);
