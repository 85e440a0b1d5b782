namespace PixelLab.Core.Explaining.Accounts;

/// <summary>The one reading of who made a request, and by what means. Rows, sentences, reports and checks go by it.</summary>
/// <param name="By">Who.</param>
/// <param name="Means">By what means.</param>
/// <param name="Sure">How sure that is.</param>
public sealed record Fetch(FetchedBy By, FetchMeans Means, Certainty Sure)
{
    /// <summary>Whether a careful counter counts it: what a person's own program asked for, and not ahead of them.</summary>
    public bool Counts => By == FetchedBy.Person;

    /// <summary>Whether a mail service made it, whose address and program say nothing of the reader's.</summary>
    public bool IsMailServices => By is FetchedBy.Proxy or FetchedBy.Relay or FetchedBy.Scanner;

    /// <summary>Whether it tells nothing about a person at all.</summary>
    public bool IsNobodys => By is FetchedBy.Robot or FetchedBy.Check or FetchedBy.Preflight;
}
