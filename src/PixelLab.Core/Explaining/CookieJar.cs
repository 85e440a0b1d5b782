using System.Text.Json.Serialization;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Explaining;

/// <summary>How a browser treats the advertising network's cookies, as far as its hits have shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CookieJarVerdict>))]
public enum CookieJarVerdict
{
    /// <summary>Not enough has happened to tell.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>A number given on one site came back on another: the network can join the visits.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>The number came back on its own site and stayed away from another: a jar for each site.</summary>
    [JsonStringEnumMemberName("partitioned")]
    Partitioned,

    /// <summary>The number did not even come back on its own site.</summary>
    [JsonStringEnumMemberName("blocked")]
    Blocked,
}

/// <summary>The verdict on a browser's cookie jar, with what it rests on.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Why">Why, as plain sentences.</param>
/// <param name="Next">What to do to learn more; null where the verdict stands.</param>
/// <param name="Because">The ids of the hits that it rests on, in order.</param>
/// <param name="Remark">What the browser itself says about it (<c>Sec-Fetch-Storage-Access</c>), or null.</param>
/// <param name="Browser">The browser it is about, in words; null before the first hit.</param>
public sealed record CookieJar(
    CookieJarVerdict Verdict, string Why, string? Next, IReadOnlyList<long> Because, string? Remark, string? Browser)
{
    /// <summary>The same, where sites and companies are one site to the browser, so that it cannot show what it does with others' cookies.</summary>
    public CookieJar WhereAllIsOneSite(Language language) =>
        this with { Remark = language.Sentences(language[CookiesText.Words]["Jar.AllOneSite"], Remark) };
}
