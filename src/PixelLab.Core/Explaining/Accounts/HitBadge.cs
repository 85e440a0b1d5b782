using System.Text.Json.Serialization;

namespace PixelLab.Core.Explaining.Accounts;

/// <summary>What one wants to know of a hit at a glance, beside what was done.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HitBadge>))]
public enum HitBadge
{
    /// <summary>A number came back by which the company knows this browser again.</summary>
    [JsonStringEnumMemberName("again")]
    Again,

    /// <summary>The same, by a number that the browser keeps for this one site.</summary>
    [JsonStringEnumMemberName("again_here")]
    AgainHere,

    /// <summary>It names an account, or carries a code made of an email address.</summary>
    [JsonStringEnumMemberName("account")]
    Account,

    /// <summary>A mail service fetched it in the reader's place.</summary>
    [JsonStringEnumMemberName("mail_service")]
    MailService,

    /// <summary>A robot asked for it.</summary>
    [JsonStringEnumMemberName("robot")]
    Robot,

    /// <summary>It was fetched before anybody looked, or by who knows whom.</summary>
    [JsonStringEnumMemberName("perhaps_nobody")]
    PerhapsNobody,
}
