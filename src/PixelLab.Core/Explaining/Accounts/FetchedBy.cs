using System.Text.Json.Serialization;

namespace PixelLab.Core.Explaining.Accounts;

/// <summary>Who made a request, as far as the request shows.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FetchedBy>))]
public enum FetchedBy
{
    /// <summary>A program that does not say what it is.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>A person's own browser or mail program.</summary>
    [JsonStringEnumMemberName("person")]
    Person,

    /// <summary>A program that works by itself: a search engine's, a preview's, a script's.</summary>
    [JsonStringEnumMemberName("robot")]
    Robot,

    /// <summary>A mail service, in its reader's place, as a message is opened.</summary>
    [JsonStringEnumMemberName("proxy")]
    Proxy,

    /// <summary>A mail service that fetches every picture as a message is delivered.</summary>
    [JsonStringEnumMemberName("relay")]
    Relay,

    /// <summary>A program that looks through messages before anybody reads them.</summary>
    [JsonStringEnumMemberName("scanner")]
    Scanner,

    /// <summary>A browser, ahead of a click that may never come (Resource Hints; Speculation Rules).</summary>
    [JsonStringEnumMemberName("prefetch")]
    Prefetch,

    /// <summary>A browser that asks whether a script may send what it wants to send (Fetch, section 3.2: CORS preflight).</summary>
    [JsonStringEnumMemberName("preflight")]
    Preflight,

    /// <summary>A program that asks whether the address works, and for nothing else (RFC 9110, sections 9.3.2 and 9.3.7).</summary>
    [JsonStringEnumMemberName("check")]
    Check,
}
