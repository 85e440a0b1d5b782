using System.Text.Json.Serialization;

namespace PixelLab.Core.Explaining.Accounts;

/// <summary>How sure it is that what was told is so.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Certainty>))]
public enum Certainty
{
    /// <summary>Something else may well be behind it.</summary>
    [JsonStringEnumMemberName("unsure")]
    Unsure,

    /// <summary>It is what such a request mostly means; whoever wants to can write another.</summary>
    [JsonStringEnumMemberName("likely")]
    Likely,

    /// <summary>The request says it of itself, and nobody gains by saying it falsely.</summary>
    [JsonStringEnumMemberName("certain")]
    Certain,
}
