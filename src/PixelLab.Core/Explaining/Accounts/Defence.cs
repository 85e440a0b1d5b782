using System.Text.Json.Serialization;

namespace PixelLab.Core.Explaining.Accounts;

/// <summary>What somebody can set up in a browser or a mail program against such requests.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Defence>))]
public enum Defence
{
    /// <summary>The browser loads no pictures.</summary>
    [JsonStringEnumMemberName("images_off")]
    ImagesOff,

    /// <summary>The browser runs no scripts.</summary>
    [JsonStringEnumMemberName("scripts_off")]
    ScriptsOff,

    /// <summary>The browser refuses third-party cookies.</summary>
    [JsonStringEnumMemberName("third_party_cookies_refused")]
    ThirdPartyCookiesRefused,

    /// <summary>A blocker whose rules know the company.</summary>
    [JsonStringEnumMemberName("blocker")]
    Blocker,

    /// <summary>A private window, new for this visit.</summary>
    [JsonStringEnumMemberName("private_window")]
    PrivateWindow,

    /// <summary>The mail program loads no pictures from afar.</summary>
    [JsonStringEnumMemberName("mail_images_off")]
    MailImagesOff,

    /// <summary>A mail service fetches the pictures in its reader's place.</summary>
    [JsonStringEnumMemberName("mail_proxy")]
    MailProxy,

    /// <summary>The mail program takes pixels out of letters.</summary>
    [JsonStringEnumMemberName("pixels_removed")]
    PixelsRemoved,
}

/// <summary>What a defence does to a request.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DefenceEffect>))]
public enum DefenceEffect
{
    /// <summary>It is sent all the same.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>It is sent, and tells less.</summary>
    [JsonStringEnumMemberName("less")]
    Less,

    /// <summary>It is not sent.</summary>
    [JsonStringEnumMemberName("stops")]
    Stops,
}

/// <summary>What one defence would have done to one request.</summary>
/// <param name="Defence">The defence.</param>
/// <param name="Effect">What it would have done.</param>
/// <param name="Measured">Whether that was seen in real browsers, with such a request.</param>
public sealed record DefenceReading(Defence Defence, DefenceEffect Effect, bool Measured);
