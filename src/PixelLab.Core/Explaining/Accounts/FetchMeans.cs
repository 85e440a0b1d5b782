using System.Text.Json.Serialization;

namespace PixelLab.Core.Explaining.Accounts;

/// <summary>By what means a page or a message made the request.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FetchMeans>))]
public enum FetchMeans
{
    /// <summary>By one that is not known.</summary>
    [JsonStringEnumMemberName("other")]
    Other,

    /// <summary>A picture, the pixel itself most often.</summary>
    [JsonStringEnumMemberName("image")]
    Image,

    /// <summary>A page within the page.</summary>
    [JsonStringEnumMemberName("frame")]
    Frame,

    /// <summary>A script's file.</summary>
    [JsonStringEnumMemberName("script")]
    Script,

    /// <summary>A stylesheet.</summary>
    [JsonStringEnumMemberName("style")]
    Style,

    /// <summary>A font.</summary>
    [JsonStringEnumMemberName("font")]
    Font,

    /// <summary>Sound, film or their subtitles.</summary>
    [JsonStringEnumMemberName("media")]
    Media,

    /// <summary>A script that sends something by itself: a beacon, a fetch.</summary>
    [JsonStringEnumMemberName("beacon")]
    Beacon,

    /// <summary>A pressed link with the attribute <c>ping</c>.</summary>
    [JsonStringEnumMemberName("ping")]
    Ping,

    /// <summary>A report of the browser about the page, as its policy asks for.</summary>
    [JsonStringEnumMemberName("report")]
    Report,

    /// <summary>A web socket.</summary>
    [JsonStringEnumMemberName("socket")]
    Socket,

    /// <summary>A followed link, a typed address, a redirect: the page itself.</summary>
    [JsonStringEnumMemberName("navigation")]
    Navigation,
}
