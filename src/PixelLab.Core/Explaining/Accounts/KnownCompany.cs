using System.Text.Json.Serialization;

namespace PixelLab.Core.Explaining.Accounts;

/// <summary>By what a company ties the requests of one person together.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TiedBy>))]
public enum TiedBy
{
    /// <summary>By nothing that it was told.</summary>
    [JsonStringEnumMemberName("nothing")]
    Nothing,

    /// <summary>By the address and the program alone, which others may share.</summary>
    [JsonStringEnumMemberName("address")]
    Address,

    /// <summary>By an account or an email address.</summary>
    [JsonStringEnumMemberName("account")]
    Account,

    /// <summary>By a number in a cookie that came back.</summary>
    [JsonStringEnumMemberName("cookie")]
    Cookie,
}

/// <summary>What a company was told.</summary>
/// <param name="Vendor">The company.</param>
/// <param name="TiedBy">By what it ties that together.</param>
/// <param name="Facts">Each thing once, the most telling first.</param>
/// <param name="Sites">The sites on which it was told something, in the order in which they came.</param>
public sealed record KnownCompany(string Vendor, TiedBy TiedBy, IReadOnlyList<KnownFact> Facts, IReadOnlyList<KnownSite> Sites);

/// <summary>A site on which a company was told something.</summary>
/// <param name="Site">The site's name.</param>
/// <param name="TiedBy">By what the company ties what it was told there to what it was told on another site.</param>
public sealed record KnownSite(string Site, TiedBy TiedBy);

/// <summary>One thing that a company was told.</summary>
/// <param name="What">What it is.</param>
/// <param name="Value">What it said.</param>
/// <param name="Events">The hits that told it, by their ids, oldest first; of many the first ones.</param>
/// <param name="Times">How many hits told it.</param>
/// <param name="Sure">How sure it is that it is so.</param>
/// <param name="Control">What would keep the company from knowing it.</param>
public sealed record KnownFact(string What, string Value, IReadOnlyList<long> Events, int Times, Certainty Sure, string Control);
