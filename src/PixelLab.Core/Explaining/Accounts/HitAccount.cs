namespace PixelLab.Core.Explaining.Accounts;

/// <summary>The one account of a hit: what a company was told by it, by whom, and how far that can be believed.</summary>
/// <param name="Sentence">What the company was told, the most telling first, in plain sentences.</param>
/// <param name="By">Who made the request.</param>
/// <param name="Means">By what means.</param>
/// <param name="Counts">Whether a careful counter counts it.</param>
/// <param name="Told">What it told, the most telling first.</param>
/// <param name="Sure">How sure it is that a person did what was told.</param>
/// <param name="Defences">What would have stopped it, and what would not.</param>
public sealed record HitAccount(
    string Sentence, FetchedBy By, FetchMeans Means, bool Counts, IReadOnlyList<ToldInWords> Told, Certainty Sure, IReadOnlyList<DefenceReading> Defences);

/// <summary>One thing that a request told, in words.</summary>
/// <param name="What">What it is, with its value.</param>
/// <param name="Field">The field that told it, by its name among the explained ones.</param>
public sealed record ToldInWords(string What, string Field);
