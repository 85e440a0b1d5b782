using System.Text.Json.Serialization;

namespace PixelLab.Core.Yours;

/// <summary>How somebody led to a request.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LeadMeans>))]
public enum LeadMeans
{
    /// <summary>The reply to another request led on to it.</summary>
    [JsonStringEnumMemberName("redirect")]
    Redirect,

    /// <summary>A script asked, as the recording notes it.</summary>
    [JsonStringEnumMemberName("script")]
    Script,

    /// <summary>A document or a style sheet names it, as the recording notes it.</summary>
    [JsonStringEnumMemberName("document")]
    Document,

    /// <summary>A document was opened, and the header <c>Referer</c> names the page that led there: by a link or a form.</summary>
    [JsonStringEnumMemberName("link")]
    Link,

    /// <summary>The header <c>Referer</c> names whose document or style sheet asked.</summary>
    [JsonStringEnumMemberName("referrer")]
    Referrer,
}

/// <summary>Who led to a request, as a recording tells it.</summary>
/// <param name="Means">How.</param>
/// <param name="Url">The address of whoever did.</param>
public sealed record RecordedLead(LeadMeans Means, string Url);

/// <summary>Who led to a request that somebody brought.</summary>
/// <param name="Means">How.</param>
/// <param name="Url">The address of the script, of the document, or of what redirected, without its query.</param>
/// <param name="Domain">The part of its host's name that somebody registered.</param>
/// <param name="Owner">The company that the host belongs to; null where nobody is known.</param>
/// <param name="IsFirstParty">Whether it belongs to the page's own site.</param>
public sealed record Lead(LeadMeans Means, string Url, string Domain, string? Owner, bool IsFirstParty);
