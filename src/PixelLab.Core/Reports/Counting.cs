using System.Text.Json.Serialization;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Accounts;

namespace PixelLab.Core.Reports;

/// <summary>Which requests a report counts. All of them are kept and shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Counting>))]
public enum Counting
{
    /// <summary>As a naive tool does: whoever fetched the pixel was a visitor.</summary>
    [JsonStringEnumMemberName("naive")]
    Naive,

    /// <summary>As a careful tool does: only what a person's own program fetched, and not ahead of them.</summary>
    [JsonStringEnumMemberName("careful")]
    Careful,

    /// <summary>As it was: the pages that people's browsers were sent, and the messages that they opened. Only the lab knows it.</summary>
    [JsonStringEnumMemberName("truth")]
    Truth,
}

/// <summary>What each way of counting takes for a visit, by the one reading of who made a request.</summary>
public static class CountingRule
{
    /// <summary>Whether a hit counts. What only asks whether an address works fetched nothing, so that nobody counts it.</summary>
    public static bool Counts(this Counting counting, Hit hit) => counting switch
    {
        Counting.Naive => !FetchReader.FetchesNothing(hit.Request),
        Counting.Careful or Counting.Truth => FetchReader.ByOf(hit.Request) == FetchedBy.Person,
    };
}
