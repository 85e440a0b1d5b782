using System.Text.Json.Serialization;

namespace PixelLab.Core.Explaining;

/// <summary>Where something in a request came from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldSource>))]
public enum FieldSource
{
    /// <summary>The connection itself: without it no answer could find its way back.</summary>
    [JsonStringEnumMemberName("network")]
    Network,

    /// <summary>The browser adds it by itself.</summary>
    [JsonStringEnumMemberName("browser")]
    Browser,

    /// <summary>The page's author or the vendor's script wrote it into the address.</summary>
    [JsonStringEnumMemberName("page")]
    Page,

    /// <summary>It was stored in the browser earlier and is sent along.</summary>
    [JsonStringEnumMemberName("cookie")]
    Cookie,

    /// <summary>The lab's own plumbing: a real tracker would not have it.</summary>
    [JsonStringEnumMemberName("lab")]
    Lab,

    /// <summary>The lab does not know it.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,
}

/// <summary>The codes of <see cref="FieldSource"/> as they stand in JSON.</summary>
public static class FieldSources
{
    /// <summary>The source's code; codes stay as they are.</summary>
    public static string Code(this FieldSource source) => source switch
    {
        FieldSource.Network => "network",
        FieldSource.Browser => "browser",
        FieldSource.Page => "page",
        FieldSource.Cookie => "cookie",
        FieldSource.Lab => "lab",
        _ => "unknown",
    };
}
