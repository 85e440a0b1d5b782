using System.Text.Json.Serialization;

namespace PixelLab.Core.Yours.Brought;

/// <summary>What somebody brought, as it is recognised by its content.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BroughtKind>))]
public enum BroughtKind
{
    /// <summary>One or several addresses.</summary>
    [JsonStringEnumMemberName("url")]
    Url,

    /// <summary>A command of curl or PowerShell, as browsers copy a request.</summary>
    [JsonStringEnumMemberName("curl")]
    Curl,

    /// <summary>A request as it goes over the wire (RFC 9112); a replay or a table of the lab, which hold such.</summary>
    [JsonStringEnumMemberName("request")]
    Request,

    /// <summary>A recording of a browser or a proxy: an HTTP archive.</summary>
    [JsonStringEnumMemberName("har")]
    Har,

    /// <summary>A page, or a piece of one.</summary>
    [JsonStringEnumMemberName("html")]
    Html,

    /// <summary>The source of a letter (RFC 5322).</summary>
    [JsonStringEnumMemberName("mail")]
    Mail,

    /// <summary>Several of them, one after the other.</summary>
    [JsonStringEnumMemberName("mixed")]
    Mixed,
}
