namespace PixelLab.Core.Population;

/// <summary>What the analytics script reports while a page is open.</summary>
/// <param name="After">Milliseconds after the page was opened.</param>
/// <param name="Name">What happened, in the vendor's words.</param>
/// <param name="More">The parameters of that kind of report, in the order in which the script writes them.</param>
/// <param name="IsBeacon">Whether it is sent in a way that outlives the page.</param>
public sealed record ScriptReport(int After, string Name, IReadOnlyList<(string Name, string? Value)> More, bool IsBeacon);
